import { Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { LanguagePicker } from '../../ui/components/LanguagePicker.tsx'
import { Named } from '../../ui/components/Named.tsx'
import { type IconName, icons } from '../../ui/icons.ts'
import { useFormat } from '../../ui/texts.tsx'
import type { Desk, Menu } from '../desk.ts'
import { perPage } from '../flow.ts'
import { useWords } from '../words.ts'

interface StartProps {
  desk: Desk
  menu: Menu
  connected: boolean
  /** Something is said above. */
  noticed: boolean
  /** Which service comes first on this page. */
  from: number
}

/** Languages, an appointment, or a number for a service; never more at once than one can take in. */
export function Start(props: StartProps) {
  const t = useWords()
  const flow = () => props.desk.flow()
  const services = () => props.menu.services.filter((s) => s.walkIn)
  const count = () => perPage(flow().size, flow().low || props.noticed)
  const here = () => services().slice(props.from, props.from + count())
  const hasMore = () => props.from + count() < services().length
  return (
    <>
      <Show when={props.from === 0}>
        <LanguagePicker offered={props.desk.offered()} onPick={(language) => props.desk.act({ do: 'speak', language })} class="langs" />
      </Show>
      <h1 tabindex="-1">{props.from === 0 ? t().welcome : t().otherTitle}</h1>
      <Show when={props.from === 0}>
        <button type="button" class="button big" onClick={() => props.desk.go({ at: 'code' })}>
          <Icon name="qr" />
          <span>
            {t().appointment}
            <small>{t().appointmentHint}</small>
          </span>
          <Icon name="chevron" />
        </button>
        <h2>{t().needNumber}</h2>
      </Show>
      <div class="tiles">
        <Keyed each={here()} by={({ id }) => id}>
          {(service) => <Tile service={service()} connected={props.connected} onPick={() => props.desk.choose(service().id)} />}
        </Keyed>
      </div>
      <Show when={hasMore()}>
        <Button kind="quiet" wide class="other" onClick={() => props.desk.go({ at: 'start', from: props.from + count() })}>
          {props.from === 0 ? t().other : t().otherMore}
        </Button>
      </Show>
    </>
  )
}

interface TileProps {
  service: Menu['services'][number]
  connected: boolean
  onPick: () => void
}

function Tile(props: TileProps) {
  const t = useWords()
  const format = useFormat()
  const icon = (): IconName => (Object.hasOwn(icons, props.service.icon) ? (props.service.icon as IconName) : 'document')
  const wait = () => (props.connected ? props.service.wait : null)
  return (
    <button type="button" class="button quiet tile" onClick={() => props.onPick()}>
      <Icon name={icon()} />
      <Named names={props.service.names} else={props.service.id} />
      <small>{wait() ? t().wait(format().minutesRange(wait()!.fromMinutes, wait()!.untilMinutes)) : t().noWait}</small>
    </button>
  )
}
