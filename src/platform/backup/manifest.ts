import { createHmac, timingSafeEqual } from 'node:crypto'
import { open, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type DataKey, newDataKey, unwrapped, wrapped } from '#platform/keys'
import type { Part } from './part.ts'
import { BackupProblem } from './problem.ts'
import type { Sequence } from './tables.ts'

/** What the rows of a part are: a table's rows, rows changed since an earlier part, the keys that are left, or a whole table at the end. */
export type RowPart = Part & { table: string; holds: 'rows' | 'changes' | 'keys' | 'whole' }

export type Manifest = {
  format: 1
  /** The point in time of everything here: every act acknowledged before it is in. ISO instant. */
  at: string
  startedAt: string
  version: string[]
  rows: RowPart[]
  sequences: Sequence[]
  files: { list: Part; count: number; bytes: number }
  folders: (Part & { folder: string })[]
  /** Keys of files that a row names and that could not be read: an operator must know. */
  damaged: string[]
}

const fileName = 'manifest.json'
const purpose = 'file'

/** A key for one backup alone. */
export function newBackupKey(): DataKey {
  return newDataKey(0, purpose)
}

/** Written last: a backup without it is none. The key lies beside it wrapped by the master key, which is never in a backup. */
export async function writeManifest(folder: string, manifest: Manifest, key: DataKey, master: Buffer): Promise<void> {
  const body = JSON.stringify(manifest)
  const outer = { key: wrapped(key, master).toString('base64'), seal: sealOf(body, key), manifest: body }
  const handle = await open(join(folder, fileName), 'wx', 0o600)
  await handle.writeFile(`${JSON.stringify(outer, null, 1)}\n`)
  await handle.sync()
  await handle.close()
}

/** @throws BackupProblem where it is no backup, another master key made it, or the manifest was changed */
export async function readManifest(folder: string, master: Buffer): Promise<{ manifest: Manifest; key: DataKey }> {
  const outer = await readOuter(folder)
  const key = backupKey(Buffer.from(outer.key, 'base64'), master)
  if (!timingSafeEqual(Buffer.from(sealOf(outer.manifest, key)), Buffer.from(outer.seal.padEnd(64).slice(0, 64))))
    throw new BackupProblem('changed', 'Bản kê của bản sao lưu đã bị thay đổi.')
  const manifest: Manifest = JSON.parse(outer.manifest)
  if (manifest.format !== 1) throw new BackupProblem('other-version', 'Bản sao lưu do một bản chương trình khác tạo ra.')
  return { manifest, key }
}

async function readOuter(folder: string): Promise<{ key: string; seal: string; manifest: string }> {
  try {
    const outer: unknown = JSON.parse(await readFile(join(folder, fileName), 'utf8'))
    if (isOuter(outer)) return outer
  } catch (error) {
    throw new BackupProblem('not-a-backup', `${folder} không phải một bản sao lưu hoàn chỉnh.`, error)
  }
  throw new BackupProblem('not-a-backup', `${folder} không phải một bản sao lưu hoàn chỉnh.`)
}

function isOuter(value: unknown): value is { key: string; seal: string; manifest: string } {
  const texts = ['key', 'seal', 'manifest']
  return typeof value === 'object' && value !== null && texts.every((name) => typeof Reflect.get(value, name) === 'string')
}

function backupKey(bytes: Buffer, master: Buffer): DataKey {
  try {
    return unwrapped({ id: 0, purpose, wrapped: bytes }, master)
  } catch (error) {
    throw new BackupProblem('other-key', 'Khóa chính đưa vào không mở được bản sao lưu này.', error)
  }
}

function sealOf(body: string, key: DataKey): string {
  return createHmac('sha256', key.bytes).update('manifest\0').update(body).digest('hex')
}
