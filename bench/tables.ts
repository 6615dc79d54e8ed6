/** What asks a question: a connection or a pool of the database's owner or superuser. */
export type Queryable = { query: (text: string, values?: unknown[]) => Promise<{ rows: Record<string, unknown>[] }> }

const tables = `select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where c.relkind = 'r' and (n.nspname = 'public' or c.oid = 'graphile_worker._private_jobs'::regclass) order by 1`

async function namesOf(admin: Queryable): Promise<string[]> {
  return (await admin.query(tables)).rows.map((row) => String(row.name))
}

/** How many rows each table has. */
export async function countRows(admin: Queryable): Promise<Record<string, number>> {
  const names = await namesOf(admin)
  const { rows } = await admin.query(
    names.map((name) => `select '${name}' as name, count(*)::int as count from ${name}`).join(' union all '),
  )
  return Object.fromEntries(rows.map((row) => [String(row.name), Number(row.count)]))
}

/** Every id that stands anywhere in the database. */
export async function allIds(admin: Queryable): Promise<Set<string>> {
  const { rows } = await admin.query(
    `select a.attrelid::regclass::text as name, quote_ident(a.attname) as part from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and a.atttypid = 'uuid'::regtype and not a.attisdropped`,
  )
  const ids = new Set<string>()
  for (const { name, part } of rows) {
    const found = await admin.query(`select distinct ${part}::text as id from ${name} where ${part} is not null`)
    for (const { id } of found.rows) ids.add(String(id))
  }
  return ids
}
