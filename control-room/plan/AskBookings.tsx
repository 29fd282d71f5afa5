import { createResource, createSignal, Show } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { askBookings, divertedBookings } from '../../contract/network.ts'
import { Problem } from '../../contract/problems.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { newKey } from '../../contract/uuid.ts'
import type { Concerned } from '../../domain/diversion.ts'
import { Button } from '../../ui/components/Button.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import { Wrong } from '../parts/Wrong.tsx'
import { useWords } from './words.ts'

interface AskBookingsProps {
  asker: Asker
  pointId: string
  diversion: { id: string; concerns: Concerned }
  onSaid: (sentence: string) => void
}

/** How many have booked while a diversion stands, and one press that asks those who can be reached. */
export function AskBookings(props: AskBookingsProps) {
  return (
    <Show when={props.diversion.concerns !== 'walk-ins'}>
      <Bookings {...props} />
    </Show>
  )
}

function Bookings(props: AskBookingsProps) {
  const t = useWords()
  const language = useLanguage()
  const at = () => ({ point: props.pointId, diversion: props.diversion.id })
  const [count, { refetch }] = createResource(() => ask(props.asker, divertedBookings, at()).catch(() => undefined))
  const [busy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal('')
  const left = () => (count.latest ? count.latest.reachable - count.latest.asked : 0)
  let key = newKey()
  const send = async () => {
    setBusy(true)
    setWrong('')
    try {
      const { asked } = await ask(props.asker, askBookings, at(), key)
      key = newKey()
      props.onSaid(t().divert.sent(asked))
      await refetch()
    } catch (error) {
      const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
      setWrong(problemSentence(language(), code, details))
    }
    setBusy(false)
  }
  return (
    <span class="ask-bookings">
      <span>{t().divert.standsFor[props.diversion.concerns]}</span>
      <Show when={count.latest}>
        {(known) => (
          <>
            <span class="soft">
              {t().divert.bookings(known().bookings)}
              <Show when={known().bookings > 0}>
                {' · '}
                {t().divert.reachable(known().reachable)}
              </Show>
              <Show when={known().asked > 0}>
                {' · '}
                {t().divert.asked(known().asked)}
              </Show>
            </span>
            <Show when={left() > 0}>
              <span class="soft">{t().divert.askSay}</span>
              <Button kind="quiet" busy={busy()} onClick={send}>
                {t().divert.ask(left())}
              </Button>
            </Show>
          </>
        )}
      </Show>
      <Wrong says={wrong()} />
    </span>
  )
}
