import { join } from 'node:path'
import pg from 'pg'
import { Pool, type Row } from '#platform/db'
import { FileStore, folderShelf } from '#platform/files'
import { Keyring, loadMasterKey, type Purpose, unwrapped } from '#platform/keys'
import { runningPostgres } from '#platform/postgres'

/** An install as its superuser sees it: every row, and the bytes of every file. */
export type OpenedInstall = {
  dataDir: string
  rows: <R extends Row>(sql: string, values?: unknown[]) => Promise<R[]>
  /** Past row-level security: for the product's own verifications. */
  pool: Pool
  keys: Keyring
  store: FileStore
  close: () => Promise<void>
}

/** Opens a running install through its DATA_DIR. */
export async function openInstall(dataDir: string): Promise<OpenedInstall> {
  const connection = await runningPostgres(dataDir)
  if (connection === undefined) throw new Error('the install does not run')
  const asking = new pg.Pool({ ...connection, max: 2, application_name: 'faults' })
  asking.on('error', () => undefined).on('connect', (client) => client.on('error', () => undefined))
  const pool = new Pool(connection, 2, 'faults')
  const master = await loadMasterKey(join(dataDir, 'secrets/master.key'))
  const { rows } = await asking.query<{ id: number; purpose: Purpose; wrapped: Buffer }>('select id, purpose, wrapped from data_key')
  const keys = new Keyring(rows.map((row) => unwrapped(row, master)))
  return {
    dataDir,
    rows: async <R extends Row>(sql: string, values: unknown[] = []) => (await asking.query<R>(sql, values)).rows,
    pool,
    keys,
    store: new FileStore(await folderShelf(join(dataDir, 'files')), keys),
    close: async () => {
      await asking.end()
      await pool.end()
    },
  }
}
