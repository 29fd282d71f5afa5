import { For } from 'solid-js'
import { useFormat } from '../../ui/texts.tsx'
import type { StageState } from './routes.ts'
import type { Texts } from './texts/nl.ts'
import { useWords } from './words.ts'

type Format = ReturnType<ReturnType<typeof useFormat>>

/** What is happening in the hall now, in sentences; said aloud as they come. */
export function Now(props: { state: StageState }) {
  const t = useWords()
  const format = useFormat()
  const said = () => sentences(props.state, t(), format())
  return (
    <div class="now">
      <h2 class="unseen">{t().now.title}</h2>
      <p>{usual(props.state, t(), format())}</p>
      <div role="status">
        <For each={said()}>{(sentence) => <p>{sentence}</p>}</For>
      </div>
    </div>
  )
}

const listed = (labels: readonly string[]) => labels.map((label) => `\u2068${label}\u2069`).join(', ')

function usual({ curves: [here] }: StageState, t: Texts, format: Format): string {
  return here.minutes === null ? t.curve.nobody(here.point.name) : t.now.usual(here.waiting, format.duration(Math.round(here.minutes)))
}

function sentences(state: StageState, t: Texts, format: Format): string[] {
  const { now } = t
  const said: string[] = []
  if (state.cut) said.push([now.cut, ...(state.owed.length ? [now.owed(listed(state.owed))] : [])].join(' '))
  else if (state.owed.length) said.push(now.back(listed(state.owed)))
  if (!state.cut && state.merged.length) said.push(now.merged(listed(state.merged)))
  if (state.paperOut) said.push([now.paperOut, ...(state.alerted ? [now.alerted] : [])].join(' '))
  if (state.busyUntil) said.push(now.busy(format.time(state.busyUntil)))
  const { diversion } = state
  if (diversion)
    said.push(
      [(state.offered ? now.offered : now.notOffered)(diversion.to.name), ...(diversion.sent ? [now.sent(diversion.sent)] : [])].join(' '),
    )
  return said
}
