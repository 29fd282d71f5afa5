import { Show } from 'solid-js'
import type { Problem } from '../../contract/problems.ts'
import { problemSentence, problemTitle } from '../../contract/texts/problems.ts'
import { ButtonLink } from '../../ui/components/Button.tsx'
import { useLanguage } from '../../ui/texts.tsx'
import type { Asked } from '../asked.ts'
import { useWords } from '../texts.ts'

/** What stands in the way, what to do about it, and a way on. */
export function ProblemPage(props: { asked: Asked; problem: Problem }) {
  const t = useWords()
  const language = useLanguage()
  const code = () => props.problem.code
  const more = () => {
    if (code() === 'link-not-valid') return t().problem.link
    if (code() === 'not-found') return t().problem.place
    return code() === 'not-allowed' ? t().problem.foreign : null
  }
  return (
    <>
      <h1>{problemTitle(language(), code())}</h1>
      <p>{problemSentence(language(), code(), props.problem.details)}</p>
      <Show when={more()}>{(sentence) => <p>{sentence()}</p>}</Show>
      <ButtonLink href={props.asked.to('/')} wide class="main-act">
        {t().problem.start}
      </ButtonLink>
    </>
  )
}
