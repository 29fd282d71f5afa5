import { Show } from 'solid-js'
import type { Asker } from '../../contract/ask.ts'
import type { Language } from '../../contract/language.ts'
import { Clock } from '../../ui/components/Clock.tsx'
import { ConnectionState } from '../../ui/components/ConnectionState.tsx'
import type { Me } from '../../ui/entry.ts'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import { isAdmin } from '../person.ts'
import { StaffLink } from '../staff/StaffLink.tsx'
import { ReportLink } from '../totals/ReportLink.tsx'
import { useWords } from '../words.ts'
import { zoneName } from '../zones.ts'
import { You } from './You.tsx'

interface HeadProps {
  asker: Asker
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
  return (
    <header class="head night">
      <h1>{t().title}</h1>
      <ConnectionState connected={props.connected} lostAt={props.lostAt} />
      <Clock now={props.now} withDate place={props.several ? zoneName(format().zone, language()) : undefined} />
      <ReportLink kind="plain" />
      <Show when={isAdmin(props.who)}>
        <StaffLink />
      </Show>
      <You asker={props.asker} who={props.who} onSpeak={props.onSpeak} onLeave={props.onLeave} />
    </header>
  )
}
