import type { Statement } from '#platform/db'

type Field = string | number | boolean | null | undefined

/** All rows of one table in one statement; what a row leaves out is null. Bytes go in through `bytes`. */
export function insertAll(table: string, columns: readonly string[], rows: readonly Readonly<Record<string, Field>>[]): Statement {
  const list = columns.join(', ')
  return {
    text: `insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, $1::json)`,
    values: [JSON.stringify(rows)],
  }
}

/** Bytes as PostgreSQL reads them from a text. */
export function bytes(value: Buffer): string {
  return `\\x${value.toString('hex')}`
}
