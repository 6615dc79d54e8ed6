import pg from 'pg'
import type { Connect } from '#platform/db'

/**
 * Makes the names of tasks known, so that an act can enqueue them; asked at start, before anything is served. Names stay when a task is
 * gone: an older program may still enqueue it.
 * @param owner the role that owns the queue's tables
 */
export async function registerTasks(owner: Connect, names: readonly string[]): Promise<void> {
  const client = new pg.Client({ ...owner, application_name: 'lien-thong tasks', connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query(
      `insert into graphile_worker._private_tasks (identifier) select name from unnest($1::text[]) name
       where not exists (select from graphile_worker._private_tasks t where t.identifier = name) on conflict do nothing`,
      [names],
    )
  } finally {
    await client.end()
  }
}
