/** Every name of a setting that begins with `BEURT_`. One file of settings may serve several programs, so each knows the names of the others. */
export const settingNames = [
  'BEURT_API',
  'BEURT_DATA',
  'BEURT_KEY',
  'BEURT_KIOSK_CODE',
  'BEURT_KIOSK_DATA',
  'BEURT_KIOSK_SCREEN',
  'BEURT_KIOSK_TOKEN',
  'BEURT_MAIL_FROM',
  'BEURT_NETWORK',
  'BEURT_PAPER_MM',
  'BEURT_PRINTER_DEVICE',
  'BEURT_PRINTER_HOST',
  'BEURT_PRINTER_PORT',
  'BEURT_TRUST_PROXY',
  'BEURT_URL',
  'BEURT_VIRTUAL_PRINTER_HOST',
  'BEURT_VIRTUAL_PRINTER_HTTP_PORT',
  'BEURT_VIRTUAL_PRINTER_PAPER_MM',
  'BEURT_VIRTUAL_PRINTER_PORT',
  'BEURT_WRITES_PER_MINUTE',
]

/** Kubernetes tells every container where a service by the name of `beurt` is. */
const ofThePlatform = /^BEURT_(SERVICE|PORT)(_|$)/

/** A fault for each `BEURT_` name in an environment that no program reads: mistyped, it would leave a default in force without a word. */
export const unknownSettings = (env: Record<string, string | undefined>): string[] =>
  Object.keys(env)
    .filter((name) => name.startsWith('BEURT_') && !settingNames.includes(name) && !ofThePlatform.test(name))
    .sort()
    .map((name) => `${name} is no setting; docs/running.md tells them all`)
