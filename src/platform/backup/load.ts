import type { ClientBase } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { DataKey } from '#platform/keys'
import type { Manifest, RowPart } from './manifest.ts'
import { readPart } from './part.ts'
import { columnList, fullName, keyList, quoted, type Sequence, type Table } from './tables.ts'

/** Where the parts lie and what opens them. */
export type Parts = { folder: string; key: DataKey }

type ForeignKey = { table: string; name: string; definition: string }

/**
 * Runs `work` with foreign keys, triggers and the owner's own row-level security taken off, and puts all of it back, so that rows may
 * come in any order. Inside one transaction: whatever fails, the database is as it was; every foreign key is checked anew.
 */
export async function withTablesOpen(client: ClientBase, tables: readonly Table[], work: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<ForeignKey>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition from pg_constraint
     where contype = 'f' and connamespace in ('public'::regnamespace, 'graphile_worker'::regnamespace) and conparentid = 0`,
  )
  for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${key.name}`)
  for (const table of tables) {
    await client.query(`alter table ${fullName(table)} no force row level security`)
    await client.query(`alter table ${fullName(table)} disable trigger user`)
  }
  await work()
  for (const table of tables) {
    await client.query(`alter table ${fullName(table)} enable trigger user`)
    if (table.forced) await client.query(`alter table ${fullName(table)} force row level security`)
  }
  for (const key of keys) await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`)
}

/** Brings the rows of a backup into empty tables: what was there first, then what went, then what changed, round by round. */
export async function loadRows(client: ClientBase, parts: Parts, manifest: Manifest, tables: readonly Table[]): Promise<void> {
  const byName = new Map(tables.map((table) => [`${table.schema}.${table.name}`, table]))
  const each = async (holds: RowPart['holds'], work: (part: RowPart, table: Table) => Promise<void>): Promise<void> => {
    for (const part of manifest.rows) {
      const table = byName.get(part.table)
      if (table !== undefined && part.holds === holds) await work(part, table)
    }
  }
  await each('rows', (part, table) => copyInto(client, parts, part, `${fullName(table)} (${columnList(table)})`))
  await each('whole', (part, table) => copyInto(client, parts, part, `${fullName(table)} (${columnList(table)})`))
  await each('keys', (part, table) => keepOnly(client, parts, part, table))
  await each('changes', (part, table) => applyChanges(client, parts, part, table))
  for (const sequence of manifest.sequences) await setSequence(client, sequence)
}

export async function setSequence(client: ClientBase, sequence: Sequence): Promise<void> {
  await client.query('select setval($1::regclass, $2::bigint, $3)', [sequence.name, sequence.last, sequence.isCalled])
}

async function copyInto(client: ClientBase, parts: Parts, part: RowPart, target: string): Promise<void> {
  await readPart(parts.folder, part.name, parts.key, client.query(copyFrom(`copy ${target} from stdin`)))
}

/** Rows that were deleted after the bulk was copied go; the keys that are left stay at hand for the changes. */
async function keepOnly(client: ClientBase, parts: Parts, part: RowPart, table: Table): Promise<void> {
  const kept = keptKeys(table)
  await client.query(`create temporary table ${kept} on commit drop as select ${keyList(table)} from ${fullName(table)} with no data`)
  await copyInto(client, parts, part, kept)
  await client.query(`create index on ${kept} (${keyList(table)})`)
  await client.query(`analyze ${kept}`)
  await client.query(`delete from ${fullName(table)} t where not exists (select from ${kept} k where ${sameKey(table, 't', 'k')})`)
}

function keptKeys(table: Table): string {
  return `pg_temp.${quoted(`kept_${table.name}`)}`
}

function sameKey(table: Table, one: string, other: string): string {
  return table.key.map((column) => `${one}.${quoted(column)} = ${other}.${quoted(column)}`).join(' and ')
}

async function applyChanges(client: ClientBase, parts: Parts, part: RowPart, table: Table): Promise<void> {
  const columns = columnList(table)
  await client.query(`create temporary table staged on commit drop as select ${columns} from ${fullName(table)} with no data`)
  await copyInto(client, parts, part, `staged (${columns})`)
  const rest = table.columns.filter((column) => !table.key.includes(column.name))
  const set = rest.map((column) => `${quoted(column.name)} = excluded.${quoted(column.name)}`).join(', ')
  const living = table.carried === 'passing' ? `where exists (select from ${keptKeys(table)} k where ${sameKey(table, 's', 'k')})` : ''
  await client.query(
    `insert into ${fullName(table)} (${columns}) overriding system value select ${columns} from staged s ${living}
     on conflict (${keyList(table)}) do ${rest.length === 0 ? 'nothing' : `update set ${set}`}`,
  )
  await client.query('drop table staged')
}
