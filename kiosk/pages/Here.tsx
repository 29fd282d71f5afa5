import { createMemo, Match, Show, Switch } from 'solid-js'
import { Loading } from '../../ui/components/Loading.tsx'
import type { Desk, KioskState } from '../desk.ts'
import type { Page } from '../flow.ts'
import { hasNotice, Notice } from '../parts/Notice.tsx'
import { useWords } from '../words.ts'
import { Closed } from './Closed.tsx'
import { Code } from './Code.tsx'
import { Offer } from './Offer.tsx'
import { People } from './People.tsx'
import { Question } from './Question.tsx'
import { Sorry } from './Sorry.tsx'
import { Start } from './Start.tsx'
import { Ticket } from './Ticket.tsx'

interface HereProps {
  desk: Desk
  state: KioskState
  now: number
}

const at = <K extends Page['at']>(page: Page, kind: K) => (page.at === kind ? (page as Extract<Page, { at: K }>) : undefined)

/** The page of the visitor who is here now. Nobody who is under way is stopped by closing time. */
export function Here(props: HereProps) {
  const t = useWords()
  const page = () => props.desk.flow().page
  const menu = () => props.state.menu!
  // Who reads their number keeps it, whatever else the agent gives meanwhile.
  const ticket = createMemo<KioskState['ticket'] | undefined>((before) => {
    const mine = at(page(), 'ticket')
    return [props.state.ticket, before].find((one) => one && one.id === mine?.id)
  })
  const offer = () => {
    const mine = at(page(), 'offer')
    return mine && menu().offers.find((o) => o.serviceIds.includes(mine.serviceId))
  }
  const question = () => (page().at === 'start' ? props.state.question : null)
  return (
    <>
      <Show when={page().at !== 'ticket'}>
        <Notice state={props.state} />
      </Show>
      <Switch fallback={<Loading text={t().busy} quietMs={400} />}>
        <Match when={question()}>{(asked) => <Question desk={props.desk} question={asked()} />}</Match>
        <Match when={page().at === 'start' && !props.state.open}>
          <Closed desk={props.desk} menu={menu()} now={props.now} />
        </Match>
        <Match when={at(page(), 'start')}>
          {(p) => (
            <Start desk={props.desk} menu={menu()} connected={props.state.connected} noticed={hasNotice(props.state)} from={p().from} />
          )}
        </Match>
        <Match when={at(page(), 'people')}>{(p) => <People desk={props.desk} menu={menu()} serviceId={p().serviceId} />}</Match>
        <Match when={offer()}>
          {(o) => {
            const p = at(page(), 'offer')!
            return <Offer desk={props.desk} offer={o()} serviceId={p.serviceId} people={p.people} />
          }}
        </Match>
        <Match when={at(page(), 'offer')}>{(p) => <GoneOffer desk={props.desk} page={p()} />}</Match>
        <Match when={page().at === 'code'}>
          <Code desk={props.desk} />
        </Match>
        <Match when={ticket()}>{(mine) => <Ticket desk={props.desk} ticket={mine()} printer={props.state.printer} />}</Match>
        <Match when={at(page(), 'sorry')}>{(p) => <Sorry desk={props.desk} page={p()} />}</Match>
      </Switch>
    </>
  )
}

/** The offer ended while somebody read it: they get their number here. */
function GoneOffer(props: { desk: Desk; page: Extract<Page, { at: 'offer' }> }) {
  const t = useWords()
  void props.desk.take(props.page.serviceId, props.page.people)
  return <Loading text={t().busy} quietMs={400} />
}
