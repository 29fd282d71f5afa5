import { Button } from '../../ui/components/Button.tsx'
import type { Desk } from '../desk.ts'
import type { Page } from '../flow.ts'
import { useWords } from '../words.ts'
import { Words } from './Words.tsx'

interface SorryProps {
  desk: Desk
  page: Extract<Page, { at: 'sorry' }>
}

/** Why there is no number, in the visitor's words, and what to do. */
export function Sorry(props: SorryProps) {
  const t = useWords()
  const said = () => {
    const { why, title, say } = props.page
    if (why === 'refused') return [title ?? t().sorry, say ?? t().sorryHow] as const
    if (why === 'no-appointment') return [t().noAppointment, t().noAppointmentHow] as const
    return why === 'offer-gone' ? ([t().offerGone, t().offerGoneHow] as const) : ([t().sorry, t().sorryHow] as const)
  }
  const act = () => (props.page.why === 'no-appointment' || props.page.why === 'offer-gone' ? t().takeNumber : t().startAgain)
  return (
    <Words heading={said()[0]} say={said()[1]}>
      <Button wide onClick={() => props.desk.again()}>
        {act()}
      </Button>
    </Words>
  )
}
