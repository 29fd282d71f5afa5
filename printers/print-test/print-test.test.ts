import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { startVirtualPrinter, type VirtualPrinter } from '../virtual/virtual-printer.ts'
import { readAsked } from './asked.ts'

let printer: VirtualPrinter
beforeEach(async () => {
  printer = await startVirtualPrinter({ clock: () => Date.UTC(2026, 10, 24, 9, 42) })
})
afterEach(() => printer.stop())

/** The command itself, as `npm run print-test` runs it. */
async function command(...words: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn('bun', [fileURLToPath(new URL('main.ts', import.meta.url)), ...words], { stdio: ['ignore', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (text) => (said += text))
  const code = await new Promise<number | null>((done) => child.once('close', done))
  return { code, said }
}

const here = () => `127.0.0.1:${printer.port}`

test('a slip that is no valid number comes out, and the printer’s own word is said', async () => {
  const { code, said } = await command(here(), '--language', 'en')
  expect(said).toBe('It says: online, paper ok, cover closed.\nThe printer says that the slip came out.\n')
  expect(code).toBe(0)
  const [paper] = printer.papers()
  expect(paper!.unknown).toEqual([])
  expect(paper!.bitmap.width).toBe(576)
  expect(paper!.lines.join(' ')).toContain('Test print. This is not a valid number.')
})

test('without paper, or with nobody there, it says so and leaves with 1', async () => {
  await fetch(`http://127.0.0.1:${printer.httpPort}/paper-out`, { method: 'POST' })
  const without = await command(here())
  expect(without).toMatchObject({ code: 1, said: expect.stringContaining('There is no paper') })
  const { port } = printer
  await printer.stop()
  expect(await command(`127.0.0.1:${port}`)).toMatchObject({ code: 1, said: expect.stringContaining('no printer answers there') })
  expect(printer.papers()).toEqual([])
  printer = await startVirtualPrinter({ clock: () => 0 })
})

test('what is not understood is not tried: it leaves with 2', async () => {
  expect(await command()).toMatchObject({ code: 2, said: expect.stringContaining('which printer?') })
  expect(await command(here(), '--mm', '70')).toMatchObject({ code: 2, said: expect.stringContaining('--mm 70 is not known') })
})

test('a printer is an address with a port, or a device file', () => {
  expect(readAsked(['192.0.2.10'])).toEqual({ to: { host: '192.0.2.10', port: 9100 }, width: 576, language: 'nl' })
  expect(readAsked(['printer.hall.example:9101', '--mm', '58']).to).toEqual({ host: 'printer.hall.example', port: 9101 })
  expect(readAsked(['[2001:db8::7]:9100']).to).toEqual({ host: '2001:db8::7', port: 9100 })
  expect(readAsked(['/dev/usb/lp0', '--language', 'ar'])).toMatchObject({ to: { device: '/dev/usb/lp0' }, language: 'ar' })
  for (const wrong of ['http://a', '192.0.2.10:0', '192.0.2.10:70000', 'a b']) expect(() => readAsked([wrong])).toThrow('is no address')
})
