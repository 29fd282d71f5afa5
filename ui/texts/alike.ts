import type { Language } from '../../contract/language.ts'

const set = (words: string) => new Set(words.split(' '))

/** Names and signs that stay themselves in any language. */
export const names = set(
  'pdf qr qr-code sms wifi digid itsme beurt nederlands english français deutsch português km min json uuidv7 geonames natural earth cc by',
)

/** Words that two languages share; the pair in the order of `languages`. Whatever else is equal was not translated. */
const shared: Partial<Record<string, ReadonlySet<string>>> = {
  'nl en': set('code e-mail online start help audio kiosk display tablet open type printer in app ok status test agenda'),
  'nl fr': set('papier code e-mail agenda service'),
  'nl de': set('minuten personen kopie nummer alle post code online app papier'),
  'en fr': set('minute minutes code service services page pause'),
  'en de': set('name person code online app'),
  'fr de': set('code liste pause papier service'),
  'fr pt': set('limite'),
}

/** Words of each language that stand in nearly every sentence of it, and in no other of ours. */
const marks: Record<Language, RegExp | undefined> = {
  nl: /(?<![\p{L}-])(?:het|een|niet|uw|voor|kunt|naar|wij|zijn|bij|geen|kies|hier|wordt)(?![\p{L}-])/iu,
  en: /(?<![\p{L}-])(?:the|of|and|you|your|with|this|choose|have|here|from|for)(?![\p{L}-])/iu,
  fr: /(?<![\p{L}-])(?:le|vous|votre|pour|est|une|dans|avec|il|et|cette|nous)(?![\p{L}-])/iu,
  de: /(?<![\p{L}-])(?:und|nicht|sie|ihr|ihre|ist|eine|einen|der|wir|für|mit|auf)(?![\p{L}-])/iu,
  pt: /(?<![\p{L}-])(?:não|uma|para|são|está|sua|seu|já|à|às|ao)(?![\p{L}-])/iu,
  ar: undefined,
}

/** Words among the marks of another language that this one has too. */
const known: Partial<Record<Language, ReadonlySet<string>>> = { fr: set('à'), de: set('hier'), pt: set('for') }

/** How one does not speak to a visitor: by the first name, and in Portuguese as in Brazil. */
const notOurs: Partial<Record<Language, RegExp>> = {
  nl: /(?<!\p{L})(?:je|jij|jou|jouw)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:tu|toi|ton|tes)(?!\p{L})/iu,
  de: /(?<!\p{L})(?:du|dich|dir|dein|deine|deinen)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:você|vocês|celular|tela|usuário|cadastro|agendamento|agendar)(?!\p{L})/iu,
}

const wordsOf = (text: string) => text.toLowerCase().match(/[\p{L}][\p{L}\d-]*/gu) ?? []

/** True when two languages may well say the same here: each word is a name, or one they share. */
export function mayBeAlike(one: Language, other: Language, text: string): boolean {
  const both = shared[`${one} ${other}`] ?? shared[`${other} ${one}`]
  return wordsOf(text).every((word) => word.length < 2 || names.has(word) || both?.has(word))
}

/** A word that says that a text in `language` is in another one, or undefined. */
export function foreignWord(language: Language, text: string): string | undefined {
  for (const [other, mark] of Object.entries(marks)) {
    const found = other === language ? undefined : mark?.exec(text)?.[0]
    if (found !== undefined && !known[language]?.has(found.toLowerCase())) return found
  }
  return undefined
}

/** A word that is too familiar, or of another country, or undefined. */
export const unfitWord = (language: Language, text: string): string | undefined => notOurs[language]?.exec(text)?.[0]

/** What is wrong with the signs of a text: French wants a no-break space before ? ! : ; and inside « », and the curved apostrophe. */
export function signFault(language: Language, text: string): string | undefined {
  if (language !== 'fr') return undefined
  return (/[^\s\u00a0\u202f][?!;»](?=\s|$)|\p{L}:(?=\s|$)| [?!:;»]|«(?![\u00a0\u202f])|'/u.exec(text) ?? [])[0]
}
