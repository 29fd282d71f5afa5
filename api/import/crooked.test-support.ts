import { readFileSync } from 'node:fs'

/** A file of our own, as crooked as real files are: its mark, semicolons, decimal commas, line breaks in cells, and every kind of bad row. */
export const crooked = (): Uint8Array => readFileSync(new URL('./crooked.csv', import.meta.url))
