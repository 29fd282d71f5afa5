import ReceiptPrinterEncoder from '@point-of-sale/receipt-printer-encoder'
import fc from 'fast-check'
import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { inkAt, inkBox, rows } from '../bitmap.ts'
import { takeCommand } from './commands.ts'
import { decode } from './decode.ts'
import type { Paper } from './paper.ts'

const encoder = (options: object = {}) =>
  new ReceiptPrinterEncoder({ printerModel: 'epson-tm-t20iii', newline: '\n', ...options }).initialize()

async function paperOf(bytes: Iterable<number>, width = 576): Promise<Paper> {
  const { papers, unread } = await decode(Uint8Array.from(bytes), { width })
  expect(unread).toBe(0)
  expect(papers).toHaveLength(1)
  return papers[0]!
}

const cut = [0x1d, 0x56, 0]
const bytesOf = (text: string) => [...Buffer.from(text, 'latin1')]

test('text of an encoder we do not use comes out in its code pages', async () => {
  const text = ['één café, € 12,50', 'Łódź', 'Ελλάδα', 'Привет', 'São João']
  const job = text.reduce((made, line) => made.line(line), encoder().codepage('auto')).cut()
  const paper = await paperOf(job.encode())
  expect(paper.lines).toEqual(text)
  expect(paper.unknown).toEqual([])
  expect(paper.cut).toBe('full')
})

test('the same letters come out of page 1252 when told so', async () => {
  const paper = await paperOf(encoder().codepage('windows1252').line('“één” – €').cut('partial').encode())
  expect(paper.lines).toEqual(['“één” – €'])
  expect(paper.cut).toBe('partial')
})

test('its QR code can be read off the paper, and its words are told', async () => {
  const paper = await paperOf(
    encoder().align('center').qrcode('https://other.example/42', { model: 2, size: 8, errorlevel: 'q' }).cut().encode(),
  )
  expect(paper.qr).toEqual(['https://other.example/42'])
  const { bitmap } = paper
  const pixels = Uint8ClampedArray.from({ length: bitmap.width * bitmap.height * 4 }, (_, at) => {
    const dot = at >> 2
    return at % 4 < 3 && inkAt(bitmap, dot % bitmap.width, Math.floor(dot / bitmap.width)) ? 0 : 255
  })
  expect(jsQR(pixels, bitmap.width, bitmap.height)?.data).toBe('https://other.example/42')
})

test('its sizes, bold and alignment show in the ink', async () => {
  const height = async (job: ReceiptPrinterEncoder) => {
    const box = inkBox((await paperOf(job.cut().encode())).bitmap)!
    return { tall: box.bottom - box.top, wide: box.right - box.left, left: box.left, right: box.right }
  }
  const plain = await height(encoder().line('HHHH'))
  const large = await height(encoder().width(3).height(3).line('HHHH'))
  expect(Math.abs(large.tall - plain.tall * 3)).toBeLessThan(6)
  expect(Math.abs(large.wide - plain.wide * 3)).toBeLessThan(12)
  expect((await height(encoder().align('right').line('HHHH'))).right).toBeGreaterThan(570)
  expect(plain.left).toBeLessThan(4)
  const ink = async (job: ReceiptPrinterEncoder) =>
    (await paperOf(job.cut().encode())).bitmap.bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0)
  expect(await ink(encoder().bold(true).line('HHHH'))).toBeGreaterThan((await ink(encoder().line('HHHH'))) * 1.2)
})

test.each(['raster', 'column'] as const)('its picture comes out dot for dot (%s)', async (imageMode) => {
  const [width, height] = [64, 48]
  const dark = (x: number, y: number) => (x * 7 + y * 13) % 5 < 2 || x === y
  const image = { width, height, data: new Uint8ClampedArray(width * height * 4) }
  for (let dot = 0; dot < width * height; dot++)
    image.data.set([...Array(3).fill(dark(dot % width, Math.floor(dot / width)) ? 0 : 255), 255], dot * 4)
  const { bitmap, unknown } = await paperOf(
    encoder({ imageMode })
      .image(image as ImageData, width, height, 'threshold')
      .cut()
      .encode(),
  )
  expect(unknown).toEqual([])
  const top = inkBox(bitmap)!.top
  for (let y = 0; y < height; y++) for (let x = 0; x < width; x++) expect(inkAt(bitmap, x, top + y)).toBe(dark(x, y))
})

test('graphics stored with GS ( L are printed when asked', async () => {
  const raster = [0x1d, 0x28, 0x4c, 12, 0, 0x30, 0x70, 0x30, 1, 1, 0x31, 16, 0, 1, 0, 0xf0, 0x0f]
  const paper = await paperOf([...raster, 0x1d, 0x28, 0x4c, 2, 0, 0x30, 0x32, ...cut])
  const { top } = inkBox(paper.bitmap)!
  expect([...rows(paper.bitmap, top, top + 1).bytes.slice(0, 2)]).toEqual([0xf0, 0x0f])
})

test('a line too long for the paper goes on below', async () => {
  const paper = await paperOf([...bytesOf('a'.repeat(50)), 0x0a, ...cut])
  expect(paper.lines).toEqual(['a'.repeat(48), 'aa'])
  const narrow = await paperOf([...bytesOf('a'.repeat(33)), 0x0a, ...cut], 384)
  expect(narrow.lines).toEqual(['a'.repeat(32), 'a'])
})

test('what is not known is named, not printed as letters', async () => {
  const barcode = [0x1d, 0x6b, 4, ...bytesOf('*ABC*'), 0]
  const paper = await paperOf([
    ...bytesOf('before'),
    0x0a,
    ...barcode,
    0x1d,
    0x28,
    0x58,
    3,
    0,
    1,
    2,
    3,
    0x1f,
    0x1b,
    0x7e,
    ...bytesOf('after'),
    0x0a,
    ...cut,
  ])
  expect(paper.lines).toEqual(['before', 'after'])
  expect(paper.unknown).toEqual(['GS k (04 2a 41 42 43 2a 00)', 'GS (X (01 02 03)', 'bytes 1f', 'bytes 1b 7e'])
})

test('a code page this printer has not is named, its letters are marked', async () => {
  const paper = await paperOf([0x1b, 0x74, 30, 0xe1, 0x0a, ...cut])
  expect(paper.lines).toEqual(['\ufffd'])
  expect(paper.unknown).toEqual(['code page 30'])
})

test('feeding counts in half dots until the units are set', async () => {
  const height = async (before: number[]) => (await paperOf([...before, 0x1b, 0x4a, 100, ...cut])).bitmap.height
  expect((await height([0x1d, 0x50, 203, 203])) - (await height([]))).toBe(50)
})

test('bytes cut at any place are read as the whole is', async () => {
  const whole = encoder()
    .codepage('auto')
    .line('Łódź €')
    .bold(true)
    .line('x')
    .qrcode('https://a.example')
    .barcode('1234567', 'code39', { height: 40 })
    .cut()
    .encode()
  for (let end = 0; end < whole.length; end++) {
    let at = 0
    const part = whole.slice(0, end)
    for (let command = takeCommand(part, at); at < part.length && command; command = takeCommand(part, at)) at += command.length
    expect(at).toBeLessThanOrEqual(end)
  }
  expect((await decode(whole.slice(0, -2))).papers).toHaveLength(0)
})

test('rubbish never breaks the printer', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const { unread } = await decode(bytes)
      expect(unread).toBeLessThanOrEqual(bytes.length)
    }),
    { numRuns: 300 },
  )
})
