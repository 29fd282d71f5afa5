/** A row of a file. `line` is where it begins; `broken` says why none of it can be read, `wrong` why a cell, by its place, cannot. */
export type Row = { line: number; cells: string[]; broken: string | null; wrong?: ReadonlyMap<number, string> }

/** A file as rows of text, the header first. `counts` is what people call its rows: lines of a text, rows of a sheet. */
export type Table = { header: string[]; rows: Row[]; counts: 'line' | 'row' }

/** How many columns of a header are known: of several ways to read a file the one that knows most is right. */
export type Knows = (header: readonly string[]) => number

/** Why a row does not fit the header, or null. */
export function faultOfShape({ cells, broken }: Row, header: readonly string[]): string | null {
  if (broken) return broken
  const used = cells.findLastIndex((cell) => cell.trim() !== '') + 1
  if (used <= header.length) return null
  return `has ${used} cells where the first line has ${header.length}: put text with a separator in it in quotes`
}

/** No more of a cell than a person wants to read, nothing in it that would turn a screen around. */
export const short = (text: string): string =>
  (text.length > 40 ? `${text.slice(0, 39)}…` : text).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, '·')
