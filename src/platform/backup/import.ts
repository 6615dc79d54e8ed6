import { createReadStream } from 'node:fs'
import pg from 'pg'
import type { Connect } from '#platform/db'
import type { Line } from './export.ts'
import { setSequence, withTablesOpen } from './load.ts'
import { linesOf } from './part.ts'
import { BackupProblem } from './problem.ts'
import { refuseUnfit, settle } from './restore.ts'
import { type Column, quoted, type Table, tablesOf } from './tables.ts'

export type ImportTo = { file: string; owner: Connect; progress?: (line: string) => void }

const rowsAtOnce = 500
const lettersAtOnce = 4_000_000

/**
 * Brings an export into an empty, migrated database of the same version of the program, in one transaction.
 * @throws BackupProblem, and the database stays empty
 */
export async function importAll({ file, owner, progress }: ImportTo): Promise<{ tables: number; rows: number }> {
  const client = new pg.Client({ ...owner, application_name: 'lien-thong import' })
  await client.connect()
  try {
    await client.query("set timezone to 'UTC'; set datestyle to 'ISO'")
    const tables = await tablesOf(client)
    await refuseUnfit(client, tables, await headOf(file))
    const loader = new Loader(client, tables, progress)
    await client.query('begin')
    await withTablesOpen(client, tables, async () => {
      for await (const text of linesOf(createReadStream(file))) await loader.take(parsed(text))
      loader.assertEnded()
      await settle(client)
    })
    await client.query('commit')
    return { tables: loader.tables, rows: loader.rows }
  } finally {
    await client.end()
  }
}

async function headOf(file: string): Promise<{ version: string[] }> {
  for await (const text of linesOf(createReadStream(file))) {
    const line = parsed(text)
    if ('format' in line && line.format === 1) return line
    break
  }
  throw new BackupProblem('not-a-backup', `${file} không phải tệp do lệnh export tạo ra.`)
}

/** The shape is that of our own export; a line that is no JSON is a cut or foreign file. */
function parsed(text: string): Line {
  try {
    return JSON.parse(text) as Line
  } catch (error) {
    throw new BackupProblem('changed', 'Tệp export bị cắt cụt hoặc bị thay đổi.', error)
  }
}

/** Takes the lines of an export in their order and inserts rows by the batch. */
class Loader {
  rows = 0
  tables = 0
  private readonly client: pg.Client
  private readonly known: ReadonlySet<string>
  private readonly progress: ((line: string) => void) | undefined
  private statement = ''
  private columns = 0
  private batch: (string | null)[][] = []
  private letters = 0
  private hasEnded = false

  constructor(client: pg.Client, tables: readonly Table[], progress?: (line: string) => void) {
    this.client = client
    this.known = new Set(tables.map((table) => `${table.schema}.${table.name}`))
    this.progress = progress
  }

  async take(line: Line): Promise<void> {
    if (Array.isArray(line)) return this.row(line)
    await this.flush()
    if ('table' in line) this.begin(line.table, line.columns)
    else if ('sequence' in line) await setSequence(this.client, { name: line.sequence, last: line.last, isCalled: line.isCalled })
    else if ('end' in line) {
      if (line.end.rows !== this.rows) throw new BackupProblem('changed', 'Tệp export thiếu dòng dữ liệu.')
      this.hasEnded = true
    }
  }

  assertEnded(): void {
    if (!this.hasEnded) throw new BackupProblem('changed', 'Tệp export bị cắt cụt.')
  }

  private begin(table: string, columns: readonly Column[]): void {
    if (!this.known.has(table)) throw new BackupProblem('other-version', `Tệp export có bảng lạ ${table}.`)
    const [schema = '', name = ''] = table.split('.')
    const names = columns.map((column) => quoted(column.name)).join(', ')
    const values = columns.map(({ type }, place) => (type === 'bytea' ? `decode(v.c${place}, 'base64')` : `v.c${place}::${type}`))
    const given = columns.map((_, place) => `$${place + 1}::text[]`).join(', ')
    const places = columns.map((_, place) => `c${place}`).join(', ')
    this.statement = `insert into ${quoted(schema)}.${quoted(name)} (${names}) overriding system value
      select ${values.join(', ')} from unnest(${given}) as v(${places})`
    this.columns = columns.length
    this.tables += 1
    this.progress?.(`bảng ${name}`)
  }

  private async row(row: (string | null)[]): Promise<void> {
    if (row.length !== this.columns) throw new BackupProblem('changed', 'Tệp export có dòng không đúng số cột.')
    this.batch.push(row)
    this.rows += 1
    for (const value of row) this.letters += value?.length ?? 0
    if (this.batch.length >= rowsAtOnce || this.letters >= lettersAtOnce) await this.flush()
  }

  private async flush(): Promise<void> {
    if (this.batch.length === 0) return
    const columns = Array.from({ length: this.columns }, (_, place) => this.batch.map((row) => row[place] ?? null))
    await this.client.query(this.statement, columns)
    this.batch = []
    this.letters = 0
  }
}
