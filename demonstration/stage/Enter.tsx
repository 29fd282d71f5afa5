import { For } from 'solid-js'
import { ButtonLink } from '../../ui/components/Button.tsx'
import type { Addresses } from './addresses.ts'
import { type Role, roles, signInPath } from './routes.ts'
import { useWords } from './words.ts'

/** One press each: to be somebody, on their own screen at full size. */
export function Enter(props: { addresses: Addresses }) {
  const t = useWords()
  const link = (address: string, say: string) => (
    <li>
      <ButtonLink kind="quiet" href={address} target="_blank" rel="noopener">
        {say}
      </ButtonLink>
    </li>
  )
  return (
    <section class="enter" aria-labelledby="enter-title">
      <h2 id="enter-title">{t().enter.title}</h2>
      <ul>
        {link(props.addresses.book, t().enter.visitor)}
        {link(props.addresses.counter, t().enter.clerk)}
        <For each={Object.keys(roles) as Role[]}>
          {(role) => (
            <li>
              <form method="post" action={signInPath} target="_blank" rel="noopener">
                <button type="submit" class="button quiet" name="as" value={role}>
                  <span>{t().enter[role]}</span>
                </button>
              </form>
            </li>
          )}
        </For>
        {link(props.addresses.mailbox, t().enter.mailbox)}
      </ul>
      <p class="soft">{t().enter.note}</p>
    </section>
  )
}
