import { type Pool, rowsOf } from '#platform/db'
import type { Keyring } from './keyring.ts'

/** A column of sealed values; `context` where it is not "table.column". */
export type SealedColumn = { table: string; column: string; context?: string }

const batch = 500
const mostLooks = 5

const keyColumns = `select a.attname as name, format_type(a.atttypid, null) as type from pg_index i
  join lateral unnest(i.indkey) with ordinality k (no, place) on true join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.no
  where i.indrelid = $1::regclass and i.indisprimary order by k.place`

type Walk = { keys: Keyring; owner: Pool; columns: readonly SealedColumn[]; progress?: (table: string, done: number) => void }

/**
 * Seals anew, under the newest key, every value of the columns that lies under an older one. Values that change meanwhile are left: the
 * program has sealed them under the newest key itself.
 */
export async function reseal(walk: Walk): Promise<number> {
  let total = 0
  for (const column of walk.columns) {
    // Looked at again until nothing is left: an act under way may have stored what it sealed with the old key.
    for (let look = 1, found = 1; found > 0 && look <= mostLooks; look += 1, total += found) found = await walkColumn(walk, column)
  }
  return total
}

type Found = { value: Buffer } & Record<string, unknown>

async function walkColumn({ owner, keys, progress = () => {} }: Walk, { table, column, context }: SealedColumn): Promise<number> {
  const [primary] = await owner.trip([{ text: keyColumns, values: [table] }])
  const key = rowsOf<{ name: string; type: string }>(primary)
  const names = key.map(({ name }) => `t."${name}"`)
  const newest = keys.current('seal').id
  let done = 0
  for (let after: string[] | undefined; ; ) {
    const beyond = after === undefined ? '' : ` and (${names.join(', ')}) > (${key.map(({ type }, n) => `$${n + 2}::${type}`).join(', ')})`
    const [answer] = await owner.trip([
      {
        text: `select t."${column}" as value, ${names.map((name, n) => `${name}::text as k${n}`).join(', ')} from "${table}" t
               where substring(t."${column}" from 2 for 4) <> int4send($1::int)${beyond} order by ${names.join(', ')} limit ${batch}`,
        values: [newest, ...(after ?? [])],
      },
    ])
    const rows = rowsOf<Found>(answer)
    if (rows.length > 0) await owner.trip([swap(table, column, key, rows, (value) => anew(keys, value, context ?? `${table}.${column}`))])
    done += rows.length
    progress(table, done)
    const last = rows.at(-1)
    if (last === undefined || rows.length < batch) return done
    after = key.map((_, n) => String(last[`k${n}`]))
  }
}

function anew(keys: Keyring, value: Buffer, context: string): Buffer {
  return keys.seal(keys.open(value, context), context)
}

/** Only where the value is still the one that was read. */
function swap(table: string, column: string, key: { name: string; type: string }[], rows: Found[], sealed: (value: Buffer) => Buffer) {
  const texts = (bytes: Buffer[]): string[] => bytes.map((one) => `\\x${one.toString('hex')}`)
  const given = key.map(({ type }, n) => `$${n + 3}::${type}[]`).join(', ')
  const same = key.map(({ name }, n) => `t."${name}" = given.k${n}`).join(' and ')
  return {
    text: `update "${table}" t set "${column}" = given.fresh from unnest($1::bytea[], $2::bytea[], ${given}) as given (stale, fresh, ${key.map((_, n) => `k${n}`).join(', ')})
           where ${same} and t."${column}" = given.stale`,
    values: [
      texts(rows.map((row) => row.value)),
      texts(rows.map((row) => sealed(row.value))),
      ...key.map((_, n) => rows.map((row) => String(row[`k${n}`]))),
    ],
  }
}
