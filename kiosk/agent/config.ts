import { unknownSettings } from '../../contract/setting-names.ts'

type Setting<T> = { env: string; fallback: T | null; about: string; read: (text: string) => T | undefined }

const text = (t: string) => (t.trim() === '' ? undefined : t.trim())
const port = (t: string) => (/^\d{1,5}$/.test(t) && Number(t) <= 65535 ? Number(t) : undefined)
const setting = <T>(env: string, fallback: T | null, about: string, read: (text: string) => T | undefined): Setting<T> => ({
  env,
  fallback,
  about,
  read,
})

const settings = {
  api: setting('BEURT_API', null, 'address of the api, such as https://beurt.example', (t) =>
    URL.canParse(t) ? t.replace(/\/$/, '') : undefined,
  ),
  token: setting('BEURT_KIOSK_TOKEN', '', 'token of this kiosk; not needed where it enrols with a code', text),
  enrolCode: setting('BEURT_KIOSK_CODE', '', 'code from the control room, works once', text),
  printerHost: setting('BEURT_PRINTER_HOST', '127.0.0.1', 'address of the ticket printer', text),
  printerPort: setting('BEURT_PRINTER_PORT', 9100, 'raw port of the ticket printer', port),
  printerDevice: setting('BEURT_PRINTER_DEVICE', '', 'device file of a printer on USB; used in place of its address', text),
  paperMm: setting('BEURT_PAPER_MM', 80, '80 or 58', (t) => (t === '80' || t === '58' ? Number(t) : undefined)),
  port: setting('PORT', 3100, 'port of the screen, on this machine only', port),
  folder: setting('BEURT_KIOSK_DATA', '.data/kiosk', 'folder of journal, identity and last menu', text),
  screen: setting('BEURT_KIOSK_SCREEN', 'dist/kiosk', 'folder of the built screen', text),
}

export type KioskConfig = { [K in keyof typeof settings]: (typeof settings)[K] extends Setting<infer T> ? T : never }

/** Reads the settings of a kiosk. Throws one error that names every fault, and never says a secret. */
export function readKioskConfig(env: Record<string, string | undefined> = process.env): KioskConfig {
  const faults = unknownSettings(env)
  const config: Record<string, unknown> = {}
  for (const [name, { env: key, fallback, about, read }] of Object.entries(settings) as [string, Setting<unknown>][]) {
    const value = env[key] === undefined ? fallback : read(env[key])
    if (value === undefined) faults.push(`${key} does not do: ${about}`)
    else if (value === null) faults.push(`${key} is missing: ${about}`)
    else config[name] = value
  }
  if (faults.length) throw new Error(faults.join('\n'))
  return config as KioskConfig
}
