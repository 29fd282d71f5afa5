import { createSignal, onCleanup, onMount } from 'solid-js'
import { useTexts } from '../texts.tsx'
import { Button } from './Button.tsx'

interface UndoBarProps {
  /** What was done: `A 042 is klaar.` */
  text: string
  onUndo: () => void
  /** The time to undo is over, or it was undone. */
  onDone: () => void
  seconds?: number
  /** The key that undoes: `F1`. */
  hint?: string
}

/** Stands in its own place on the screen, never over anything. Show it keyed by what was done. */
export function UndoBar(props: UndoBarProps) {
  const t = useTexts()
  const [left, setLeft] = createSignal(props.seconds ?? 5)
  let timer: ReturnType<typeof setInterval> | undefined
  const finish = () => {
    clearInterval(timer)
    props.onDone()
  }
  onMount(() => {
    timer = setInterval(() => {
      if (setLeft((seconds) => seconds - 1) === 0) finish()
    }, 1000)
    onCleanup(() => clearInterval(timer))
  })
  const undo = () => {
    props.onUndo()
    finish()
  }
  return (
    <div class="undo-bar">
      <span role="status">{props.text}</span>
      <Button kind="quiet" icon="undo" hint={props.hint} onClick={undo}>
        {t().undo} <span aria-hidden="true">({left()})</span>
      </Button>
    </div>
  )
}
