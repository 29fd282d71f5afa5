/** The forms of a counted noun by CLDR plural category; `#` stands for the number; `other` answers for what is not given. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** What a language must give: Arabic all six forms, the others one of one and one of many. */
type FormsOf<L extends string> = L extends `ar${string}` ? Record<Intl.LDMLPluralRule, string> : Forms & { one: string }

/** A function that says a whole number with its noun in the form that `language` wants (Arabic has six, Dutch two). */
export function counted<L extends string>(language: L, forms: FormsOf<L>): (count: number) => string {
  const rules = new Intl.PluralRules(language)
  const given: Forms = forms
  return (count) => (given[rules.select(count)] ?? given.other).replace('#', String(count))
}
