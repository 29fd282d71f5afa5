import { unknownSettings } from '../contract/setting-names.ts'

/** One setting: its name in the environment, its default, and what it is for. */
type Setting<T> = { env: string; fallback: T | null; about: string; read: (text: string) => T | undefined }

const whole = (min: number, max: number) => (text: string) => {
  const value = /^\d+$/.test(text) ? Number(text) : Number.NaN
  return Number.isInteger(value) && value >= min && value <= max ? value : undefined
}
const text = (t: string) => (t.trim() === '' ? undefined : t.trim())
const address =
  (...schemes: string[]) =>
  (t: string) =>
    URL.canParse(t) && schemes.includes(new URL(t).protocol) && new URL(t).hostname ? t.replace(/\/$/, '') : undefined

const settings = {
  databaseUrl: {
    env: 'DATABASE_URL',
    fallback: null,
    about: 'Postgres 15 or newer, as postgres://user:password@host/name',
    read: address('postgres:', 'postgresql:'),
  } as Setting<string>,
  port: { env: 'PORT', fallback: 3000, about: 'port to listen on', read: whole(1, 65535) } as Setting<number>,
  host: { env: 'HOST', fallback: '127.0.0.1', about: 'address to listen on; 0.0.0.0 for all', read: text } as Setting<string>,
  publicUrl: {
    env: 'BEURT_URL',
    fallback: 'http://localhost:3000',
    about: 'where visitors reach this, for links in mails and on tickets',
    read: address('http:', 'https:'),
  } as Setting<string>,
  key: {
    env: 'BEURT_KEY',
    fallback: null,
    about: 'at least 32 characters, secret, the same in every process: links of visits are made from it',
    read: (t) => (t.length >= 32 && new Set(t).size >= 8 ? t : undefined),
  } as Setting<string>,
  smtpUrl: {
    env: 'SMTP_URL',
    fallback: 'smtp://127.0.0.1:25',
    about: 'where mails are handed in',
    read: address('smtp:', 'smtps:'),
  } as Setting<string>,
  mailFrom: { env: 'BEURT_MAIL_FROM', fallback: 'Beurt <no-reply@localhost>', about: 'sender of mails', read: text } as Setting<string>,
  writesPerMinute: {
    env: 'BEURT_WRITES_PER_MINUTE',
    fallback: 60,
    about: 'writes a minute without a sign-in, of each visitor and from each address',
    read: whole(1, 1_000_000),
  } as Setting<number>,
  trustProxy: {
    env: 'BEURT_TRUST_PROXY',
    fallback: 0,
    about: '1 where a proxy of ours sets X-Forwarded-For',
    read: whole(0, 1),
  } as Setting<number>,
}

export type Config = { [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never }

type Environment = Record<string, string | undefined>

/** Reads the settings of the api. Throws one error that names every fault, and never says a secret. */
export function readConfig(env: Environment = process.env): Config {
  const faults = unknownSettings(env)
  const config = readSome(Object.keys(settings) as (keyof Config)[], env, faults)
  if (faults.length) throw new Error(faults.join('\n'))
  return config
}

/** Reads some of the settings; what does not do is added to `faults`, and the value is then not there. */
export function readSome<K extends keyof Config>(names: readonly K[], env: Environment, faults: string[]): Pick<Config, K> {
  const config: Record<string, unknown> = {}
  for (const name of names) {
    const setting = settings[name] as Setting<unknown>
    const given = env[setting.env]
    const value = given === undefined ? setting.fallback : setting.read(given)
    if (value === undefined) faults.push(`${setting.env} does not do: ${setting.about}`)
    else if (value === null) faults.push(`${setting.env} is missing: ${setting.about}`)
    else config[name] = value
  }
  return config as Pick<Config, K>
}

/** Every setting with its default and meaning, for the docs. */
export const describeConfig = (): { env: string; fallback: unknown; about: string }[] =>
  Object.values(settings as Record<string, Setting<unknown>>).map(({ env, fallback, about }) => ({ env, fallback, about }))
