import { virtualPrinterConfig } from './config.ts'
import { startVirtualPrinter } from './virtual-printer.ts'

const config = virtualPrinterConfig()
const printer = await startVirtualPrinter(config)
console.log(`Virtual printer: ESC/POS on ${config.host}:${printer.port}, page on http://${config.host}:${printer.httpPort}/`)
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void printer.stop().then(() => process.exit(0)))
