import { Show } from 'solid-js'
import type { FieldProblem } from '../../contract/problems.ts'
import { fieldSentence } from '../../contract/texts/problems.ts'
import { Button } from '../../ui/components/Button.tsx'
import { ErrorSummary } from '../../ui/components/ErrorSummary.tsx'
import { Field } from '../../ui/components/Field.tsx'
import { Icon } from '../../ui/components/Icon.tsx'
import { useFormat, useLanguage } from '../../ui/texts.tsx'
import { type Asked, holdPath } from '../asked.ts'
import { Bring } from '../parts/Bring.tsx'
import { Facts, type VisitOut } from '../parts/Facts.tsx'
import { ForWhom } from '../parts/ForWhom.tsx'
import { Steps } from '../parts/Steps.tsx'
import { ZoneNote } from '../parts/ZoneNote.tsx'
import type { Details as Typed } from '../read-details.ts'
import { useWords } from '../texts.ts'

interface DetailsProps {
  asked: Asked
  visit: VisitOut
  typed: Typed
  faults: readonly FieldProblem[]
  /** The Idempotency-Key of this form. */
  formKey: string
  zoneNote: boolean
}

const fieldNames = ['name', 'email', 'phone'] as const

export function Details(props: DetailsProps) {
  const t = useWords()
  const language = useLanguage()
  const format = useFormat()
  const faultOf = (name: string) => {
    const fault = props.faults.find(({ field }) => field === `body.${name}`)
    if (!fault) return undefined
    return name === 'name' && fault.code === 'empty' ? t().details.nameFault : fieldSentence(language(), fault.code)
  }
  const faults = () => fieldNames.flatMap((field) => ({ field, message: faultOf(field) ?? '' })).filter(({ message }) => message)
  const minutesTill = (until: string) => Math.max(1, Math.ceil((Date.parse(until) - props.asked.now) / 60_000))
  const action = (end = '') => props.asked.to(`${holdPath(props.visit.token)}${end}`)
  return (
    <>
      <Steps
        back={props.asked.to(`/${props.visit.point.id}/time`, { services: props.visit.serviceIds.join(','), people: props.visit.people })}
        step={3}
      />
      <ErrorSummary errors={faults()} />
      <h1>{t().details.title}</h1>
      <Show when={props.visit.until}>
        {(until) => (
          <p class="kept">
            <Icon name="clock" /> <span>{t().details.kept(format().duration(minutesTill(until())), format().time(until()))}</span>
          </p>
        )}
      </Show>
      <div class="chosen">
        <div>
          <Facts visit={props.visit} />
          <Show when={props.zoneNote}>
            <ZoneNote place={props.visit.point.name} at={Date.parse(props.visit.startsAt)} />
          </Show>
        </div>
      </div>
      <ForWhom visit={props.visit} />
      <Bring services={props.visit.services} />
      <form class="stack wide-gap" method="post" action={action()} novalidate>
        <input type="hidden" name="key" value={props.formKey} />
        <Field
          name="name"
          label={t().details.name}
          hint={t().details.nameHint}
          error={faultOf('name')}
          value={props.typed.name}
          autocomplete="name"
          autocapitalize="words"
          maxlength="80"
          required
          dir="auto"
        />
        <fieldset class="stack" aria-describedby="reach">
          <legend>{t().details.reach}</legend>
          <p class="soft" id="reach">
            {t().details.reachHint}
          </p>
          <Field
            name="email"
            label={t().details.email}
            hint={t().details.emailHint}
            error={faultOf('email')}
            value={props.typed.email ?? ''}
            type="email"
            autocomplete="email"
            inputmode="email"
            autocapitalize="none"
            spellcheck={false}
            dir="ltr"
            optional
          />
          <Field
            name="phone"
            label={t().details.phone}
            hint={t().details.phoneHint}
            error={faultOf('phone')}
            value={props.typed.phone ?? ''}
            type="tel"
            autocomplete="tel"
            inputmode="tel"
            dir="ltr"
            optional
          />
        </fieldset>
        <p class="soft">{t().details.erased}</p>
        <Button type="submit" wide class="main-act">
          {t().details.book}
        </Button>
      </form>
      <form method="post" action={action('/let-go')}>
        <input type="hidden" name="key" value={props.formKey} />
        <Button type="submit" kind="quiet" wide>
          {t().details.letGo}
        </Button>
      </form>
    </>
  )
}
