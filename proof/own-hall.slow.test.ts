import { type ChildProcess, spawn } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { addDevice, signIn } from '../contract/access.ts'
import { type Asker, ask } from '../contract/ask.ts'
import { kioskTake } from '../contract/kiosk.ts'
import { daysOfPoint, listPoints, menu, onePoint } from '../contract/points.ts'
import { counterActs } from '../contract/tickets.ts'
import { command as commandIn, home, path } from './setup/command.ts'
import { type Demonstration, startDemonstration } from './setup/demonstration.ts'
import { key } from './setup/house.ts'

// The road of docs/running.md, "Your own places", with its own commands: a stranger's files become a working hall.
const places = `Nome;Morada;Código Postal;Distrito;Latitude;Longitude;Telefone;Horário
Balcão da Horta;Rua do Mar 1;9900-017;Açores;38,5348;-28,6298;292 000 000;24/7
Balcão do Faial;"Largo 2
r/c";9900-100;Açores;38,57;-28,70;;
`
const services = `name_pt;name_en;minutes;extra_minutes;series;bring_pt
Cartão de cidadão;Identity card;15;10;A;"cartão antigo; fotografia"
Certidão;Certificate;10;;B;
`
const people = `conta;nome;pontos
ana;Ana;balcao-horta
`

let beurt: Demonstration
let agent: ChildProcess | undefined
const began = performance.now()
beforeAll(async () => {
  beurt = await startDemonstration({ args: ['--empty'] })
})
afterAll(async () => {
  agent?.kill('SIGTERM')
  await beurt?.stop()
})

const anyone = (): Asker => ({ send: (request) => fetch(request), base: beurt.site })

const command = (name: string, ...words: string[]) => commandIn(beurt.folder, name, ...words)

async function fileOf(name: string, text: string): Promise<string> {
  const path = join(beurt.folder, name)
  await writeFile(path, text)
  return path
}

async function signedIn(subject: string, password: string): Promise<Asker> {
  const answer = await fetch(`${beurt.site}${signIn.path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ subject, password }),
  })
  expect(answer.status).toBe(200)
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  return { ...anyone(), headers: () => ({ cookie }) }
}

/** The kiosk's own program, enrolled with a code; its address once it serves. */
async function startKiosk(code: string): Promise<string> {
  const port = 20_000 + Math.floor(Math.random() * 9000)
  agent = spawn(process.execPath, [join(home, 'kiosk/agent/main.ts')], {
    cwd: home,
    env: {
      PATH: path,
      PORT: String(port),
      BEURT_API: beurt.site,
      BEURT_KIOSK_CODE: code,
      BEURT_KIOSK_DATA: join(beurt.folder, 'own-kiosk'),
      BEURT_PRINTER_PORT: '1',
    },
    stdio: 'ignore',
  })
  const url = `http://127.0.0.1:${port}`
  await expect
    .poll(
      () =>
        fetch(`${url}/local/state`)
          .then((r) => r.json())
          .then(
            (s) => s.ready && s.open,
            () => false,
          ),
      { timeout: 30_000 },
    )
    .toBe(true)
  return url
}

test('a stranger’s own files become a working hall: imported, opened, first ticket, first call', async () => {
  const preview = await command(
    'import',
    await fileOf('places.csv', places),
    '--preview',
    '--services',
    await fileOf('services.csv', services),
  )
  expect(preview.said).toContain('line 3: would create balcao-faial: "Balcão do Faial", no openings known')
  expect((await ask(anyone(), listPoints, {})).points).toEqual([])

  const imported = await command(
    'import',
    join(beurt.folder, 'places.csv'),
    '--services',
    join(beurt.folder, 'services.csv'),
    '--counters',
    '4',
  )
  expect(imported.wrong).toBe('')
  expect(imported.said).toContain('new points without opening hours: 1. Nobody can come there yet: import again with --openings')
  expect(imported.said.at(-1)).toBe('created 2, updated 0, unchanged 0, refused 0')
  await expect
    .poll(async () => (await ask(anyone(), listPoints, {})).points.map((p) => p.id).sort(), { timeout: 5000 })
    .toEqual(['balcao-faial', 'balcao-horta'])

  const staff = await command('staff', await fileOf('people.csv', people))
  expect(staff.said.at(-1)).toBe('added 1, there already 0. The passwords are said only now.')
  const clerk = await signedIn('ana', /^ana {2}password (\S+)/.exec(staff.said[0]!)![1]!)
  const admin = await signedIn('admin', /first account: admin, password (\S+)/.exec(beurt.output())![1]!)

  const { code } = await ask(admin, addDevice, { point: 'balcao-horta', kind: 'kiosk' }, key())
  const kiosk = await startKiosk(code)
  const wanted = { serviceIds: ['identity-card'], people: 1, language: 'pt' as const }
  const ticket = await ask({ send: (r) => fetch(r), base: kiosk }, kioskTake, wanted, key())
  expect(ticket.label).toBe('A\u2009001')
  expect((performance.now() - began) / 60_000).toBeLessThan(10)

  const counter = { point: 'balcao-horta', counter: 1 } as never
  await ask(clerk, counterActs.open, counter, key())
  await ask(clerk, counterActs.callNext, counter, key())
  const { called } = await (await fetch(`${beurt.site}/api/points/balcao-horta/board`)).json()
  expect(called).toMatchObject([{ label: 'A\u2009001', counter: 1 }])

  const { languages } = await ask(anyone(), onePoint, { point: 'balcao-horta' })
  expect(languages).toEqual(['en', 'pt'])
  const { days } = await ask(anyone(), daysOfPoint, { point: 'balcao-horta', services: 'identity-card', people: '1', days: '3' } as never)
  expect(days.at(-1)!.slots).toBeGreaterThan(0)
})

test('a point without openings is in the list, has nothing to book and gives no ticket', async () => {
  const point = (await ask(anyone(), listPoints, {})).points.find((p) => p.id === 'balcao-faial')
  expect(point).toMatchObject({ openingsKnown: false, bookable: false })
  expect(await ask(anyone(), menu, { point: 'balcao-faial' })).toMatchObject({ state: 'closed', opensAt: null })
  const { days } = await ask(anyone(), daysOfPoint, { point: 'balcao-faial', services: 'identity-card', people: '1' } as never)
  expect(days.some((day) => day.open || day.slots > 0)).toBe(false)
  const page = await (await fetch(`${beurt.site}/book/?all=1&language=pt`)).text()
  expect(page).toContain('Horário ainda não conhecido')
})

test('what was imported goes out again, and comes back unchanged', async () => {
  const file = join(beurt.folder, 'out.csv')
  expect((await command('export', file)).said[0]).toMatch(/^2 points are in .*, from the running database/)
  expect((await command('import', file, '--strict')).said.at(-1)).toBe('created 0, updated 0, unchanged 2, refused 0')
})
