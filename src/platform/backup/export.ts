import { createWriteStream } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import type { Connect } from '#platform/db'
import { syncPath } from './part.ts'
import { type Column, fullName, quoted, sequencesOf, type Table, tablesOf, versionOf } from './tables.ts'

/** The lines of an export: a head, then for each table its columns and its rows, the sequences, and an end that says how many there were. */
export type Line =
  | { format: 1; at: string; version: string[] }
  | { table: string; columns: Column[] }
  | (string | null)[]
  | { sequence: string; last: string; isCalled: boolean }
  | { end: { rows: number } }

export type ExportOf = { owner: Connect; file: string; now: () => string; progress?: (line: string) => void }

const rowsAtOnce = 500

/**
 * Writes every row of an install as JSON lines, to cross a major version of PostgreSQL: plain structure, each value as PostgreSQL's own
 * text, bytes as base64. What is sealed in a row stays sealed, and opens only under the same master key. Stored files stay where they are.
 */
export async function exportAll({ owner, file, now, progress }: ExportOf): Promise<{ tables: number; rows: number }> {
  await mkdir(dirname(file), { recursive: true })
  const draft = `${file}.unfinished`
  const client = new pg.Client({ ...owner, application_name: 'lien-thong export' })
  await client.connect()
  try {
    await client.query("set timezone to 'UTC'; set datestyle to 'ISO'; begin isolation level repeatable read read only")
    const tables = await tablesOf(client)
    const counted = { rows: 0 }
    await pipeline(linesFor(client, tables, now(), counted, progress), createWriteStream(draft, { mode: 0o600, flush: true }))
    await client.query('commit')
    await rename(draft, file)
    await syncPath(dirname(file))
    return { tables: tables.length, rows: counted.rows }
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  } finally {
    await client.end()
  }
}

async function* linesFor(
  client: pg.Client,
  tables: readonly Table[],
  at: string,
  counted: { rows: number },
  progress?: (line: string) => void,
): AsyncGenerator<string> {
  yield said({ format: 1, at, version: await versionOf(client) })
  for (const table of tables) {
    yield said({ table: `${table.schema}.${table.name}`, columns: table.columns })
    const values = table.columns.map(({ name, type }) => (type === 'bytea' ? `encode(${quoted(name)}, 'base64')` : `${quoted(name)}::text`))
    await client.query(`declare export_rows no scroll cursor for select ${values.join(', ')} from ${fullName(table)}`)
    for (;;) {
      const { rows } = await client.query<(string | null)[]>({ text: `fetch ${rowsAtOnce} from export_rows`, rowMode: 'array' })
      if (rows.length === 0) break
      counted.rows += rows.length
      yield rows.map((row) => said(row)).join('')
    }
    await client.query('close export_rows')
    progress?.(`bảng ${table.name}`)
  }
  for (const { name, last, isCalled } of await sequencesOf(client)) yield said({ sequence: name, last, isCalled })
  yield said({ end: { rows: counted.rows } })
}

function said(line: Line): string {
  return `${JSON.stringify(line)}\n`
}
