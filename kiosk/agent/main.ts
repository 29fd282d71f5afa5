import { resolve } from 'node:path'
import { devicePort } from '../../printers/ports/device.ts'
import { tcpPort } from '../../printers/ports/tcp.ts'
import { readKioskConfig } from './config.ts'
import { startAgent } from './start.ts'

const config = readOrLeave()
const kiosk = await startAgent({
  api: config.api,
  token: config.token || null,
  enrolCode: config.enrolCode || null,
  printer: config.printerDevice ? devicePort(config.printerDevice) : tcpPort(config.printerHost, config.printerPort),
  paperWidth: config.paperMm === 58 ? 384 : 576,
  folder: resolve(config.folder),
  screen: resolve(config.screen),
  port: config.port,
  say: (line) => console.log(line),
})
console.log(`Kiosk on ${kiosk.url}`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void kiosk.stop().then(() => process.exit(0)))

function readOrLeave() {
  try {
    return readKioskConfig()
  } catch (error) {
    console.error((error as Error).message)
    process.exit(2)
  }
}
