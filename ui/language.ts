import type { Language } from '../contract/language.ts'

/** Each language as its own speakers write it. */
export const ownNames: Record<Language, string> = {
  nl: 'Nederlands',
  en: 'English',
  fr: 'Français',
  de: 'Deutsch',
  pt: 'Português',
  ar: 'العربية',
}

const locales: Record<Written, string> = { nl: 'nl', en: 'en-GB', fr: 'fr', de: 'de', pt: 'pt-PT', ar: 'ar-u-nu-latn' }

/** The locale Intl formats with; Arabic keeps Western digits, as on tickets and clocks. */
export function localeOf(language: Written): string {
  return locales[language]
}

interface TwoForms {
  zero?: string
  one: string
  other: string
}

interface SixForms {
  zero: string
  one: string
  two: string
  few: string
  many: string
  other: string
}

/** The forms a language must give for a count; Arabic has six and gives all six. */
export interface PluralForms {
  nl: TwoForms
  en: TwoForms
  fr: TwoForms
  de: TwoForms
  pt: TwoForms
  ar: SixForms
}

type Written = keyof PluralForms

const rules: Record<Written, Intl.PluralRules> = {
  nl: new Intl.PluralRules('nl'),
  en: new Intl.PluralRules('en-GB'),
  fr: new Intl.PluralRules('fr'),
  de: new Intl.PluralRules('de'),
  pt: new Intl.PluralRules('pt-PT'),
  ar: new Intl.PluralRules('ar'),
}

/** Chooses the form for `count` and writes the count where the form says `{n}`. */
export function plural<L extends Written>(language: L, count: number, forms: PluralForms[L]): string {
  const given: Partial<Record<Intl.LDMLPluralRule, string>> = forms
  const form = (count === 0 ? given.zero : undefined) ?? given[rules[language].select(count)] ?? forms.other
  return form.replaceAll('{n}', new Intl.NumberFormat(localeOf(language)).format(count))
}
