// The one way in: `node start.mjs <command>`, with nothing but Node and npm, or nothing but Bun. It gets the pinned Bun, installs the packages, and runs the command with them.
import { spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const home = dirname(fileURLToPath(import.meta.url))
const windows = process.platform === 'win32'

/** What each command runs, and its arguments before those of the one who asks. */
const commands = {
  up: ['demonstration/main.ts'],
  test: ['proof/check/main.ts', 'everything'],
  check: ['proof/check/main.ts', 'quick'],
  import: ['api/import/main.ts'],
  seed: ['demonstration/seed/main.ts'],
  export: ['api/import/export/main.ts'],
  staff: ['api/import/staff/main.ts'],
  build: ['build.ts'],
  kiosk: ['kiosk/agent/main.ts'],
  'print-test': ['printers/print-test/main.ts'],
  printer: ['printers/virtual/main.ts'],
  migrate: ['api/migrate/main.ts'],
  bench: ['proof/bench/main.ts'],
  simulate: ['proof/simulate/main.ts'],
  pictures: ['proof/pictures/main.ts'],
  lock: ['proof/clear-lockfile.ts'],
}

// How Bun keeps memory, where it matters (docs/decisions/2026-11-30-memory-given-back.md). A start is on somebody's laptop: it collects as if there were 256 MB.
// A bench is of a server, as docs/operations/beurt.service has it.
const memory = { up: { BUN_JSC_forceRAMSize: '268435456' }, bench: { MIMALLOC_PURGE_HOLES: '0', MIMALLOC_PURGE_DELAY: '30000' } }

const [command = '', ...args] = process.argv.slice(2)
const program = commands[command]
if (!program) {
  console.error(`Say one of: ${Object.keys(commands).join(', ')}.`)
  process.exit(2)
}
const bun = findBun()
const environment = withOnPath(dirname(bun))
installPackages()
runToTheEnd([...program, ...args])

function findBun() {
  const version = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')).packageManager.split('@')[1]
  const fits = (path) => spawnSync(path, ['--version'], { encoding: 'utf8' }).stdout?.trim() === version
  const onPath = () => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, windows ? 'bun.exe' : 'bun'))
  const present = () => [...(process.versions.bun ? [process.execPath] : []), ...onPath(), ...ownBuns()].filter(existsSync).find(fits)
  return present() ?? fetchBun(version, () => ownBuns().find(fits))
}

// The npm package's own `bun` needs its install script, which many configurations forbid; the program itself lies in a package per platform.
function ownBuns() {
  const platforms = join(home, '.data', 'tools', 'node_modules', '@oven')
  if (!existsSync(platforms)) return []
  return readdirSync(platforms).map((name) => join(platforms, name, 'bin', windows ? 'bun.exe' : 'bun'))
}

function fetchBun(version, look) {
  console.log(`Getting Bun ${version} …`)
  const tools = join(home, '.data', 'tools')
  mkdirSync(tools, { recursive: true })
  writeFileSync(join(tools, 'package.json'), '{ "private": true }\n')
  const options = { cwd: tools, stdio: ['ignore', 'inherit', 'inherit'] }
  // Under Bun of another version there may be no npm; that Bun can fetch the right one.
  const got = process.versions.bun
    ? spawnSync(process.execPath, ['add', '--ignore-scripts', `bun@${version}`], options)
    : spawnSync(
        'npm',
        ['install', '--prefix', tools, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', `bun@${version}`],
        {
          ...options,
          shell: windows,
        },
      )
  const found = got.status === 0 && look()
  if (!found) fail(`Bun ${version} could not be fetched${got.error ? `: ${got.error.message}` : ''}.`, got.status)
  return found
}

function withOnPath(folder) {
  const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1' }
  return { ...memory[command], ...process.env, ...plain, PATH: [folder, process.env.PATH].filter(Boolean).join(delimiter) }
}

function installPackages() {
  const stamp = join(home, 'node_modules', '.installed')
  const wanted = createHash('sha256')
    .update(readFileSync(join(home, 'bun.lockb')))
    .digest('hex')
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return
  console.log('Installing the packages …')
  const { status } = spawnSync(bun, ['install', '--frozen-lockfile'], {
    cwd: home,
    env: environment,
    stdio: ['ignore', 'inherit', 'inherit'],
  })
  if (status !== 0) fail('The packages could not be installed.', status)
  writeFileSync(stamp, wanted)
}

/** Runs the program in a process group of its own, so that Ctrl-C reaches it once and through here, and nothing of it outlives this process. */
function runToTheEnd(words) {
  const child = spawn(bun, words, { cwd: home, env: environment, stdio: 'inherit', detached: !windows })
  child.once('error', (error) => fail(error.message))
  const guard = windows ? undefined : guardAgainstSudden(child.pid)
  const told = new Map()
  const pass = (signal) => {
    // Ctrl-C arrives from the terminal and again from npm.
    if (Date.now() - (told.get(signal) ?? 0) < 1000) return
    told.set(signal, Date.now())
    child.kill(signal)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, pass)
  watchParents(() => pass('SIGTERM'))
  child.once('exit', (code, signal) => {
    guard?.kill('SIGKILL')
    try {
      if (!windows) process.kill(-child.pid, 'SIGKILL')
    } catch {
      // Nothing was left in its group.
    }
    process.exit(code ?? (signal === 'SIGINT' ? 130 : 1))
  })
}

// Its input closes however this process ends, kill -9 included.
function guardAgainstSudden(pid) {
  const script = 'read -r _; kill -TERM "$1"; n=0; while [ $n -lt 20 ] && kill -0 "$1"; do sleep 1; n=$((n+1)); done; kill -KILL "-$1"'
  return spawn('sh', ['-c', script, 'sh', String(pid)], { cwd: '/', detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
}

// npm, when told to stop, does not tell the shell between it and us. Started without npm, as with nohup, a parent may leave.
function watchParents(gone) {
  if (!process.env.npm_lifecycle_event) return
  const above = parents()
  setInterval(() => {
    if (parents() !== above) gone()
  }, 500).unref()
}

function parents() {
  try {
    const ofShell = readFileSync(`/proc/${process.ppid}/cmdline`, 'utf8').includes('start.mjs')
    const [, parentOfParent] = readFileSync(`/proc/${process.ppid}/stat`, 'utf8').split(') ').at(-1).split(' ')
    return ofShell ? `${process.ppid} ${parentOfParent}` : String(process.ppid)
  } catch {
    return String(process.ppid)
  }
}

function fail(message, code) {
  console.error(message)
  process.exit(code || 1)
}
