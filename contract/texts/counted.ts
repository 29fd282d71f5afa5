/** The forms of a counted noun by CLDR plural category; `#` stands for the number; `other` answers for what is not given. */
export type Forms = { other: string } & Partial<Record<Intl.LDMLPluralRule, string>>

/** A function that says a whole number with its noun in the form that `language` wants (Arabic has six, Dutch two). */
export function counted(language: string, forms: Forms): (count: number) => string {
  const rules = new Intl.PluralRules(language)
  return (count) => (forms[rules.select(count)] ?? forms.other).replace('#', String(count))
}
