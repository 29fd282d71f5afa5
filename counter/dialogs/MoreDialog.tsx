import type { Language } from '../../contract/language.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { LanguagePicker } from '../../ui/components/LanguagePicker.tsx'
import { useTexts } from '../../ui/texts.tsx'
import { useDesk } from '../desk.ts'
import { useWords } from '../words.ts'

export function MoreDialog(props: { onSpeak: (language: Language) => void }) {
  const t = useWords()
  const shared = useTexts()
  const desk = useDesk()
  const close = () => desk.open(undefined)
  const acts = (
    <Button kind="plain" onClick={close}>
      {shared().close}
    </Button>
  )
  return (
    <Dialog open onClose={close} heading={t().more.title} acts={acts}>
      <div class="stack">
        <Button kind="quiet" wide icon="calendar" onClick={() => desk.open({ name: 'appointments' })}>
          {t().more.appointments}
        </Button>
        <Button kind="quiet" wide onClick={() => desk.open({ name: 'keys' })}>
          {t().more.keys}
        </Button>
        <Button kind="quiet" wide onClick={() => desk.elsewhere()}>
          {t().more.other}
        </Button>
        <Button kind="quiet" wide onClick={() => desk.open({ name: 'password' })}>
          {shared().password.act}
        </Button>
        <Button kind="quiet" wide onClick={() => desk.open({ name: 'leave' })}>
          {t().more.out}
        </Button>
      </div>
      <LanguagePicker onPick={props.onSpeak} />
    </Dialog>
  )
}
