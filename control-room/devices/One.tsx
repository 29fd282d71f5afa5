import { Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Tag } from '../../ui/components/Tag.tsx'
import { makeFormat } from '../../ui/format.ts'
import { useLanguage } from '../../ui/texts.tsx'
import { useWords as useRoomWords } from '../words.ts'
import type { Device } from './device.ts'
import { useWords } from './words.ts'

interface OneProps {
  device: Device
  zone: string
  now: number
  onTakeOut: () => void
}

const tags = { 'paper-low': 'warn', 'paper-out': 'bad', 'not-seen': 'bad', 'stray-numbers': 'bad' } as const

/** One kiosk or display: how it is, what to do about it, and since when that is known. */
export function One(props: OneProps) {
  const t = useWords()
  const room = useRoomWords()
  const name = useDeviceName()
  const format = useTimes(() => props.zone)
  return (
    <li class="card" classList={{ ailing: props.device.alert !== null }}>
      <div class="device-top">
        <h3>{name(props.device)}</h3>
        <Show when={props.device.codeUntil === null} fallback={<Tag>{t().states.announced}</Tag>}>
          <Show when={props.device.alert} fallback={<Tag kind="good">{t().states.well}</Tag>}>
            {(alert) => <Tag kind={tags[alert()]}>{room().alert[alert()]}</Tag>}
          </Show>
        </Show>
      </div>
      <Show
        when={props.device.codeUntil}
        fallback={
          <>
            <p>{howItIs(props.device, t())}</p>
            <p class="soft">{props.device.seenAt === null ? t().neverHeard : t().heard(format(props.device.seenAt, props.now))}</p>
          </>
        }
      >
        {(until) => <p>{t().announced(format(until(), props.now))}</p>}
      </Show>
      <Button kind="quiet" aria-label={t().takeOutOne(name(props.device))} onClick={() => props.onTakeOut()}>
        {t().takeOut}
      </Button>
    </li>
  )
}

function howItIs({ kind, alert, paper }: Device, t: ReturnType<ReturnType<typeof useWords>>): string {
  if (alert === 'not-seen') return t.wrong['not-seen'][kind]
  if (alert) return t.wrong[alert]
  return kind === 'kiosk' ? t.well.kiosk[paper === 'unknown' ? 'unknown' : 'ok'] : t.well.display
}

/** What a device is called: `kiosk 1`. */
export function useDeviceName(): (device: Pick<Device, 'kind' | 'number'>) => string {
  const room = useRoomWords()
  return ({ kind, number }) => room().device[kind](String(number))
}

/** A time as the clocks there show it; of another day with its date. */
export function useTimes(zone: () => string): (at: string, now: number) => string {
  const language = useLanguage()
  return (at, now) => {
    const there = makeFormat(language(), zone())
    return there.date(at) === there.date(now) ? there.time(at) : there.dateTime(at)
  }
}
