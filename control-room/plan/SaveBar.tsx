import { Show } from 'solid-js'
import { Button } from '../../ui/components/Button.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { Headline } from './Effect.tsx'
import type { Told } from './told.ts'
import { useWords } from './words.ts'

interface SaveBarProps {
  told: Told | undefined
  counting: boolean
  changed: boolean
  faults: number
  busy: boolean
  said: string
  wrong: string | undefined
  /** Somebody else has saved meanwhile. */
  overtaken: boolean
  canUndo: boolean
  onSave: () => void
  onDiscard: () => void
  onUndo: () => void
  onReload: () => void
}

/** Always in sight: what saving would do, in a line, and the button that does it. */
export function SaveBar(props: SaveBarProps) {
  const t = useWords()
  return (
    <div class="save-bar" classList={{ idle: !props.changed && !props.said && !props.wrong }}>
      <div class="outcome" role="status">
        <Show when={props.changed && props.said}>
          <span>{props.said}</span>
        </Show>
        <Show when={props.wrong}>
          <span class="fault">
            <Icon name="warn" />
            {props.wrong}
          </span>
        </Show>
        <Show when={props.faults > 0}>
          <span class="fault">
            <Icon name="warn" />
            {t().effect.mend(props.faults)}
          </span>
        </Show>
        <Show when={props.changed && props.faults === 0} fallback={<Show when={!props.wrong && !props.changed}>{props.said}</Show>}>
          <Show when={props.told} fallback={props.counting ? t().effect.counting : t().effect.unknown}>
            {(told) => (
              <>
                <Headline told={told()} />
                <span>{t().effect.misfits(told().misfits.length)}</span>
              </>
            )}
          </Show>
        </Show>
      </div>
      <div class="row">
        <Show when={props.overtaken}>
          <Button kind="quiet" onClick={() => props.onReload()}>
            {t().effect.reload}
          </Button>
        </Show>
        <Show when={props.canUndo && !props.changed}>
          <Button kind="quiet" icon="undo" busy={props.busy} onClick={() => props.onUndo()}>
            {t().effect.undo}
          </Button>
        </Show>
        <Show when={props.changed}>
          <Button kind="quiet" onClick={() => props.onDiscard()}>
            {t().effect.discard}
          </Button>
          <Button
            busy={props.busy}
            off={props.faults > 0 || props.overtaken || !props.told || props.counting}
            onClick={() => props.onSave()}
          >
            {t().effect.save}
          </Button>
        </Show>
      </div>
    </div>
  )
}
