import { onMount } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { isolated } from '../isolated.ts'
import type { Shown } from './person.ts'
import { useWords } from './words.ts'

/** The only time that a password is seen. It stays until somebody says that they have it. */
export function NewPassword(props: { shown: Shown; onNoted: () => void }) {
  const t = useWords()
  let heading!: HTMLHeadingElement
  onMount(() => {
    heading.focus()
    heading.scrollIntoView({ block: 'nearest' })
  })
  return (
    <section class="card best new-password" aria-labelledby="new-password">
      <h2 id="new-password" tabindex="-1" ref={heading}>
        {t().password.of(isolated(props.shown.name))}
      </h2>
      <p>{t().password.account(isolated(props.shown.subject))}</p>
      <bdi class="code" lang="en" dir="ltr">
        {props.shown.password}
      </bdi>
      <p>{t().password.once}</p>
      <Button onClick={() => props.onNoted()}>{t().password.noted}</Button>
    </section>
  )
}
