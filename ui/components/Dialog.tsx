import { createEffect, createUniqueId, type JSX, onCleanup, onMount, type ParentProps, Show } from 'solid-js'
import { useTexts } from '../texts.tsx'
import { Button } from './Button.tsx'

interface DialogProps extends ParentProps {
  open: boolean
  /** Asked to close: Escape, the close button, or `close()` of the element. */
  onClose: () => void
  heading: string
  /** The buttons below; without them there is one to close. */
  acts?: JSX.Element
  class?: string
}

/** The browser's own dialog: it traps the focus, gives it back, and closes on Escape. */
export function Dialog(props: DialogProps) {
  const t = useTexts()
  const id = createUniqueId()
  let element!: HTMLDialogElement
  createEffect(() => {
    if (props.open && !element.open) element.showModal()
    else if (!props.open && element.open) element.close()
  })
  // A dialog that is only taken away gives no focus back; its late event must not close the one that follows.
  let gone = false
  onMount(() =>
    onCleanup(() => {
      gone = true
      element.close()
    }),
  )
  const closed = () => !gone && props.open && props.onClose()
  return (
    <dialog ref={element} class={`dialog ${props.class ?? ''}`} aria-labelledby={id} onClose={closed}>
      <Show when={props.open}>
        <h2 id={id}>{props.heading}</h2>
        {props.children}
        <div class="acts">
          <Show
            when={props.acts}
            fallback={
              <Button kind="quiet" onClick={() => props.onClose()}>
                {t().close}
              </Button>
            }
          >
            {props.acts}
          </Show>
        </div>
      </Show>
    </dialog>
  )
}
