import { availableParallelism } from 'node:os'
import pg from 'pg'
import type { Connect } from '#platform/db'
import type { Keyring } from '#platform/keys'
import * as cases from './cases.ts'
import * as history from './history.ts'
import { hashedWords } from './names.ts'
import * as papers from './papers.ts'

export { questionAt } from './names.ts'

/** How many cases there shall be, and how many of them lie on a desk. */
export type Size = { all: number; open: number }

/** What cannot be made in SQL: whose desk is full, and answers as long as a mother's. */
export type Sample = { crowded: string; answers: unknown }

const keysKeptDays = 7

/**
 * Fills the database set-wise: cases over all communes and some 480 days, with a row in every table in which a real one leaves one. What
 * was generated before is closed first, so that every size has its own open work.
 * @param admin a superuser: it passes row-level security, and foreign keys are not looked up for rows that are made to fit
 * @param keys the install's own, so that what is sealed opens
 * @returns seconds
 */
export async function generate(admin: Connect, keys: Keyring, size: Size, sample: Sample): Promise<number> {
  const began = performance.now()
  const first = await connected(admin)
  try {
    await first.query('create schema if not exists bench')
    const before = await clearDesks(first)
    await first.query(cases.units)
    await first.query(
      cases.made
        .replaceAll('$1', String(size.all - before))
        .replaceAll('$2', String(size.open))
        .replaceAll('$4', String(before))
        .replaceAll('$3', `'${sample.crowded}'`),
    )
    await first.query(history.checkpoint)
    const index = await takeAway(first, 'search_entry_tokens')
    await fill(admin, stepsFor(keys, sample, before))
    await first.query(index)
    await first.query('drop schema bench cascade')
    await settle(admin)
  } finally {
    await first.end()
  }
  return (performance.now() - began) / 1000
}

async function connected(admin: Connect): Promise<pg.Client> {
  const client = new pg.Client({ ...admin, application_name: 'bench generate' })
  await client.connect()
  for (const setting of ["session_replication_role = 'replica'", "maintenance_work_mem = '512MB'", 'synchronous_commit = off'])
    await client.query(`set ${setting}`)
  return client
}

/** Closes the desks of an earlier size; answers how many cases there are. */
async function clearDesks(client: pg.Client): Promise<number> {
  await client.query('delete from desk')
  await client.query("update work_state set closed_at = now(), status = 'delivered' where closed_at is null")
  const { rows } = await client.query<{ count: number }>('select count(*)::int as count from work_item')
  return rows[0]?.count ?? 0
}

/** Takes an index away that is cheaper to build at the end; answers how to build it. */
async function takeAway(client: pg.Client, name: string): Promise<string> {
  const { rows } = await client.query<{ text: string }>('select pg_get_indexdef($1::regclass) as text', [name])
  await client.query(`drop index ${name}`)
  return rows[0]?.text ?? ''
}

function stepsFor(keys: Keyring, { answers }: Sample, before: number): cases.Step[] {
  const words = hashedWords(keys)
  const filed = keys.sealJson(answers, 'dossier.answers')
  return [
    [history.entries, []],
    [history.acts, []],
    [history.payloads, [keys.seal('{}', 'audit.payload')]],
    [cases.dossiers, [filed, keys.seal('x'.repeat(22), 'dossier.track_key')]],
    [cases.searchEntries, [words.families, words.middles, words.givens, words.lastFour]],
    [cases.workItems, []],
    [papers.files, [keys.seal('giay-chung-sinh.pdf', 'stored_file.name')]],
    [papers.deliveries, []],
    [papers.notices, []],
    [papers.fileUses, []],
    [papers.registerEntries, [keys.sealJson(answers, 'register_entry.body'), before]],
    [papers.lookUps, [keys.sealJson({ fields: {} }, 'look_up.result')]],
    [papers.issuedPapers, []],
    [papers.changes, [filed]],
    [cases.states, []],
    [papers.pauses, []],
    [papers.pauseEnds, []],
    [papers.dueChanges, []],
    [papers.accesses, []],
    [history.covered, []],
    [papers.requests, [keys.sealJson([], 'supplement_request.defects')]],
    [papers.requestAnswers, []],
    [papers.ratings, []],
    [papers.keys, [keysKeptDays]],
    [cases.desks, []],
    [papers.registerNotes, [keys.seal('0', 'register_note.body')]],
  ]
}

/** Each processor takes the next table. */
async function fill(admin: Connect, steps: readonly cases.Step[]): Promise<void> {
  const waiting = [...steps]
  const work = async (): Promise<void> => {
    const client = await connected(admin)
    try {
      for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) await timed(client, step)
    } finally {
      await client.end()
    }
  }
  await Promise.all(Array.from({ length: availableParallelism() }, work))
}

async function timed(client: pg.Client, [text, values]: cases.Step): Promise<void> {
  const began = performance.now()
  const { rowCount } = await client.query(text, values)
  if (process.env.BENCH_TRACE)
    console.error(`${text.slice(12, 34).padEnd(24)} ${rowCount} rows ${((performance.now() - began) / 1000).toFixed(1)} s`)
}

/** What autovacuum would have done by now. */
async function settle(admin: Connect): Promise<void> {
  const client = await connected(admin)
  try {
    await client.query('vacuum (analyze) work_item, work_state, desk, act, dossier, search_entry, dossier_change, consultation')
    await client.query('analyze')
    await client.query('checkpoint')
  } finally {
    await client.end()
  }
}
