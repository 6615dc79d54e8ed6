import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { Connect } from '#platform/db'
import type { FileStore } from '#platform/files'
import { unpackFolder } from './copy-folders.ts'
import { loadRows, type Parts, withTablesOpen } from './load.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { linesOf, measurePart, type Part, partBytes } from './part.ts'
import { BackupProblem } from './problem.ts'
import { fullName, type Table, tablesOf, versionOf } from './tables.ts'

export type RestoreTo = {
  /** The folder of one backup. */
  from: string
  /** The owner of a migrated database without rows. */
  owner: Connect
  store: FileStore
  /** The master key that the backup was made under. */
  master: Buffer
  /** Where the folders of the backup go, by name; one that is not named is left out. */
  folders?: Readonly<Record<string, string>>
  progress?: (line: string) => void
}

export type Restored = { at: string; tables: number; files: number; damaged: string[] }

/**
 * Brings a backup into an empty install. Everything is compared with its hash before the first byte is written; the rows come in one
 * transaction, after the files. Jobs that were running begin again; uploads under way begin again at their first byte.
 * @throws BackupProblem, and the database stays empty
 */
export async function restore(to: RestoreTo): Promise<Restored> {
  const { manifest, key } = await readManifest(to.from, to.master)
  const parts: Parts = { folder: to.from, key }
  await verify(parts, manifest, to.progress)
  const client = new pg.Client({ ...to.owner, application_name: 'lien-thong restore' })
  await client.connect()
  try {
    await client.query("set timezone to 'UTC'")
    const tables = await tablesOf(client)
    await refuseUnfit(client, tables, manifest)
    await bringFiles(parts, manifest, to)
    await client.query('begin')
    await withTablesOpen(client, tables, () => bringRows(client, parts, manifest, tables))
    await client.query('commit')
    to.progress?.(`${tables.length} bảng`)
    return { at: manifest.at, tables: tables.length, files: manifest.files.count, damaged: manifest.damaged }
  } finally {
    await client.end()
  }
}

/** @throws BackupProblem naming the first part that is not as the manifest says */
async function verify(parts: Parts, manifest: Manifest, progress?: (line: string) => void): Promise<void> {
  for (const part of [...manifest.rows, ...manifest.folders, manifest.files.list]) await verifyPart(parts.folder, part)
  for await (const part of fileParts(parts, manifest)) await verifyPart(parts.folder, part)
  progress?.('bản sao lưu nguyên vẹn')
}

async function verifyPart(folder: string, expected: Part): Promise<void> {
  const real = await measurePart(folder, expected.name).catch((error: unknown) => {
    throw new BackupProblem('changed', `Bản sao lưu thiếu ${expected.name}.`, error)
  })
  if (real.sha256 !== expected.sha256) throw new BackupProblem('changed', `${expected.name} trong bản sao lưu đã bị thay đổi.`)
}

async function* fileParts(parts: Parts, manifest: Manifest): AsyncGenerator<Part> {
  for await (const line of linesOf(partBytes(parts.folder, manifest.files.list.name, parts.key))) yield JSON.parse(line)
}

/** @throws BackupProblem where the database has rows, or tables of another version */
export async function refuseUnfit(client: pg.Client, tables: readonly Table[], from: Pick<Manifest, 'version'>): Promise<void> {
  if (JSON.stringify(await versionOf(client)) !== JSON.stringify(from.version)) {
    throw new BackupProblem(
      'other-version',
      'Cơ sở dữ liệu đích không cùng phiên bản với bản sao lưu. Hãy dùng đúng bản chương trình đã tạo ra nó.',
    )
  }
  for (const table of tables) {
    const { rowCount } = await client.query(`select from ${fullName(table)} limit 1`)
    if (rowCount !== 0) throw new BackupProblem('not-empty', `Cơ sở dữ liệu đích đã có dữ liệu (bảng ${table.name}); không ghi đè.`)
  }
}

async function bringFiles(parts: Parts, manifest: Manifest, to: RestoreTo): Promise<void> {
  for (const { folder, name } of manifest.folders) {
    const target = to.folders?.[folder]
    if (target !== undefined) await unpackFolder(partBytes(parts.folder, name, parts.key), target)
  }
  for await (const part of fileParts(parts, manifest)) {
    await to.store.putRaw(part.name.slice('files/'.length), createReadStream(join(parts.folder, part.name)))
  }
  to.progress?.(`${manifest.files.count} tệp`)
}

async function bringRows(client: pg.Client, parts: Parts, manifest: Manifest, tables: readonly Table[]): Promise<void> {
  await loadRows(client, parts, manifest, tables)
  await settle(client)
}

/** What no copy can carry as it was. */
export async function settle(client: pg.Client): Promise<void> {
  // A payload erased while the backup ran stays erased.
  await client.query('delete from audit_payload p using audit_erasure e where e.chain_id = p.chain_id and e.seq = p.seq')
  await client.query("update upload set received = 0, pieces = '{}' where file_id is null and refused is null")
  await client.query('update graphile_worker._private_jobs set locked_at = null, locked_by = null where locked_at is not null')
  await client.query('update graphile_worker._private_job_queues set locked_at = null, locked_by = null where locked_at is not null')
}
