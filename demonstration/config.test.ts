import { expect, test } from 'vitest'
import { readDemonstrationConfig, readSeedConfig } from './config.ts'

const database = 'postgres://beurt:s3cret@db.example/beurt'
const faultsOf = (args: readonly string[], env: Record<string, string>): string[] => {
  try {
    readDemonstrationConfig(args, env)
    return []
  } catch (error) {
    return (error as Error).message.split('\n').map((line) => line.split(' ')[0]!)
  }
}

test.each([
  [[], {}, { realClock: false, empty: false }],
  [['--real-clock'], {}, { realClock: true, empty: false }],
  [['--empty'], {}, { realClock: true, empty: true }],
  [[], { DATABASE_URL: database }, { realClock: true, empty: true }],
])('%j with %j is %j: where nobody is simulated, nothing sets the clock', (args, env, wanted) => {
  expect(readDemonstrationConfig(args, env)).toMatchObject(wanted)
})

test('a real network behind a proxy believes it only where that is said', () => {
  expect(readDemonstrationConfig([], { DATABASE_URL: database })).toMatchObject({ trustProxy: false, writesPerMinute: 60 })
  const env = { DATABASE_URL: database, BEURT_TRUST_PROXY: '1', BEURT_WRITES_PER_MINUTE: '200', BEURT_URL: 'https://beurt.example/' }
  expect(readDemonstrationConfig([], env)).toMatchObject({ trustProxy: true, writesPerMinute: 200, publicUrl: 'https://beurt.example' })
})

test('every fault is said at once', () => {
  const env = { DATABASE_URL: 'mysql://db', PORT: 'http', BEURT_URL: 'beurt.example', BEURT_KEY: 'short', SMTP_URL: 'mail' }
  expect(faultsOf(['--demo'], env)).toEqual(['--demo', 'PORT', 'DATABASE_URL', 'BEURT_URL', 'SMTP_URL', 'BEURT_KEY'])
})

test('the network is the national one, the small one where it is asked for, and no other', () => {
  expect(readDemonstrationConfig([], {}).network).toBe('national')
  expect(readDemonstrationConfig([], { BEURT_NETWORK: 'small' }).network).toBe('small')
  expect(faultsOf([], { BEURT_NETWORK: 'huge' })).toEqual(['BEURT_NETWORK'])
})

test('the ports follow the first, and each can be given', () => {
  expect(readDemonstrationConfig([], { PORT: '4000', SMTP_PORT: '2525' })).toMatchObject({
    port: 4000,
    kioskPort: 4001,
    mailboxPort: 4004,
    smtpPort: 2525,
  })
})

test('seeding takes a number to draw from, and says what it does not know', () => {
  expect(readSeedConfig([], { DATABASE_URL: database })).toMatchObject({ databaseUrl: database, network: 'national', seed: undefined })
  expect(readSeedConfig(['--seed', '7'], { BEURT_NETWORK: 'small' })).toMatchObject({ databaseUrl: null, network: 'small', seed: 7 })
  for (const args of [['--seed'], ['--seed', 'x'], ['--sow', '7'], ['--seed', '7', '8']])
    expect(() => readSeedConfig(args, {})).toThrow(/known|number/)
})
