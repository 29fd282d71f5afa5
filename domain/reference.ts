/**
 * Digits and letters that no two people read differently: no 0 and O, no 1, I and L; S, B, Z and U read as 5, 8, 2 and V;
 * no A and E either, so that no code spells a word.
 */
const alphabet = '23456789CDFGHJKMNPQRTVWXY'
const size = alphabet.length
const length = 8
const alike: Readonly<Record<string, string>> = { S: '5', B: '8', Z: '2', U: 'V' }

/**
 * The last sign: all eight, weighted 1 and 2 in turn, sum up to a multiple of 25. Neither the weights nor their difference share a factor
 * with 25, so one wrong sign or two swapped neighbours always show. Times 13 is halving, modulo 25.
 */
function checkOf(values: readonly number[]): number {
  let sum = 0
  for (const [i, value] of values.entries()) sum += value * (1 + (i % 2))
  return ((size - (sum % size)) * 13) % size
}

/** A reference of eight characters from ten random bytes: seven drawn (6.1 thousand million), the last one checks the others. */
export function referenceOf(random: Uint8Array): string {
  const left = Array.from(random.subarray(0, 10))
  const values: number[] = []
  for (let n = 0; n < length - 1; n++) {
    let rest = 0
    for (let i = 0; i < left.length; i++) {
      const value = rest * 256 + (left[i] ?? 0)
      left[i] = Math.floor(value / size)
      rest = value % size
    }
    values.push(rest)
  }
  return [...values, checkOf(values)].map((v) => alphabet[v]).join('')
}

/**
 * A reference as somebody typed it (spaces, dashes, small letters, full-width or Arabic digits, a look-alike), or null for what cannot be
 * one: blank, only dashes, a wild card, a slip of one sign. Whether it is anybody's is for the calendar to say.
 */
export function readReference(typed: string): string | null {
  if (typed.length > 64) return null
  const plain = typed
    .normalize('NFKC')
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .toUpperCase()
  if (plain.length !== length) return null
  const values = [...plain].map((sign) => alphabet.indexOf(alike[sign] ?? sign))
  if (values.length !== length || values.includes(-1)) return null
  return checkOf(values.slice(0, -1)) === values.at(-1) ? values.map((v) => alphabet[v]).join('') : null
}

/** As it is shown: `K7PM 2XQ4`, with a space that does not break. */
export const showReference = (reference: string): string => `${reference.slice(0, 4)}\u00a0${reference.slice(4)}`
