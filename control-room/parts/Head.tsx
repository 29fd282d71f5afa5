import { createSignal, Show } from 'solid-js'
import type { Language } from '../../contract/language.ts'
import { Button } from '../../ui/components/Button.tsx'
import { Clock } from '../../ui/components/Clock.tsx'
import { ConnectionState } from '../../ui/components/ConnectionState.tsx'
import { Dialog } from '../../ui/components/Dialog.tsx'
import { LanguagePicker } from '../../ui/components/LanguagePicker.tsx'
import type { Me } from '../../ui/entry.ts'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import { ReportLink } from '../totals/ReportLink.tsx'
import { useWords } from '../words.ts'
import { zoneName } from '../zones.ts'

interface HeadProps {
  who: Me
  now: () => number
  connected: boolean
  lostAt: number | undefined
  /** The halls lie in more than one time zone: the clock says whose time it is. */
  several: boolean
  onSpeak: (language: Language) => void
  onLeave: () => void
}

export function Head(props: HeadProps) {
  const t = useWords()
  const format = useFormat()
  const language = useLanguage()
  const [open, setOpen] = createSignal(false)
  return (
    <>
      <header class="head night">
        <h1>{t().title}</h1>
        <ConnectionState connected={props.connected} lostAt={props.lostAt} />
        <Clock now={props.now} withDate place={props.several ? zoneName(format().zone, language()) : undefined} />
        <ReportLink kind="plain" />
        <Button kind="plain" aria-label={t().you(props.who.name)} onClick={() => setOpen(true)}>
          <bdi>{props.who.name}</bdi>
        </Button>
      </header>
      <Dialog open={open()} onClose={() => setOpen(false)} heading={props.who.name}>
        <LanguagePicker onPick={props.onSpeak} />
        <Show when={open()}>
          <Button kind="quiet" onClick={() => props.onLeave()}>
            {t().leave}
          </Button>
        </Show>
      </Dialog>
    </>
  )
}
