import { Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { NumberLabel } from '../../ui/components/NumberLabel.tsx'
import type { Desk, KioskState } from '../desk.ts'
import { useWords } from '../words.ts'

interface QuestionProps {
  desk: Desk
  question: NonNullable<KioskState['question']>
}

/** After a restart in the middle: only the person who stands there knows whether a paper came out. */
export function Question(props: QuestionProps) {
  const t = useWords()
  const id = () => props.question.ticketId
  return (
    <Show
      when={props.question.label}
      fallback={
        <div class="words">
          <h1 tabindex="-1">{t().wantTitle}</h1>
          <p class="lead">{t().wantSay}</p>
          <div class="acts">
            <Button wide onClick={() => props.desk.got(id(), true, true)}>
              {t().wantYes}
            </Button>
            <Button kind="quiet" wide onClick={() => props.desk.got(id(), false, false)}>
              {t().wantNo}
            </Button>
          </div>
        </div>
      }
    >
      {(label) => (
        <div class="given">
          <h1 tabindex="-1">{t().gotTitle}</h1>
          <p class="lead">{t().gotSay}</p>
          <p class="turn">
            <NumberLabel label={label()} />
          </p>
          <div class="acts">
            <Button wide onClick={() => props.desk.got(id(), true, false)}>
              {t().gotYes}
            </Button>
            <Button kind="quiet" wide onClick={() => props.desk.got(id(), false, true)}>
              {t().gotNo}
            </Button>
          </div>
        </div>
      )}
    </Show>
  )
}
