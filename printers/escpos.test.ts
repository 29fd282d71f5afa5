import fc from 'fast-check'
import jsQR from 'jsqr'
import { beforeAll, expect, test } from 'vitest'
import { type Bitmap, inkAt, inkBox, rows } from './bitmap.ts'
import { blockBytes, rasterCommand, slipBytes, warmUp } from './escpos.ts'
import { arabicSlip, dutchSlip, englishSlip } from './slips.test-support.ts'
import { takeCommand } from './virtual/commands.ts'
import { decode } from './virtual/decode.ts'

beforeAll(warmUp)

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex')

async function paperOf(bytes: Uint8Array, width: 576 | 384 = 576) {
  const { papers, unread } = await decode(bytes, { width })
  expect(unread).toBe(0)
  expect(papers).toHaveLength(1)
  expect(papers[0]!.unknown).toEqual([])
  return papers[0]!
}

function readQr(paper: Bitmap): string | undefined {
  const pixels = new Uint8ClampedArray(paper.width * paper.height * 4)
  for (let dot = 0; dot < paper.width * paper.height; dot++) {
    pixels.fill(inkAt(paper, dot % paper.width, Math.floor(dot / paper.width)) ? 0 : 255, dot * 4, dot * 4 + 3)
    pixels[dot * 4 + 3] = 255
  }
  return jsQR(pixels, paper.width, paper.height)?.data
}

/** Heights of the bands of rows that hold ink without a white row between. */
function bands(paper: Bitmap): { top: number; height: number }[] {
  const found: { top: number; height: number }[] = []
  for (let y = 0, top = -1; y <= paper.height; y++) {
    const inked = y < paper.height && inkBox(rows(paper, y, y + 1)) !== undefined
    if (inked && top < 0) top = y
    if (!inked && top >= 0) {
      found.push({ top, height: y - top })
      top = -1
    }
  }
  return found
}

test('a slip begins by setting every state it stands on', async () => {
  const bytes = await slipBytes(dutchSlip)
  // ESC @, FS ., GS P 203 203, ESC R 0, ESC t 19, ESC 3 42, then the first text: centred, font B, doubled, bold.
  expect(hex(bytes.slice(0, 29))).toBe('1b401c2e1d50cbcb1b52001b74131b332a1b61011b4d011d21111b4501')
  expect(hex(bytes.slice(-4))).toBe('1d564220')
})

test('half a ticket left by a broken job is cut off first when asked', async () => {
  const bytes = await slipBytes(dutchSlip, { cutFirst: true })
  expect(hex(bytes.slice(0, 9))).toBe('1b400a1d5642001c2e')
})

test('the QR commands are those of Epson, counted in bytes', async () => {
  const bytes = await blockBytes([{ kind: 'qr', content: 'https://x.example/é' }], 576)
  const stored = Buffer.from('https://x.example/é', 'utf8')
  expect(hex(bytes)).toContain('1d286b0400314132001d286b03003143081d286b0300314531')
  expect(hex(bytes)).toContain(`1d286b${hex(Uint8Array.of(stored.length + 3, 0))}315030${hex(stored)}1d286b0300315130`)
})

test('accents and the euro go out in code page 858', async () => {
  const bytes = await blockBytes([{ kind: 'text', text: 'één € ç', size: 'body', bold: false, align: 'left' }], 576)
  expect(hex(bytes)).toContain('82826e20d520870a')
})

test('the virtual printer reads what we wrote', async () => {
  const paper = await paperOf(await slipBytes(dutchSlip))
  expect(paper.lines).toEqual([
    'Stadskantoor Aalter',
    'Paspoort aanvragen, 2 personen',
    'Wachten, waarschijnlijk:',
    '10 tot 20 minuten',
    'Voor u: 6 mensen.',
    'Kijk op uw telefoon hoe ver het',
    'is. U kunt even weg.',
    'beurt.example/t/7f3k9q',
    'Leg klaar:',
    '- oud paspoort',
    '- pasfoto per persoon',
    'dinsdag 24 november 2026, 10:42',
    'Nummer A 042',
  ])
  expect(paper.qr).toEqual([dutchSlip.followUrl])
  expect(paper.cut).toBe('partial')
})

test.each([
  ['nl', dutchSlip],
  ['en', englishSlip],
  ['ar', arabicSlip],
])('in %s the number stands at least 20 mm high and is the largest thing, on 80 mm paper', async (_, slip) => {
  const { bitmap } = await paperOf(await slipBytes({ ...slip, followUrl: undefined }))
  const heights = bands(bitmap).map((band) => band.height)
  expect(Math.max(...heights)).toBeGreaterThanOrEqual(160)
  expect(heights.toSorted((a, b) => b - a)[1]).toBeLessThan(60)
})

test.each(['A\u2009042', 'W\u20099999', 'N2\u2009014'])('the number %s keeps within both widths of paper', async (label) => {
  for (const width of [576, 384] as const) {
    const { bitmap } = await decode(await blockBytes([{ kind: 'number', label }, { kind: 'cut' }], width), { width }).then(
      ({ papers }) => papers[0]!,
    )
    const box = inkBox(bitmap)!
    expect(box.left).toBeGreaterThan(0)
    expect(box.right).toBeLessThan(width)
    expect(box.bottom - box.top).toBeGreaterThanOrEqual(width === 576 ? 160 : 104)
  }
})

test.each([576, 384] as const)('an independent reader reads the QR code back from paper %i dots wide, 25 mm or larger', async (width) => {
  for (const slip of [dutchSlip, arabicSlip]) {
    const { bitmap } = await paperOf(await slipBytes(slip, { width }), width)
    expect(readQr(bitmap)).toBe(slip.followUrl)
    const square = bands(bitmap).reduce((most, band) => (band.top > 300 && band.height > most ? band.height : most), 0)
    expect(square).toBeGreaterThanOrEqual(200)
  }
})

test('a long link still makes a code that can be read and fits the narrow paper', async () => {
  const followUrl = `https://beurt.example/tickets/${'a7c9'.repeat(20)}?signature=${'0f3B'.repeat(12)}`
  const { bitmap, lines } = await paperOf(await slipBytes({ ...dutchSlip, followUrl }, { width: 384 }), 384)
  expect(readQr(bitmap)).toBe(followUrl)
  expect(lines.join('')).not.toContain('tickets')
})

test('Arabic comes out drawn and set to the right, with the number in the printer’s letters at the foot', async () => {
  const bytes = await slipBytes({ ...arabicSlip, followUrl: undefined })
  const paper = await paperOf(bytes)
  expect(paper.lines).toEqual(['A 042'])
  expect(Buffer.from(bytes).toString('latin1')).not.toContain('?A')
  const centred = 3
  const texts = bands(paper.bitmap)
    .filter((band) => band.height > 6)
    .slice(centred)
  expect(texts.length).toBeGreaterThanOrEqual(6)
  for (const band of texts) {
    const box = inkBox(rows(paper.bitmap, band.top, band.top + band.height))!
    expect(box.right).toBeGreaterThan(paper.bitmap.width - 20)
    expect(box.left).toBeGreaterThan(0)
  }
})

test('a word in letters the printer lacks is drawn, never put as a question mark', async () => {
  for (const name of ['Łódź', 'Ελλάδα', 'Привет', 'القنصلية المغربية', 'नमस्ते']) {
    const bytes = await blockBytes(
      [{ kind: 'drawn', text: name, size: 'body', bold: true, align: 'left', direction: 'ltr' }, { kind: 'cut' }],
      576,
    )
    const paper = await paperOf(bytes)
    expect(paper.lines).toEqual([])
    const box = inkBox(paper.bitmap)!
    expect(box.right - box.left).toBeGreaterThan(60)
    expect((await paperOf(await slipBytes({ ...dutchSlip, pointName: name }))).lines[0]).toBe('Paspoort aanvragen, 2 personen')
  }
})

test('drawn letters of different scripts are different ink, not one row of empty boxes', async () => {
  const drawn = async (text: string) =>
    hex(
      (
        await paperOf(
          await blockBytes([{ kind: 'drawn', text, size: 'body', bold: false, align: 'left', direction: 'ltr' }, { kind: 'cut' }], 576),
        )
      ).bitmap.bytes,
    )
  const inks = await Promise.all(['Łł', 'Жж', 'Ωω', 'شخ', 'नम', 'ễữ', '\u{1f600}\u{1f600}'].map(drawn))
  expect(new Set(inks).size).toBe(inks.length)
})

test('a copy says so, an emergency number does not alarm', async () => {
  expect((await paperOf(await slipBytes({ ...dutchSlip, copy: true }))).lines[1]).toBe('KOPIE')
  expect((await paperOf(await slipBytes({ ...englishSlip, copy: true }))).lines[1]).toBe('COPY')
  const { lines } = await paperOf(await slipBytes({ ...dutchSlip, label: 'N2\u2009014', emergency: true }))
  expect(lines).toContain('Nummer N2 014')
  expect(lines.join(' ')).toContain('Dit is uw nummer. Wacht tot u het ziet of hoort.')
  expect(lines.join(' ')).not.toMatch(/waarschijnlijk|Voor u|nood|fout|storing/i)
})

test('the paper of an appointment says its time and not how many are there; the wait only where it is late', async () => {
  const appointmentAt = dutchSlip.takenAt + 33 * 60_000
  const onTime = await paperOf(await slipBytes({ ...dutchSlip, appointmentAt }))
  expect(onTime.lines).toContain('Uw afspraak is om 11:15.')
  expect(onTime.lines).toContain('Wij roepen u rond die tijd.')
  expect(onTime.lines.join(' ')).not.toMatch(/waarschijnlijk|Voor u/)
  const late = await paperOf(await slipBytes({ ...dutchSlip, appointmentAt, wait: { fromMinutes: 40, untilMinutes: 60 } }))
  expect(late.lines).toContain('Uw afspraak is om 11:15.')
  expect(late.lines).toContain('40 tot 60 minuten')
  expect(late.lines.join(' ')).not.toMatch(/rond die tijd|Voor u/)
})

test('no text brings a command of its own: only ours remain', async () => {
  const names = (bytes: Uint8Array) => {
    const found: string[] = []
    for (let at = 0; at < bytes.length; ) {
      const command = takeCommand(bytes, at)!
      found.push(command.name)
      at += command.length
    }
    return found
  }
  const ours = new Set(names(await slipBytes({ ...dutchSlip, copy: true, pointName: 'Łódź' })))
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 40 }), fc.uint8Array({ maxLength: 30 }), async (text, raw) => {
      const crooked = Buffer.from(raw).toString('latin1')
      const bytes = await slipBytes({
        ...dutchSlip,
        pointName: text,
        serviceNames: [crooked],
        bring: [text + crooked],
        label: crooked,
        followUrl: undefined,
      })
      for (const name of names(bytes)) expect(ours).toContain(name)
      const { papers } = await decode(bytes)
      expect(papers).toHaveLength(1)
      expect(papers[0]!.unknown).toEqual([])
    }),
    { numRuns: 60 },
  )
})

test('a picture holds no byte pair that printers obey in real time, and loses no ink over it', () => {
  const bytes = Uint8Array.from([0x10, 0x04, 0x10, 0x05, 0x10, 0x14, 0x10, 0x10, 0x04, 0x01])
  const command = rasterCommand({ width: 80, height: 1, bytes })
  expect(hex(command)).toBe('1d7630000a000100' + '18041805181410180401')
})

test('after warming up, a new number is ready for the printer well within 100 ms', async () => {
  for (const slip of [dutchSlip, arabicSlip]) {
    const took: number[] = []
    for (let round = 0; round < 15; round++) {
      const from = performance.now()
      await slipBytes({ ...slip, label: `C\u2009${100 + round}`, pointName: `${slip.pointName} ${round}` })
      took.push(performance.now() - from)
    }
    expect(Math.min(...took)).toBeLessThan(100)
  }
})
