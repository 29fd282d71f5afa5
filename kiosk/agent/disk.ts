import { constants } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type { Disk } from './ports.ts'

const absent = (error: NodeJS.ErrnoException) => {
  if (error.code === 'ENOENT') return null
  throw error
}

/** A folder of the kiosk's own disk, readable by its owner alone. Opens the journal, and makes what is not there yet. */
export async function openDisk(folder: string): Promise<Disk & { close(): Promise<void> }> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, 'journal')
  let file = await openJournal(path)
  let torn = false
  await settleFolder(folder)

  return {
    read: async () => new Uint8Array(await readFile(path)),
    async append(bytes) {
      const { size } = await file.stat()
      try {
        // What a failed append left must not run into this line.
        if (torn) await file.write(new Uint8Array([10]))
        await writeAll(file, bytes)
        await file.datasync()
        torn = false
      } catch (error) {
        torn = !(await file.truncate(size).then(
          () => true,
          () => false,
        ))
        throw error
      }
    },
    async replace(bytes) {
      await putWhole(folder, 'journal', bytes)
      const before = file
      file = await openJournal(path)
      torn = false
      await before.close()
    },
    load: (name) => readFile(join(folder, name), 'utf8').catch(absent),
    keep: (name, text) => putWhole(folder, name, new TextEncoder().encode(text)),
    close: () => file.close(),
  }
}

const openJournal = (path: string) => open(path, constants.O_CREAT | constants.O_RDWR | constants.O_APPEND, 0o600)

async function writeAll(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let sent = 0; sent < bytes.length; ) sent += (await file.write(bytes, sent)).bytesWritten
}

/** All of the new file or all of the old one: written beside it, on disk, then put in its place. */
async function putWhole(folder: string, name: string, bytes: Uint8Array): Promise<void> {
  const beside = join(folder, `${name}.new`)
  const file = await open(beside, 'w', 0o600)
  try {
    await writeAll(file, bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, join(folder, name))
  await settleFolder(folder)
}

/** A name is only on disk once its folder is. */
async function settleFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().catch(() => undefined)
  await handle.close()
}
