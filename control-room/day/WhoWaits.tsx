import { createMemo, Show } from 'solid-js'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import type { HallSeen } from '../hall.ts'
import { ComingWait } from '../parts/ComingWait.tsx'
import { Named } from '../parts/Named.tsx'
import { Part } from '../parts/Part.tsx'
import { useWords as useRoomWords } from '../words.ts'
import { useWords } from './words.ts'

interface WhoWaitsProps {
  seen: HallSeen
  open: boolean
  limit: number
  time: (at: number | string) => string
}

const labelsMax = 12

type Waiting = HallSeen['waiting'][number]

/** The waiting list by service: who waits first comes first, and how long somebody would wait who comes now. */
export function WhoWaits(props: WhoWaitsProps) {
  const t = useWords()
  const room = useRoomWords()
  const byService = createMemo(() => Map.groupBy(props.seen.waiting, ({ serviceIds }) => serviceIds[0] ?? ''))
  const wanted = createMemo(() => [...byService()].sort(([, a], [, b]) => b.length - a.length))
  const others = createMemo(() => props.seen.services.filter(({ id, walkIn }) => walkIn && !byService().has(id)))
  return (
    <Part heading={t().waitsFor}>
      <Show when={wanted().length > 0} fallback={<p class="soft">{t().nobody}</p>}>
        <ul class="plain services">
          <Keyed each={wanted()} by={([id]) => id}>
            {(one) => <Service {...props} id={one()[0]} waiting={one()[1]} />}
          </Keyed>
        </ul>
      </Show>
      <Show when={props.open && others().length > 0}>
        <details>
          <summary>{t().otherServices(others().length)}</summary>
          <ul class="plain services">
            <Keyed each={others()} by={({ id }) => id}>
              {(one) => <Service {...props} id={one().id} waiting={[]} />}
            </Keyed>
          </ul>
        </details>
      </Show>
    </Part>
  )

  function Service(service: { id: string; waiting: readonly Waiting[] }) {
    const known = () => props.seen.services.find(({ id }) => id === service.id)
    const stateOf = (from: number, until: number) => (from >= props.limit ? 'over' : until > props.limit ? 'rising' : 'calm')
    return (
      <li>
        <Named names={props.seen.names.get(service.id) ?? {}} id={service.id} />
        <span class="soft">{room().detail.ahead(service.waiting.length)}</span>
        <Show when={service.waiting.length > 0}>
          <ul class="plain numbers">
            <Keyed each={service.waiting.slice(0, labelsMax)} by={({ id }) => id}>
              {(ticket) => (
                <li>
                  <NumberLabel label={ticket().label} /> <span class="soft">{t().waitsSince(props.time(ticket().rankAt))}</span>
                </li>
              )}
            </Keyed>
            <Show when={service.waiting.length > labelsMax}>
              <li class="soft">{t().more(service.waiting.length - labelsMax)}</li>
            </Show>
          </ul>
        </Show>
        <Show when={props.open && known()}>
          {(one) => (
            <Show when={one().wait} fallback={<span class="soft">{room().detail.noneHelps}</span>}>
              {(wait) => <ComingWait wait={wait()} limit={props.limit} state={stateOf(wait().fromMinutes, wait().untilMinutes)} />}
            </Show>
          )}
        </Show>
      </li>
    )
  }
}
