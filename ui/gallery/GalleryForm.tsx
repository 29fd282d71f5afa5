import { Card } from '../components/Card.tsx'
import { ErrorSummary } from '../components/ErrorSummary.tsx'
import { Field } from '../components/Field.tsx'
import { makeTexts } from '../texts.tsx'
import { ar } from './texts/ar.ts'
import { de } from './texts/de.ts'
import { en } from './texts/en.ts'
import { fr } from './texts/fr.ts'
import { nl } from './texts/nl.ts'
import { pt } from './texts/pt.ts'

const useGalleryTexts = makeTexts({ nl, en, fr, de, pt, ar })

export function GalleryForm() {
  const t = useGalleryTexts()
  return (
    <Card as="section">
      <ErrorSummary errors={[{ field: 'mail', message: t().mailWrong }]} />
      <Field name="name" label={t().name} autocomplete="name" />
      <Field
        name="mail"
        label={t().mail}
        hint={t().mailHint}
        error={t().mailWrong}
        type="email"
        autocomplete="email"
        value="jan"
        dir="ltr"
      />
      <Field name="note" label={t().note} optional>
        {(control) => <textarea {...control} rows={2} />}
      </Field>
    </Card>
  )
}
