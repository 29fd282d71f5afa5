import { ButtonLink } from '../../ui/components/Button.tsx'
import { staffHash } from './route.ts'
import { useWords } from './words.ts'

/** Leads to the people who work here. */
export function StaffLink() {
  const t = useWords()
  return (
    <ButtonLink kind="plain" href={staffHash}>
      {t().link}
    </ButtonLink>
  )
}
