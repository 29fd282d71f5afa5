import { connect } from 'node:net'
import { inflateSync } from 'node:zlib'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { slipBytes } from '../escpos.ts'
import { tcpPort } from '../ports/tcp.ts'
import { print } from '../print.ts'
import { arabicSlip, dutchSlip } from '../slips.test-support.ts'
import { virtualPrinterConfig } from './config.ts'
import { pageTexts } from './page-texts.ts'
import { startVirtualPrinter, type VirtualPrinter } from './virtual-printer.ts'

let printer: VirtualPrinter
beforeEach(async () => {
  printer = await startVirtualPrinter({ clock: () => Date.UTC(2026, 10, 24, 9, 42) })
})
afterEach(() => printer.stop())

const get = (path: string, headers: Record<string, string> = {}) => fetch(`http://127.0.0.1:${printer.httpPort}${path}`, { headers })
const post = (path: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${printer.httpPort}${path}`, { method: 'POST', headers, redirect: 'manual' })
const printSlip = async () => print(tcpPort('127.0.0.1', printer.port), await slipBytes(dutchSlip))

test('papers are listed newest first, dated by the clock it was given', async () => {
  await printSlip()
  await print(tcpPort('127.0.0.1', printer.port), await slipBytes(arabicSlip))
  const papers = await (await get('/papers')).json()
  expect(papers.map((paper: { n: number }) => paper.n)).toEqual([2, 1])
  expect(papers[1]).toMatchObject({
    cutAt: '2026-11-24T09:42:00.000Z',
    widthDots: 576,
    qr: [dutchSlip.followUrl],
    unknown: [],
    png: '/papers/1.png',
  })
  expect(papers[1].lines).toContain('Nummer A 042')
  expect(await (await get('/papers/2')).json()).toEqual(papers[0])
})

test('the picture of a paper holds its dots', async () => {
  await printSlip()
  const { bitmap } = printer.papers()[0]!
  const response = await get('/papers/1.png')
  expect(response.headers.get('content-type')).toBe('image/png')
  const png = Buffer.from(await response.arrayBuffer())
  expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([576, bitmap.height])
  const start = png.indexOf('IDAT') + 4
  const raw = inflateSync(png.subarray(start, start + png.readUInt32BE(start - 8)))
  for (const y of [0, 200, bitmap.height - 1]) {
    const row = Uint8Array.from(raw.subarray(y * 73 + 1, y * 73 + 73), (byte) => ~byte & 255)
    expect([...row]).toEqual([...bitmap.bytes.slice(y * 72, y * 72 + 72)])
  }
  const svg = await (await get('/papers/1.svg')).text()
  expect(svg).toContain(`viewBox="0 0 576 ${bitmap.height}"`)
  const inked = [...svg.matchAll(/h(\d+)v1/g)].reduce((sum, match) => sum + Number(match[1]), 0)
  expect(inked).toBe(bitmap.bytes.reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0))
})

test('only pages of its own may show it within them, unless others were named', async () => {
  const policyOf = async (port: number, path: string) =>
    (await fetch(`http://127.0.0.1:${port}${path}`)).headers.get('content-security-policy') ?? ''
  const stage = 'http://localhost:3000'
  const framed = await startVirtualPrinter({ framedBy: () => [stage] })
  for (const path of ['/', '/roll', '/papers']) {
    expect(await policyOf(printer.httpPort, path)).toMatch(/frame-ancestors 'self'$/)
    expect(await policyOf(framed.httpPort, path)).toMatch(new RegExp(`frame-ancestors 'self' ${stage}$`))
  }
  await framed.stop()
})

test('its mouth shows the last paper and what is wrong', async () => {
  const roll = async () => (await get('/roll?language=en')).text()
  expect(await roll()).toContain(pageTexts.en.none)
  await printSlip()
  await printSlip()
  expect(await roll()).toContain('<img src="/papers/2.png"')
  expect(await roll()).not.toContain('/papers/1.png')
  expect(await roll()).not.toContain('class="wrong"')
  await post('/paper-out')
  expect(await roll()).toContain(`<p role="status" class="wrong">${pageTexts.en.standing.out}</p>`)
})

test('the buttons do what they say, from a form and from a program', async () => {
  expect(await (await post('/paper-out')).json()).toMatchObject({ paper: 'out' })
  expect(await printSlip()).toBe('paper-out')
  const form = await post('/mend', { accept: 'text/html' })
  expect([form.status, form.headers.get('location')]).toEqual([303, '/'])
  expect(await printSlip()).toBe('printed')
  for (const act of Object.keys(pageTexts.nl.acts)) expect((await post(`/${act}`)).status).toBe(200)
  expect((await post('/explode')).status).toBe(404)
})

test('the page speaks the language asked for and shows the papers', async () => {
  await printSlip()
  const page = await (await get('/', { 'accept-language': 'ar,en;q=0.5' })).text()
  expect(page).toContain('dir="rtl"')
  expect(page).toContain(pageTexts.ar.title)
  expect(page).toContain('src="/papers/1.png"')
  expect(await (await get('/?language=en')).text()).toContain('Ready to print.')
  expect(await (await get('/', { 'accept-language': 'uk' })).text()).toContain(pageTexts.nl.title)
})

test('words on the paper are not taken for the page’s own', async () => {
  await print(tcpPort('127.0.0.1', printer.port), await slipBytes({ ...dutchSlip, pointName: '<script>"x"&' }))
  const page = await (await get('/')).text()
  expect(page).toContain('&lt;script>&quot;x&quot;&amp;')
  expect(page).not.toContain('alt="<script>')
})

test('what is not there is not found', async () => {
  for (const path of ['/papers/1.png', '/papers/x', '/nothing']) expect((await get(path)).status).toBe(404)
})

test('paper that is put in again goes on where it stopped', async () => {
  printer.set({ paperEndsAfterDots: 300 })
  const socket = connect(printer.port, '127.0.0.1')
  socket.write(await slipBytes(dutchSlip))
  while (printer.standing().paper !== 'out') await new Promise((resolve) => setTimeout(resolve, 5))
  expect(printer.papers()).toHaveLength(0)
  printer.set('mend')
  expect(printer.papers()[0]!.lines.at(-1)).toBe('Nummer A 042')
  socket.destroy()
})

test('a question in real time is answered however the network cuts it, and while the cover is open', async () => {
  printer.set('cover-open')
  const socket = connect({ port: printer.port, host: '127.0.0.1', noDelay: true })
  const answers: number[] = []
  socket.on('data', (bytes) => answers.push(...(bytes as Buffer)))
  for (const byte of [0x41, 0x10, 0x04, 0x02, 0x10, 0x04, 0x04]) {
    socket.write(Uint8Array.of(byte))
    await new Promise((resolve) => setTimeout(resolve, 3))
  }
  while (answers.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(answers).toEqual([0x16, 0x12])
  socket.destroy()
})

test('only the last hundred papers are kept, under their own numbers', async () => {
  const cut = [0x41, 0x0a, 0x1d, 0x56, 0]
  await print(tcpPort('127.0.0.1', printer.port), Uint8Array.from(Array.from({ length: 103 }, () => cut).flat()))
  expect(printer.papers().map((paper) => paper.n)).toEqual(Array.from({ length: 100 }, (_, index) => index + 4))
  expect(await (await get('/papers/103')).json()).toMatchObject({ n: 103, lines: ['A'] })
  expect((await get('/papers/3')).status).toBe(404)
})

test('a taken port is an error at the start', async () => {
  await expect(startVirtualPrinter({ port: printer.port })).rejects.toThrow()
  await expect(startVirtualPrinter({ httpPort: printer.httpPort })).rejects.toThrow()
})

test('settings say all that is wrong at once', () => {
  expect(virtualPrinterConfig({})).toEqual({ port: 9100, httpPort: 9180, host: '127.0.0.1', width: 576 })
  expect(virtualPrinterConfig({ BEURT_VIRTUAL_PRINTER_PAPER_MM: '58' }).width).toBe(384)
  expect(() => virtualPrinterConfig({ BEURT_VIRTUAL_PRINTER_PORT: 'x', BEURT_VIRTUAL_PRINTER_PAPER_MM: '70' })).toThrow(
    /PAPER_MM.*\n.*PORT/,
  )
})
