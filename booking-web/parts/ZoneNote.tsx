import { useFormat } from '../../ui/texts.tsx'
import { useWords } from '../texts.ts'

/** A name inside a sentence of the other direction, so that the sentence keeps its order. */
export const isolated = (name: string): string => `\u2068${name}\u2069`

/** Says whose time it is, by the name that the language has for the zone. */
export function ZoneNote(props: { place: string; at: number }) {
  const t = useWords()
  const format = useFormat()
  return <p class="soft">{t().zone(isolated(props.place), zoneName(format().language, format().zone, props.at))}</p>
}

const zoneName = (language: string, zone: string, at: number): string =>
  new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { timeZone: zone, timeZoneName: 'longGeneric' })
    .formatToParts(at)
    .find(({ type }) => type === 'timeZoneName')?.value ?? zone
