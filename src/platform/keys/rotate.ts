import { rename } from 'node:fs/promises'
import type { Pool } from '#platform/db'
import { type DataKey, type Keyring, type Purpose, unwrapped, wrapped } from './keyring.ts'
import { loadMasterKey, MasterKeyProblem, newMasterKey } from './master.ts'
import { reseal, type SealedColumn } from './reseal.ts'
import { type KeyRow, makeKey, readKeys, underKeyLock } from './store.ts'

/** Hashes made with the look-up key can only be made anew from the plain values, which the program does not keep together: never silently. */
export class NotRotated extends Error {
  readonly purpose: Purpose

  constructor(purpose: Purpose) {
    super(`keys for ${purpose} are not rotated`)
    this.name = 'NotRotated'
    this.purpose = purpose
  }
}

export type RotateOptions = {
  /** Of the owner: the program's role may not touch what is sealed. */
  owner: Pool
  keys: Keyring
  master: Buffer
  now: string
  /** Where sealed values lie. */
  columns: readonly SealedColumn[]
  /** Resolves when every running process knows the new key. */
  settled: (key: DataKey) => Promise<void>
  progress?: (table: string, done: number) => void
}

/**
 * Makes the next key of a purpose. For `seal`, everything sealed before is sealed anew, in batches beside the running program; begun
 * again after a break it goes on with what is left. Files keep the key they were stored under, checkpoints the one that signed them.
 * @returns the new key's id, and how many values were sealed anew
 * @throws NotRotated for look-up keys
 */
export async function rotate(purpose: Purpose, options: RotateOptions): Promise<{ id: number; resealed: number }> {
  if (purpose === 'look-up') throw new NotRotated(purpose)
  const { owner, keys, master, now } = options
  const key = await makeKey(owner, purpose, master, now)
  keys.learn(key)
  if (purpose !== 'seal') return { id: key.id, resealed: 0 }
  await options.settled(key)
  keys.add(key)
  return { id: key.id, resealed: await reseal(options) }
}

/**
 * Changes the master key in a file: every data key is wrapped anew in one transaction. The new key lies in `FILE.new` before, and takes
 * the file's place after; `rightMaster` finishes what was broken off between.
 */
export async function changeMaster(owner: Pool, file: string): Promise<void> {
  const old = await rightMaster(owner, file)
  const fresh = await newMasterKey(`${file}.new`)
  await underKeyLock(owner, async (client) => {
    const { rows } = await client.query<KeyRow>('select id, purpose, wrapped from data_key for update')
    for (const row of rows) {
      await client.query('update data_key set wrapped = $2 where id = $1', [row.id, wrapped(unwrapped(row, old), fresh)])
    }
  })
  await rename(`${file}.new`, file)
}

/**
 * The master key under which the data keys lie: the file's, or that of a change that was broken off, which is then finished.
 * @throws MasterKeyProblem when the file is missing, or holds another install's key
 */
export async function rightMaster(pool: Pool, file: string): Promise<Buffer> {
  const [row] = await readKeys(pool)
  const master = await loadMasterKey(file)
  if (row === undefined || opens(row, master)) return master
  const next = await loadMasterKey(`${file}.new`).catch(() => undefined)
  if (next === undefined || !opens(row, next)) throw new MasterKeyProblem(`tệp khóa chính ${file} không phải khóa của cơ sở dữ liệu này`)
  await rename(`${file}.new`, file)
  return next
}

function opens(row: KeyRow, master: Buffer): boolean {
  try {
    return unwrapped(row, master).id === row.id
  } catch {
    return false
  }
}
