import { type JSX, Show, splitProps } from 'solid-js'
import { useTexts } from '../texts.tsx'
import { Icon } from './Icon.tsx'

/** What a control inside a field has to carry; `Field` gives it to its child when the control is no plain input. */
export interface ControlIds {
  id: string
  name: string
  'aria-describedby': string | undefined
  'aria-invalid': 'true' | undefined
}

interface FieldProps extends Omit<JSX.InputHTMLAttributes<HTMLInputElement>, 'children'> {
  name: string
  label: string
  hint?: string
  /** What is wrong and how to mend it, as a sentence. */
  error?: string
  optional?: boolean
  /** A select, text area or other control instead of the plain input. */
  children?: (control: ControlIds) => JSX.Element
}

/** The id of the control of a field, for an ErrorSummary to point to. */
export const fieldId = (name: string) => `field-${name}`

export function Field(props: FieldProps) {
  const t = useTexts()
  const [own, rest] = splitProps(props, ['name', 'label', 'hint', 'error', 'optional', 'children', 'class'])
  const id = () => fieldId(own.name)
  const control: ControlIds = {
    get id() {
      return id()
    },
    get name() {
      return own.name
    },
    get 'aria-describedby'() {
      const parts = [own.hint && `${id()}-hint`, own.error && `${id()}-error`].filter(Boolean)
      return parts.join(' ') || undefined
    },
    get 'aria-invalid'() {
      return own.error ? ('true' as const) : undefined
    },
  }
  return (
    <div class={`field ${own.error ? 'wrong' : ''} ${own.class ?? ''}`}>
      <label for={id()}>
        {own.label} <Show when={own.optional}>({t().optional})</Show>
      </label>
      <Show when={own.hint}>
        <div class="hint" id={`${id()}-hint`}>
          {own.hint}
        </div>
      </Show>
      <Show when={own.error}>
        <div class="error" id={`${id()}-error`}>
          <Icon name="warn" />
          <span>
            <span class="unseen">{t().error} </span>
            {own.error}
          </span>
        </div>
      </Show>
      <Show when={own.children} fallback={<input {...rest} {...control} />}>
        {(child) => child()(control)}
      </Show>
    </div>
  )
}
