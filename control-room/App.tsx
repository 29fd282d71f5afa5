import { type ComponentProps, Match, Switch } from 'solid-js'
import type { Asker } from '../contract/ask.ts'
import { Loading } from '../ui/components/Loading.tsx'
import { SignIn } from '../ui/components/SignIn.tsx'
import { createEntry } from '../ui/entry.ts'
import { TextsProvider } from '../ui/texts.tsx'
import { NotYours } from './pages/NotYours.tsx'
import { Room } from './pages/Room.tsx'
import { maySee } from './person.ts'
import { Plan } from './plan/Plan.tsx'
import { createPlanPoint, mayPlan } from './plan/route.ts'
import { Report } from './totals/Report.tsx'
import { createReportAsked } from './totals/route.ts'
import { useWords } from './words.ts'
import { mainZone } from './zones.ts'

interface AppProps {
  address: URL
  storage: Pick<Storage, 'getItem' | 'setItem'>
  send?: Asker['send']
}

/** Who watches; then the network. */
export function App(props: AppProps) {
  const asker: Asker = { send: props.send ?? ((request) => fetch(request)), base: props.address.origin }
  const entry = createEntry(asker, props.storage)
  const asked = createPlanPoint()
  const reported = createReportAsked()
  const planned = () => {
    const [pointId, who] = [asked(), entry.known()]
    return pointId && who && mayPlan(who, pointId) ? pointId : undefined
  }
  return (
    <TextsProvider language={entry.language()} zone={mainZone(entry.known()?.points.map(({ zone }) => zone) ?? [])}>
      <Switch
        fallback={
          <main class="small">
            <Loading />
          </main>
        }
      >
        <Match when={entry.nobody()}>
          <Enter asker={asker} onSignedIn={entry.enter} onSpeak={entry.speak} />
        </Match>
        <Match when={entry.known() && !maySee(entry.known()!)}>
          <NotYours onLeave={entry.leave} />
        </Match>
        <Match when={planned()}>{(pointId) => <Plan asker={asker} pointId={pointId()} />}</Match>
        <Match when={entry.known() && reported()}>{(report) => <Report asker={asker} asked={report()} />}</Match>
        <Match when={entry.known()}>
          {(who) => <Room asker={asker} who={who()} onSpeak={entry.speak} onLeave={entry.leave} onSignedOut={entry.forget} />}
        </Match>
      </Switch>
    </TextsProvider>
  )
}

function Enter(props: Omit<ComponentProps<typeof SignIn>, 'texts'>) {
  const t = useWords()
  return <SignIn {...props} texts={t().signIn} />
}
