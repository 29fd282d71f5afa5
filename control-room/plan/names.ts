import { type Language, languages } from '../../contract/language.ts'

/** What a service is called in a language; where it has no name there, in the first language that it has one in. */
export const nameIn = (names: Record<string, string>, language: Language, id: string): string =>
  names[language] ?? names[languages.find((each) => names[each]) ?? ''] ?? id
