import { createSignal, Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { fieldId } from '../../ui/components/Field.tsx'
import { Keyed } from '../../ui/components/Keyed.tsx'
import { Tag } from '../../ui/components/Tag.tsx'
import { useFormat, useTexts } from '../../ui/texts.tsx'
import type { Candidate } from '../candidates.ts'
import { useWords as usePlanWords } from '../plan/words.ts'
import type { Halls } from '../tiles.ts'
import { useWords } from '../words.ts'

interface WhereProps {
  candidates: readonly Candidate[]
  halls: Halls
  chosen: string | undefined
  onChoose: (pointId: string) => void
}

const fewest = 4

/** The halls that people could go to: how far, what they gain, and what it costs over there. */
export function Where(props: WhereProps) {
  const t = useWords()
  const [all, setAll] = createSignal(false)
  return (
    <fieldset class="choices where">
      <legend>{t().divert.where}</legend>
      <Keyed each={all() ? props.candidates : props.candidates.slice(0, fewest)} by={({ pointId }) => pointId}>
        {(candidate, i) => (
          <label>
            <input
              type="radio"
              name="where"
              id={i() === 0 ? fieldId('where') : undefined}
              checked={props.chosen === candidate().pointId}
              onChange={() => props.onChoose(candidate().pointId)}
            />
            <Place candidate={candidate()} halls={props.halls} />
          </label>
        )}
      </Keyed>
      <Show when={!all() && props.candidates.length > fewest}>
        <Button kind="plain" onClick={() => setAll(true)}>
          {t().divert.more}
        </Button>
      </Show>
    </fieldset>
  )
}

function Place(props: { candidate: Candidate; halls: Halls }) {
  const t = useWords()
  const plan = usePlanWords()
  const shared = useTexts()
  const format = useFormat()
  const tile = () => props.halls.tile(props.candidate.pointId)
  const wait = () => (tile().wait ? format().minutesRange(tile().wait!.fromMinutes, tile().wait!.untilMinutes) : t().noCounter)
  return (
    <span class="candidate">
      <span class="first">
        <b>
          <bdi>{tile().name}</bdi>
        </b>
        <Show when={props.candidate.gainMinutes > 0} fallback={<Tag>{t().divert.noGain}</Tag>}>
          <Tag kind="good">{t().divert.gain(props.candidate.gainMinutes)}</Tag>
        </Show>
      </span>
      <span>
        {plan().misfits.away(format().distance(props.candidate.km * 1000), shared()[props.candidate.by](props.candidate.minutes))}
      </span>
      <span class="soft">{t().divert.there(wait(), tile().waiting, tile().countersOpen, tile().countersPlanned)}</span>
    </span>
  )
}
