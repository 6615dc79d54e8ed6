import type { ClientBase } from 'pg'

/**
 * How a table is carried. `kept`: its rows may change but never go. `passing`: the program may delete its rows, so the keys that
 * are left are told at the end. `whole`: small, or without a key; carried at the end in one piece.
 */
export type Carried = 'kept' | 'passing' | 'whole'

export type Column = { name: string; type: string }

export type Table = { schema: string; name: string; carried: Carried; columns: Column[]; key: string[]; forced: boolean }

export type Sequence = { name: string; last: string; isCalled: boolean }

// Written by migrations, never by the program: the target has its own.
const ofMigrations = ['public.schema_version', 'graphile_worker.migrations']

const question = `
select n.nspname as schema, c.relname as name, c.relforcerowsecurity as forced,
  has_table_privilege('lien_thong_program', c.oid, 'delete') as passing,
  (select json_agg(json_build_object('name', a.attname, 'type', format_type(a.atttypid, a.atttypmod)) order by a.attnum)
     from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
  coalesce((select json_agg(a.attname order by k.place) from pg_constraint p cross join unnest(p.conkey) with ordinality as k(num, place)
     join pg_attribute a on a.attrelid = c.oid and a.attnum = k.num where p.conrelid = c.oid and p.contype = 'p'), '[]') as key
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname in ('public', 'graphile_worker') and c.relkind in ('r', 'p') and not c.relispartition
order by 1, 2`

/** Every table whose rows belong to the install, jobs included. */
export async function tablesOf(client: ClientBase): Promise<Table[]> {
  const { rows } = await client.query<Omit<Table, 'carried'> & { passing: boolean }>(question)
  return rows
    .filter((row) => !ofMigrations.includes(`${row.schema}.${row.name}`))
    .map(({ passing, ...table }) => ({ ...table, carried: carriedHow(table, passing) }))
}

function carriedHow(table: Omit<Table, 'carried'>, passing: boolean): Carried {
  if (table.schema === 'graphile_worker' || table.key.length === 0) return 'whole'
  return passing ? 'passing' : 'kept'
}

export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

export function fullName(table: Pick<Table, 'schema' | 'name'>): string {
  return `${quoted(table.schema)}.${quoted(table.name)}`
}

export function columnList(table: Table): string {
  return table.columns.map((column) => quoted(column.name)).join(', ')
}

export function keyList(table: Table): string {
  return table.key.map(quoted).join(', ')
}

/** Where the sequences of the install stand. */
export async function sequencesOf(client: ClientBase): Promise<Sequence[]> {
  const { rows } = await client.query<{ name: string; last: string | null }>(
    `select quote_ident(schemaname) || '.' || quote_ident(sequencename) as name, last_value::text as last from pg_sequences
     where schemaname in ('public', 'graphile_worker') order by 1`,
  )
  return rows.map(({ name, last }) => ({ name, last: last ?? '1', isCalled: last !== null }))
}

/** The migrations that a database has behind it; rows fit only a database with the same ones. */
export async function versionOf(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ version: string }>(
    `select name || ' ' || hash as version from schema_version
     union all select 'graphile_worker ' || id from graphile_worker.migrations order by 1`,
  )
  return rows.map((row) => row.version)
}
