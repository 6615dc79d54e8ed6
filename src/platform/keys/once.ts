import { randomBytes } from 'node:crypto'
import { link, open, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/**
 * Writes a secret's file where none is: whole from the moment it has its name, and safe on disk. Of several at once one wins.
 * @returns whether this call made it; an existing file is left as it is
 */
export async function writeOnce(file: string, text: string): Promise<boolean> {
  const draft = `${file}.${process.pid}-${randomBytes(6).toString('hex')}`
  try {
    const handle = await open(draft, 'wx', 0o600)
    await handle.writeFile(text)
    await handle.sync()
    await handle.close()
    // A link, not a rename: it never replaces what another program made meanwhile.
    await link(draft, file)
    await syncFolder(dirname(file))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

async function syncFolder(folder: string): Promise<void> {
  // Windows cannot sync a folder; its changes are journalled.
  if (process.platform === 'win32') return
  const handle = await open(folder, 'r')
  await handle.sync()
  await handle.close()
}
