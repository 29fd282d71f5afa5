// `everything` is what npm test and CI run; `quick` is what one runs while working. The last line printed is the plain count.
import { spawn } from 'node:child_process'
import { mkdir, readFile, rm } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { addStep, type Count, countTests } from './count.ts'

const home = fileURLToPath(new URL('../..', import.meta.url))
const report = fileURLToPath(new URL('../../.data/check/vitest.json', import.meta.url))
const [scope, ...filters] = process.argv.slice(2)

let count: Count = { passed: 0, failed: 0, skipped: 0 }
await step('types', ['node_modules/typescript/bin/tsc', '--noEmit', '-p', '.'])
await step('format and lint', ['node_modules/@biomejs/biome/bin/biome', 'check', '.'])
await tests(scope === 'quick' ? ['--project', 'node', '--project', 'ui'] : [])

console.log(`\n${count.skipped > 0 ? `${count.skipped} skipped\n` : ''}${count.passed} passed, ${count.failed} failed`)
process.exit(count.failed > 0 ? 1 : 0)

async function step(name: string, words: string[]): Promise<void> {
  const code = await run(words)
  console.log(code === 0 ? `✓ ${name}` : `✗ ${name}`)
  count = addStep(count, code === 0)
}

async function tests(options: string[]): Promise<void> {
  await rm(report, { force: true })
  await mkdir(new URL('.', `file://${report}`), { recursive: true })
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  const code = await run(['--bun', 'node_modules/vitest/vitest.mjs', 'run', ...options, ...reporters, ...filters])
  const seen = await readFile(report, 'utf8').then(
    (text) => countTests(JSON.parse(text)),
    () => ({ passed: 0, failed: 0, skipped: 0 }),
  )
  count = { passed: count.passed + seen.passed, failed: count.failed + seen.failed, skipped: seen.skipped }
  // Vitest also fails on what no test owns, such as an error outside of any.
  if (code !== 0 && seen.failed === 0) count = addStep(count, false)
}

function run(words: string[]): Promise<number> {
  const child = spawn(process.execPath, words, { cwd: home, stdio: 'inherit' })
  return new Promise((done, fail) => {
    child.once('exit', (code) => done(code ?? 1))
    child.once('error', fail)
  })
}
