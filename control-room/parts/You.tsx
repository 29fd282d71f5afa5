import { createSignal, Show } from 'solid-js'
import { Portal } from 'solid-js/web'
import type { Asker } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { LanguagePicker } from '../../ui/components/LanguagePicker.tsx'
import { OwnPassword } from '../../ui/components/OwnPassword.tsx'
import type { Me } from '../../ui/entry.ts'
import { useTexts } from '../../ui/texts.tsx'
import { useWords } from '../words.ts'

interface YouProps {
  asker: Asker
  who: Me
  kind?: 'plain' | 'quiet'
  onSpeak: (language: Language) => void
  onLeave: () => void
}

/** Who is signed in; behind it the language, the password and the way out. */
export function You(props: YouProps) {
  const t = useWords()
  const shared = useTexts()
  const [open, setOpen] = createSignal(false)
  const [changing, setChanging] = createSignal(false)
  const change = () => {
    setOpen(false)
    setChanging(true)
  }
  return (
    <>
      <Button kind={props.kind ?? 'plain'} aria-label={t().you(props.who.name)} onClick={() => setOpen(true)}>
        <bdi>{props.who.name}</bdi>
      </Button>
      {/* Not on the dark ground that the button may stand on. */}
      <Portal>
        <Dialog open={open()} onClose={() => setOpen(false)} heading={props.who.name}>
          <LanguagePicker onPick={props.onSpeak} />
          <Show when={open()}>
            <Button kind="quiet" onClick={change}>
              {shared().password.act}
            </Button>
            <Button kind="quiet" onClick={() => props.onLeave()}>
              {t().leave}
            </Button>
          </Show>
        </Dialog>
        <Show when={changing()}>
          <OwnPassword asker={props.asker} onClose={() => setChanging(false)} />
        </Show>
      </Portal>
    </>
  )
}
