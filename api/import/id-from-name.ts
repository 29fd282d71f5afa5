import { plainLetters } from '../../domain/search-text.ts'

const idMax = 64
const spelled: Record<string, string> = {
  ...plainLetters,
  '&': ' en ',
  '@': ' at ',
}
// Words that tell nothing apart: of, the, and.
const small = new Set(
  'a an and as at d da das de den der des di do dos du e em en et het i in l la las le les los of op the te ten ter the to und van von y'.split(
    ' ',
  ),
)

/** A short lower-case name of plain letters for a place, unlike all in `taken`, which it joins. */
export function idFromName(name: string, taken: Set<string>): string {
  const words = name
    .toLowerCase()
    .replace(/[ßæœøłđðþı&@]/g, (letter) => spelled[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter(Boolean)
  const telling = words.filter((word) => !small.has(word)).map((word) => word.slice(0, 30))
  const base = fitted(telling.length ? telling : words)
  let id = base
  for (let n = 2; taken.has(id); n++) id = `${base.slice(0, idMax - 6)}-${n}`.replace(/--+/g, '-')
  taken.add(id)
  return id
}

/** What tells places apart stands at the end as often as at the beginning: the words in the middle go first. */
function fitted(words: string[]): string {
  const kept = [...words]
  while (kept.join('-').length > idMax - 6 && kept.length > 1) kept.splice(-2, 1)
  return kept.join('-') || 'point'
}
