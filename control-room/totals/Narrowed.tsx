import { Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Named } from '../../ui/components/Named.tsx'
import { isolated } from '../isolated.ts'
import type { Answer } from './answer.ts'
import type { Asked } from './route.ts'
import { useWords } from './words.ts'

/** Of which place and service the figures are; each can be let go of. */
export function Narrowed(props: { answer: Answer; onChange: (change: Partial<Asked>) => void }) {
  const t = useWords()
  return (
    <h2 class="narrowed">
      <Show when={props.answer.point} fallback={<span>{t().all}</span>}>
        {(point) => (
          <>
            <bdi>{point().name}</bdi>
            <Button
              kind="plain"
              icon="close"
              aria-label={t().notOnly(isolated(point().name))}
              onClick={() => props.onChange({ point: undefined, by: undefined })}
            />
          </>
        )}
      </Show>
      <Show when={props.answer.service}>
        {(service) => (
          <>
            <span aria-hidden="true">·</span>
            <Named names={service().names} else={service().id} />
            <Button
              kind="plain"
              icon="close"
              aria-label={t().notOnly(isolated(Object.values(service().names)[0] ?? service().id))}
              onClick={() => props.onChange({ service: undefined, by: undefined })}
            />
          </>
        )}
      </Show>
    </h2>
  )
}
