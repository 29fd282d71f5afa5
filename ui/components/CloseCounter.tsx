import { createEffect, createSignal, Show } from 'solid-js'
import { type Asker, ask } from '../../contract/ask.ts'
import { Problem } from '../../contract/problems.ts'
import type { ResultOf } from '../../contract/route.ts'
import { problemSentence } from '../../contract/texts/problems.ts'
import { counterActs, type hallList } from '../../contract/tickets.ts'
import { newKey } from '../../contract/uuid.ts'
import { makeFormat } from '../format.ts'
import { useLanguage, useTexts } from '../texts.tsx'
import { Button } from './Button.tsx'
import { Dialog } from './Dialog.tsx'

interface CloseCounterProps {
  asker: Asker
  pointId: string
  /** Where the point is: its times are told. */
  zone: string
  counter: Pick<ResultOf<typeof hallList>['counters'][number], 'id' | 'state' | 'takenBy'>
  /** The counter has changed, by this or by somebody else: whoever does not follow it has to read it again. */
  onMoved?: () => void
  /** The window is gone; `closed` where the counter is closed by it. */
  onEnd: (closed: boolean) => void
}

/** A manager closes the counter that a colleague left: who has it, since when, and what becomes of who is there. */
export function CloseCounter(props: CloseCounterProps) {
  const t = useTexts()
  const language = useLanguage()
  const [busy, setBusy] = createSignal(false)
  const [wrong, setWrong] = createSignal<string>()
  let sentences!: HTMLDivElement
  let closed = false
  const time = (at: string | null) => (at === null ? '–' : makeFormat(language(), props.zone).time(at))
  const ticket = () => props.counter.takenBy?.ticket
  // A name in a sentence that runs the other way keeps its own direction.
  const whose = () => {
    const { name = '', sinceAt = null } = props.counter.takenBy ?? {}
    return t().closing[props.counter.state === 'paused' ? 'paused' : 'open'](`\u2068${name}\u2069`, time(sinceAt))
  }
  const there = () => {
    const shown = ticket()
    return shown ? t().closing[shown.state](shown.label, time(shown.sinceAt)) : t().closing.nobody
  }
  /** The element's own way to close gives the focus back. */
  const shut = () => sentences.closest('dialog')?.close()
  createEffect(() => props.counter.takenBy || shut())
  const close = async () => {
    setBusy(true)
    setWrong(undefined)
    const named = ticket() ? { ticketId: ticket()!.id } : {}
    try {
      await ask(props.asker, counterActs.close, { point: props.pointId, counter: String(props.counter.id), ...named }, newKey())
      closed = true
      shut()
    } catch (error) {
      const { code, details } = error instanceof Problem ? error : new Problem('unexpected')
      setWrong(code === 'counter-busy' ? t().closing.changed : problemSentence(language(), code, details))
    }
    props.onMoved?.()
    setBusy(false)
  }
  const acts = (
    <>
      <Button kind="quiet" onClick={shut}>
        {t().closing.no}
      </Button>
      <Button busy={busy()} onClick={() => void close()}>
        {t().closing.yes}
      </Button>
    </>
  )
  return (
    <Dialog open heading={t().closing.heading(props.counter.id)} onClose={() => props.onEnd(closed)} acts={acts}>
      <div class="stack" ref={sentences}>
        <Show when={wrong()}>{(sentence) => <p role="alert">{sentence()}</p>}</Show>
        <p>{whose()}</p>
        <p>{there()}</p>
      </div>
    </Dialog>
  )
}
