import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Waits so many milliseconds. */
export const pause = (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds))

/** True while a process with this id runs, whoever owns it. A zombie does not run: where nobody reaps, as in many containers, it stays for ever. */
export function isAlive(pid: number): boolean {
  return birth(pid) !== ''
}

/** The lines of a cluster's postmaster.pid; empty where there is none. The first is the process id, the eighth says `ready`. */
export async function readLock(cluster: string): Promise<string[]> {
  const text = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => '')
  return text === '' ? [] : text.split('\n')
}

/** Notes in the cluster's folder that this process owns its Postgres, so that a second start does not take it away. */
export async function claim(folder: string): Promise<void> {
  await writeFile(join(folder, 'owner'), `${process.pid}\n${birth(process.pid)}\n`)
}

/**
 * Ends the Postgres that a killed owner left running on this cluster, so that a new one can start; nothing is lost, it is asked to shut down.
 * Throws when its owner still runs, and when it has not ended after 30 seconds.
 */
export async function takeOver(folder: string, cluster: string): Promise<void> {
  const pid = Number((await readLock(cluster))[0])
  if (!pid) return
  if (!isAlive(pid) || !commandOf(pid).includes(cluster)) {
    // The number is a zombie's, or was given to another program since. Postgres would take that for itself and refuse;
    // it still finds shared memory in use by the folder alone, so that removing the lock cannot start a second one.
    await rm(join(cluster, 'postmaster.pid'), { force: true })
    return
  }
  const [owner, born] = (await readFile(join(folder, 'owner'), 'utf8').catch(() => '')).split('\n')
  if (Number(owner) && isAlive(Number(owner)) && birth(Number(owner)) === born) {
    throw new Error(`Process ${owner} already runs on the database in ${folder}. Stop it first, or give this one a folder of its own.`)
  }
  for (let waited = 0; isAlive(pid); waited += 50) {
    if (waited % 5000 === 0) signal(pid)
    if (waited > 30_000) throw new Error(`Postgres (process ${pid}) was left running on ${cluster} and does not stop.`)
    await pause(50)
  }
}

function signal(pid: number): void {
  try {
    process.kill(pid, 'SIGINT')
  } catch {
    // It ended between the look and the signal.
  }
}

function commandOf(pid: number): string {
  return look(pid, `/proc/${pid}/cmdline`, 'command=')
}

// A process id alone is reused, in containers soon; together with its start it is not. Empty where nothing runs.
function birth(pid: number): string {
  const line = look(pid, `/proc/${pid}/stat`, 'state=,lstart=')
  const [state = '', ...rest] = process.platform === 'linux' ? line.slice(line.lastIndexOf(')') + 2).split(' ') : line.trim().split(/\s+/)
  if (state === '' || state.startsWith('Z')) return ''
  return process.platform === 'linux' ? (rest[18] ?? '') : rest.join(' ')
}

function look(pid: number, proc: string, column: string): string {
  try {
    if (process.platform === 'linux') return readFileSync(proc, 'utf8')
    return execFileSync('ps', ['-o', column, '-p', String(pid)], { encoding: 'utf8' })
  } catch {
    return ''
  }
}
