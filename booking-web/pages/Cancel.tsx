import { Button, ButtonLink } from '../../ui/components/Button.tsx'
import { Facts, type VisitOut } from '../parts/Facts.tsx'
import { useWords } from '../texts.ts'

export function Cancel(props: { visit: VisitOut; action: string; back: string; formKey: string }) {
  const t = useWords()
  return (
    <>
      <h1>{t().cancel.title}</h1>
      <div class="chosen">
        <Facts visit={props.visit} />
      </div>
      <p>{t().cancel.say}</p>
      <form class="stack" method="post" action={props.action}>
        <input type="hidden" name="key" value={props.formKey} />
        <Button type="submit" wide>
          {t().cancel.yes}
        </Button>
        <ButtonLink href={props.back} kind="quiet" wide>
          {t().cancel.no}
        </ButtonLink>
      </form>
    </>
  )
}
