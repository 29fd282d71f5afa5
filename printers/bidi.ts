/** A piece of text that runs one way: `level` even is left to right, odd right to left. */
export type Piece = { text: string; level: number }

type Kind = 'L' | 'R' | 'E' | 'N'
const rtl = '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}]'
const letter = '[\\p{L}\\p{M}\\u200c\\u200d]'
const piecePattern = new RegExp(
  `(?<digits>\\p{Nd}+(?:[.,:/-]\\p{Nd}+)*)|(?<right>(?:(?=${letter})(?:${rtl}|[\\p{M}\\u200c\\u200d]))+)|(?<left>(?:(?!${rtl})${letter})+)|(?<space> +)|(?<other>[^\\p{L}\\p{M}\\p{Nd} ]+)`,
  'gu',
)
const strongPattern = new RegExp(`(?<right>(?=\\p{L})${rtl})|\\p{L}`, 'u')

/** Which way a text runs by itself: that of its first letter; undefined without letters. */
export function ownDirection(text: string): 'ltr' | 'rtl' | undefined {
  const match = strongPattern.exec(text)
  if (!match) return undefined
  return match.groups?.right ? 'rtl' : 'ltr'
}

/**
 * Cuts a line into pieces in the order they are seen, left to right. This is the part of the Unicode
 * Bidirectional Algorithm (UAX 9) that a slip needs: strong letters, numbers and neutrals, no embeddings.
 * Brackets in a right-to-left piece come back mirrored.
 */
export function visualPieces(line: string, base: 'ltr' | 'rtl'): Piece[] {
  const pieces = [...line.matchAll(piecePattern)].map((match) => ({ text: match[0], kind: kindOf(match.groups ?? {}) }))
  const ground = base === 'rtl' ? 1 : 0
  const kinds = settleNeutrals(
    settleNumbers(
      pieces.map((piece) => piece.kind),
      base,
    ),
    base,
  )
  const levelled = pieces.map((piece, index) => level(piece.text, kinds[index] ?? 'N', piece.kind, ground))
  return reorder(levelled)
}

function kindOf(groups: Record<string, string | undefined>): Kind {
  if (groups.digits) return 'E'
  if (groups.right) return 'R'
  return groups.left ? 'L' : 'N'
}

// Rule W7: a number after a left-to-right letter belongs to it.
function settleNumbers(kinds: Kind[], base: 'ltr' | 'rtl'): Kind[] {
  let strong: Kind = base === 'rtl' ? 'R' : 'L'
  return kinds.map((kind) => {
    if (kind === 'L' || kind === 'R') strong = kind
    return kind === 'E' && strong === 'L' ? 'L' : kind
  })
}

// Rules N1 and N2: a neutral takes the direction on both its sides, numbers counting as right to left, else the line's.
function settleNeutrals(kinds: Kind[], base: 'ltr' | 'rtl'): Kind[] {
  const ground: Kind = base === 'rtl' ? 'R' : 'L'
  const side = (kind: Kind | undefined): Kind => (kind === undefined ? ground : kind === 'E' ? 'R' : kind)
  return kinds.map((kind, index) => {
    if (kind !== 'N') return kind
    const before = side(kinds.slice(0, index).findLast((other) => other !== 'N'))
    const after = side(kinds.slice(index).find((other) => other !== 'N'))
    return before === after ? before : ground
  })
}

function level(text: string, kind: Kind, was: Kind, ground: number): Piece {
  if (kind === 'L') return { text, level: ground === 0 ? 0 : 2 }
  if (kind === 'E') return { text, level: 2 }
  const turned = was === 'N' ? [...text].reverse().map(mirror).join('') : text
  return { text: turned, level: 1 }
}

function mirror(mark: string): string {
  const pairs = '()[]{}<>«»'
  const at = pairs.indexOf(mark)
  return at < 0 ? mark : (pairs[at ^ 1] ?? mark)
}

// Rule L2: from the highest level down to the lowest odd one, turn every run at that level or above.
function reorder(pieces: Piece[]): Piece[] {
  const order = [...pieces]
  for (let depth = 2; depth > 0; depth--) {
    for (let start = 0; start < order.length; start++) {
      if ((order[start]?.level ?? 0) < depth) continue
      let end = start
      while ((order[end + 1]?.level ?? -1) >= depth) end++
      order.splice(start, end - start + 1, ...order.slice(start, end + 1).reverse())
      start = end
    }
  }
  return order
}
