/** Letters that no decomposition takes apart, as people type them without the key for it. */
export const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Those, and Arabic ones that are written in several ways. */
const folds: Record<string, string> = {
  ...plainLetters,
  ة: 'ه',
  ى: 'ي',
  ی: 'ي',
  ک: 'ك',
  ء: '',
  ـ: '',
}

const digitOf = (char: string): string => String(((char.codePointAt(0) ?? 0) - (char < '۰' ? 0x660 : 0x6f0)) % 10)

/**
 * Text as it is compared: lower case, without accents, vowel marks and punctuation, one space between words. By NFKD, so that marks come
 * off (Unicode Standard Annex 15): `Évora` and `evora`, and `أ إ آ` and `ا`, are the same. Arabic digits become European ones.
 */
export function folded(text: string): string {
  const low = text.slice(0, 200).toLowerCase()
  return plain.test(low) ? low : foldedSlowly(low)
}

const plain = /^[a-z0-9]+(?: [a-z0-9]+)*$/

const foldedSlowly = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[٠-٩۰-۹]/g, digitOf)
    .replace(/[ßæœøłđðþıةىیکءـ]/g, (char) => folds[char] ?? '')
    .replace(/['’ʼ]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** An Arabic word without its article and what is written onto it (the prefixes of Larkey's light stemming, 2002); others as they are. */
const bare = (word: string): string => word.replace(/^(?:وال|بال|كال|فال|لل|ال)(?=[\u0621-\u064a]{3})/, '')

/** The words of a text as they are compared. */
export const wordsOf = (text: string): string[] => folded(text).split(' ').filter(Boolean).map(bare)

/** How many slips are forgiven in a word: none in a short one, one from four letters on, two from eight. */
export const slipsIn = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/**
 * How many slips (a letter wrong, missing, too many, or two changed about) lie between a word and a text, or any beginning of it where
 * `prefix`; `most + 1` where there are more. The optimal string alignment distance (Damerau 1964), given up as soon as it is above `most`.
 */
export function slipsBetween(word: string, text: string, most: number, prefix = false): number {
  const width = prefix ? Math.min(text.length, word.length + most) : text.length
  if (word.length - width > most || (!prefix && width - word.length > most)) return most + 1
  let before: number[] = []
  let above = Array.from({ length: width + 1 }, (_, i) => i)
  for (let i = 1; i <= word.length; i++) {
    const row = [i]
    let least = i
    for (let j = 1; j <= width; j++) {
      const same = word[i - 1] === text[j - 1]
      let slips = Math.min((above[j - 1] as number) + (same ? 0 : 1), (above[j] as number) + 1, (row[j - 1] as number) + 1)
      if (i > 1 && j > 1 && word[i - 1] === text[j - 2] && word[i - 2] === text[j - 1])
        slips = Math.min(slips, (before[j - 2] as number) + 1)
      row.push(slips)
      least = Math.min(least, slips)
    }
    if (least > most) return most + 1
    before = above
    above = row
  }
  return Math.min(most + 1, prefix ? Math.min(...above) : (above[width] as number))
}

/** How well a typed word fits a word of a text: 1 for the same, less for a beginning, a part of a compound, or slips; 0 for not at all. */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1
  if (typed.length < 2) return word.startsWith(typed) ? 0.5 : 0
  if (word.startsWith(typed)) return 0.7 + (0.2 * typed.length) / word.length
  // `huwelijksakte` is found by `akte`, and `paspoortaanvraag` finds `paspoort`: German and Dutch write words together.
  if (typed.length >= 4 && word.includes(typed)) return 0.6
  if (word.length >= 4 && typed.startsWith(word)) return 0.6
  const most = slipsIn(typed.length)
  if (most === 0) return 0
  const slips = slipsBetween(typed, word, most)
  if (slips <= most) return 0.75 - 0.15 * slips
  if (word.length > typed.length && slipsBetween(typed, word, 1, true) <= 1) return 0.5
  return isOneStem(typed, word) ? 0.45 : 0
}

/** Two forms of a word, as `verhuisd` and `verhuizing`: they begin alike, for five letters and most of the shorter one. */
function isOneStem(a: string, b: string): boolean {
  let alike = 0
  while (alike < a.length && a[alike] === b[alike]) alike++
  return alike >= 5 && alike * 3 >= Math.min(a.length, b.length) * 2
}
