import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { settingNames } from '../contract/setting-names.ts'
import { describeConfig, readConfig } from './config.ts'

const secret = 'hk3-9dLq_2mVz.77aPw-sT0yXe5RbUcN'
const good = { DATABASE_URL: 'postgres://beurt:s3cret-pass@db.example/beurt', BEURT_KEY: secret }

const faultsOf = (env: Record<string, string | undefined>): string[] => {
  try {
    readConfig(env)
    return []
  } catch (error) {
    return (error as Error).message.split('\n')
  }
}

test('with the two settings that have no default, everything else has its own', () => {
  expect(readConfig(good)).toEqual({
    databaseUrl: good.DATABASE_URL,
    port: 3000,
    host: '127.0.0.1',
    publicUrl: 'http://localhost:3000',
    key: secret,
    smtpUrl: 'smtp://127.0.0.1:25',
    mailFrom: 'Beurt <no-reply@localhost>',
    writesPerMinute: 60,
    trustProxy: 0,
  })
})

test('an address loses its last slash, so that links have one', () => {
  expect(readConfig({ ...good, BEURT_URL: 'https://afspraak.example/' }).publicUrl).toBe('https://afspraak.example')
})

const broken: [name: string, values: string[]][] = [
  ['DATABASE_URL', ['', 'db', 'localhost:5432', 'mysql://db/x', 'https://db/x', 'postgres://']],
  ['PORT', ['', ' ', '0', '-1', '65536', '80.5', '0x50', '8e1', 'http', 'NaN', 'Infinity']],
  ['HOST', ['', '   ']],
  ['BEURT_URL', ['', 'beurt.example', 'localhost:3000', 'ftp://beurt.example', 'javascript:alert(1)', 'http://']],
  ['BEURT_KEY', ['', 'short', 'x'.repeat(31), 'x'.repeat(64), 'abababababababababababababababababab']],
  ['SMTP_URL', ['', '127.0.0.1:25', 'http://mail.example', 'smtp://']],
  ['BEURT_MAIL_FROM', ['', '  ']],
  ['BEURT_WRITES_PER_MINUTE', ['', '0', '-5', '1.5', 'many', '1000001']],
  ['BEURT_TRUST_PROXY', ['', 'yes', 'true', '2', '-1']],
]

test.each(broken)('%s does not do when it is wrong, and says what it is for', (name, values) => {
  const { about } = describeConfig().find((s) => s.env === name)!
  for (const value of values) expect(faultsOf({ ...good, [name]: value }), JSON.stringify(value)).toEqual([`${name} does not do: ${about}`])
})

test('every setting is in the table above', () => {
  expect(broken.map(([name]) => name).sort()).toEqual(
    describeConfig()
      .map((s) => s.env)
      .sort(),
  )
})

test('every setting is told in the docs', () => {
  const docs = readFileSync(new URL('../docs/running.md', import.meta.url), 'utf8')
  for (const { env } of describeConfig()) expect(docs).toContain(`\`${env}\``)
})

const at = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), 'utf8')
const rooms = ['api/config.ts', 'api/import/config.ts', 'kiosk/agent/config.ts', 'demonstration/config.ts', 'printers/virtual/config.ts']

test('the names that are known are those that some program reads, and the docs tell each', () => {
  const read = new Set(rooms.flatMap((path) => at(path).match(/\bBEURT_[A-Z_]+/g) ?? []))
  expect(settingNames).toEqual([...read].sort())
  for (const name of settingNames) expect(at('docs/running.md')).toContain(`\`${name}\``)
})

test('a mistyped name is a fault, and another program is welcome to its own', () => {
  expect(
    faultsOf({ ...good, BEURT_TRUSTPROXY: '1', BEURT_PAPER_MM: '58', BEURT_SERVICE_HOST: '10.0.0.8', BEURT_PORT: 'tcp://10.0.0.8:3000' }),
  ).toEqual(['BEURT_TRUSTPROXY is no setting; docs/running.md tells them all'])
})

test('what is missing is named as missing', () => {
  expect(faultsOf({}).map((line) => line.split(':')[0])).toEqual(['DATABASE_URL is missing', 'BEURT_KEY is missing'])
})

test('all faults are told at once', () => {
  const all = Object.fromEntries(broken.map(([name, values]) => [name, values[0]]))
  expect(faultsOf(all).length).toBe(broken.length)
})

test('no secret is said, right or wrong', () => {
  const all = { DATABASE_URL: 'mysql://u:s3cret-pass@db/x', BEURT_KEY: 'too short a key', SMTP_URL: 'http://u:m4il-pass@mail', PORT: 'x' }
  const said = faultsOf(all).join('\n')
  for (const part of ['s3cret-pass', 'too short a key', 'm4il-pass']) expect(said).not.toContain(part)
})
