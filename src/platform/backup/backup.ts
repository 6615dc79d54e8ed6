import { randomBytes } from 'node:crypto'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type Connect, stateOf } from '#platform/db'
import type { FileStore } from '#platform/files'
import type { DataKey } from '#platform/keys'
import { FileCopies } from './copy-files.ts'
import { packedFolder } from './copy-folders.ts'
import { type Manifest, newBackupKey, type RowPart, writeManifest } from './manifest.ts'
import { syncParts, syncPath, writePart } from './part.ts'
import { BackupProblem } from './problem.ts'
import { columnList, fullName, keyList, sequencesOf, type Table, tablesOf, versionOf } from './tables.ts'

export type BackupOf = {
  /** The owner of the tables: the program's role does not see them all. */
  owner: Connect
  store: FileStore
  /** Wraps the backup's own key; is needed to restore and is not in the backup. */
  master: Buffer
  /** Folders to carry besides (checkpoints of the audit …), by name. */
  folders?: Readonly<Record<string, string>>
  /** The backup becomes a new folder in here. */
  outDir: string
  now: () => string
  progress?: (line: string) => void
  /** Told while acts still wait: who says here that the backup has ended says so before any act that is not in it. */
  finished?: (done: BackedUp) => void
}

export type BackedUp = { folder: string; at: string; tables: number; files: number; bytes: number; damaged: string[] }

const mostRounds = 5
const shortRoundMs = 1500

/**
 * Backs up a running install: rows, stored files and folders of one point in time, the end of the backup. The bulk is copied while
 * acts go on; then rounds of what changed meanwhile, each shorter; the last one while no act can commit, for a moment. So every act
 * acknowledged before the backup ended is in it. It counts only when its manifest is written and its folder has its name.
 */
export async function backup(of: BackupOf): Promise<BackedUp> {
  await mkdir(of.outDir, { recursive: true, mode: 0o700 })
  const folder = join(of.outDir, `.unfinished-${randomBytes(8).toString('hex')}`)
  await mkdir(folder, { mode: 0o700 })
  const client = new pg.Client({ ...of.owner, application_name: 'lien-thong backup' })
  try {
    await client.connect()
    await client.query("set idle_in_transaction_session_timeout = 0; set timezone to 'UTC'")
    return await new Backup(of, folder, client).run()
  } catch (error) {
    await rm(folder, { recursive: true, force: true })
    throw error
  } finally {
    await client.end()
  }
}

class Backup {
  private readonly of: BackupOf
  private readonly folder: string
  private readonly client: pg.Client
  private readonly key: DataKey = newBackupKey()
  private readonly files: FileCopies
  private readonly rows: RowPart[] = []
  private readonly startedAt: string
  private synced = 0

  constructor(of: BackupOf, folder: string, client: pg.Client) {
    this.of = of
    this.folder = folder
    this.client = client
    this.files = new FileCopies(of.store, folder)
    this.startedAt = of.now()
  }

  async run(): Promise<BackedUp> {
    let begun = performance.now()
    let since = await this.bulk()
    let before = performance.now() - begun
    for (let round = 1; round <= mostRounds; round += 1) {
      begun = performance.now()
      since = await this.catchUp(round, since)
      const took = performance.now() - begun
      // A round that is hardly shorter than the one before will not get shorter by waiting.
      if (took < shortRoundMs || took > before * 0.7) break
      before = took
    }
    return this.finish(since)
  }

  private say(line: string): void {
    this.of.progress?.(line)
  }

  /** @returns the oldest transaction that this snapshot may have missed */
  private async bulk(): Promise<string> {
    const since = await this.beginRound()
    for (const table of await tablesOf(this.client)) {
      if (table.carried === 'whole') continue
      await this.copyRows(table, 'rows', `rows/${table.name}`, `select ${columnList(table)} from ${fullName(table)}`)
      this.say(`bảng ${table.name}`)
    }
    await this.client.query('commit')
    await this.syncRows()
    await this.files.copy(this.client)
    this.say(`${this.files.count} tệp`)
    return since
  }

  private async catchUp(round: number, since: string): Promise<string> {
    const next = await this.beginRound()
    await this.copyChanges(await tablesOf(this.client), round, since)
    await this.client.query('commit')
    await this.syncRows()
    await this.files.copy(this.client, since)
    return next
  }

  private async beginRound(): Promise<string> {
    await this.client.query('begin isolation level repeatable read')
    const { rows } = await this.client.query<{ oldest: string }>('select pg_snapshot_xmin(pg_current_snapshot())::xid::text as oldest')
    return rows[0]?.oldest ?? '0'
  }

  private async finish(since: string): Promise<BackedUp> {
    await this.holdActs()
    // The first question takes the snapshot: everything committed before the lock was won is in it.
    const at = this.of.now()
    const tables = await tablesOf(this.client)
    await this.copyChanges(tables, mostRounds + 1, since)
    for (const table of tables) {
      if (table.carried === 'passing')
        await this.copyRows(table, 'keys', `keys/${table.name}`, `select ${keyList(table)} from ${fullName(table)}`)
      if (table.carried === 'whole')
        await this.copyRows(table, 'whole', `whole/${table.schema}.${table.name}`, `select ${columnList(table)} from ${fullName(table)}`)
    }
    await this.files.copy(this.client, since)
    const manifest = await this.manifest(at)
    await this.syncRows()
    await syncParts(this.folder, [...manifest.folders.map((part) => part.name), manifest.files.list.name])
    await writeManifest(this.folder, manifest, this.key, this.of.master)
    const name = join(this.of.outDir, `backup-${at.replace(/\.\d+/, '').replaceAll(':', '').replaceAll('-', '')}`)
    await rename(this.folder, name).catch((error: unknown) => {
      throw new BackupProblem('exists', `Thư mục ${name} đã có.`, error)
    })
    await syncPath(this.of.outDir)
    const bytes = [...manifest.rows, ...manifest.folders].reduce((sum, part) => sum + part.bytes, manifest.files.bytes)
    const done = { folder: name, at, tables: tables.length, files: manifest.files.count, bytes, damaged: manifest.damaged }
    this.of.finished?.(done)
    await this.client.query('rollback')
    return done
  }

  /** Every act writes its act row: while this lock is held none commits, and reading goes on. Lock first, snapshot afterwards. */
  private async holdActs(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        await this.client.query("begin isolation level repeatable read; set local lock_timeout = '2s'; lock table act in share mode")
        return
      } catch (error) {
        await this.client.query('rollback')
        if (stateOf(error) !== '55P03' || attempt === 10) {
          throw new BackupProblem('lock-not-won', 'Không dừng được việc ghi trong giây lát để kết thúc bản sao lưu.', error)
        }
      }
    }
  }

  private async copyChanges(tables: readonly Table[], round: number, since: string): Promise<void> {
    for (const table of tables) {
      if (table.carried === 'whole') continue
      // Older than 2^31 transactions an id would wrap round: such rows are copied once more than needed, never once less.
      const changed = `select ${columnList(table)} from ${fullName(table)} where age(xmin) <= age('${since}'::xid)`
      await this.copyRows(table, 'changes', `changes-${round}/${table.name}`, changed)
    }
  }

  private async copyRows(table: Table, holds: RowPart['holds'], name: string, question: string): Promise<void> {
    const rows = this.client.query(copyTo(`copy (${question}) to stdout`))
    const part = await writePart(this.folder, name, this.key, rows)
    if (holds === 'changes' && rows.rowCount === 0) return rm(join(this.folder, name))
    this.rows.push({ ...part, table: `${table.schema}.${table.name}`, holds })
  }

  private async syncRows(): Promise<void> {
    await syncParts(
      this.folder,
      this.rows.slice(this.synced).map((part) => part.name),
    )
    this.synced = this.rows.length
  }

  private async manifest(at: string): Promise<Manifest> {
    const folders: Manifest['folders'] = []
    for (const [folder, path] of Object.entries(this.of.folders ?? {})) {
      folders.push({ ...(await writePart(this.folder, `folders/${folder}`, this.key, packedFolder(path))), folder })
    }
    const list = await writePart(this.folder, 'files.list', this.key, this.files.list())
    return {
      format: 1,
      at,
      startedAt: this.startedAt,
      version: await versionOf(this.client),
      rows: this.rows,
      sequences: await sequencesOf(this.client),
      files: { list, count: this.files.count, bytes: this.files.bytes },
      folders,
      damaged: await this.files.damaged(this.client),
    }
  }
}
