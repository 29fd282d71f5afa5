import { zipTexts } from './zip.ts'

/** Gives a number as its cell shows it, where the cell's format only pads it with zeros: a postal code 01067, 3800-003 or 0123. */
export type Paddings = (row: number, column: number, number: string) => string | undefined

/** Reads which cells of a sheet pad their numbers; what spreadsheets keep as 1067 and show as 01067 is 01067. */
export function paddingsOf(bytes: Uint8Array, sheetName: string): Paddings {
  const parts = zipTexts(bytes, /^xl\/(workbook|styles|_rels\/workbook|worksheets\/[^/]+)\.xml(\.rels)?$/)
  const formats = paddingFormats(parts.get('xl/styles.xml') ?? '')
  const cells = new Map<string, string>()
  if (formats.size > 0)
    for (const [, reference, style] of (parts.get(pathOf(parts, sheetName)) ?? '').matchAll(/<c r="([A-Z]+\d+)"(?=[^>]*? s="(\d+)")/g)) {
      const format = formats.get(Number(style))
      if (format) cells.set(reference!, format)
    }
  return (row, column, number) => {
    const format = cells.get(`${lettersOf(column)}${row}`)
    return format === undefined || !/^\d+$/.test(number) ? undefined : padded(number, format)
  }
}

/** The formats of nothing but zeros and signs between them, by the number of the style. */
function paddingFormats(styles: string): Map<number, string> {
  const own = new Map<string, string>()
  for (const [tag] of styles.matchAll(/<numFmt [^>]*>/g)) own.set(attribute(tag, 'numFmtId') ?? '', attribute(tag, 'formatCode') ?? '')
  const formats = new Map<number, string>()
  const cellStyles = /<cellXfs[^>]*>(.*?)<\/cellXfs>/s.exec(styles)?.[1] ?? ''
  ;[...cellStyles.matchAll(/<xf [^>]*>/g)].forEach(([tag], i) => {
    const code = (own.get(attribute(tag, 'numFmtId') ?? '') ?? '').split(';')[0]!.replace(/\[[^\]]*\]|["\\]/g, '')
    if (/^0[0\- /.]*0$/.test(code) && !code.includes('.')) formats.set(i, code)
  })
  return formats
}

/** The file of a sheet inside the workbook. */
function pathOf(parts: ReadonlyMap<string, string>, sheetName: string): string {
  const sheet = [...(parts.get('xl/workbook.xml') ?? '').matchAll(/<sheet [^>]*>/g)].find(
    ([tag]) => attribute(tag, 'name') === sheetName,
  )?.[0]
  const id = sheet && attribute(sheet, 'r:id')
  const relation = [...(parts.get('xl/_rels/workbook.xml.rels') ?? '').matchAll(/<Relationship [^>]*>/g)].find(
    ([tag]) => attribute(tag, 'Id') === id,
  )?.[0]
  const target = (relation && attribute(relation, 'Target')) ?? ''
  return target.startsWith('/') ? target.slice(1) : `xl/${target}`
}

const named: Record<string, string> = { '&quot;': '"', '&apos;': "'", '&lt;': '<', '&gt;': '>', '&amp;': '&' }
const attribute = (tag: string, name: string): string | undefined =>
  new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]?.replace(/&(quot|apos|lt|gt|amp);/g, (sign) => named[sign]!)

function lettersOf(column: number): string {
  const letter = String.fromCharCode(65 + ((column - 1) % 26))
  return column > 26 ? lettersOf(Math.floor((column - 1) / 26)) + letter : letter
}

function padded(number: string, format: string): string {
  const digits = number.padStart(format.replace(/[^0]/g, '').length, '0')
  let text = ''
  let left = digits.length
  for (let i = format.length - 1; i >= 0; i--) text = (format[i] === '0' ? digits[--left]! : format[i]!) + text
  return digits.slice(0, left) + text
}
