import { LanguagePicker } from '../../ui/components/LanguagePicker.tsx'
import { useFormat } from '../../ui/texts.tsx'
import type { Desk, Menu } from '../desk.ts'
import { useWords } from '../words.ts'
import { Words } from './Words.tsx'

interface ClosedProps {
  desk: Desk
  menu: Menu
  now: number
}

/** When it opens again. */
export function Closed(props: ClosedProps) {
  const t = useWords()
  const format = useFormat()
  const when = () => {
    const { opensAt } = props.menu
    if (opensAt === null) return ''
    const isToday = format().date(opensAt) === format().date(props.now)
    return isToday ? t().opensToday(format().time(opensAt)) : t().opensAt(format().dateTime(opensAt))
  }
  return (
    <>
      <LanguagePicker offered={props.desk.offered()} onPick={(language) => props.desk.act({ do: 'speak', language })} class="langs" />
      <Words heading={t().closed} say={when()} />
    </>
  )
}
