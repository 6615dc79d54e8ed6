import assert from 'node:assert/strict'
import { test } from 'node:test'
import pg from 'pg'
import { webWorld } from '#test/web-world'
import { allIds, countRows } from '../tables.ts'
import { type Recorded, renew, type Way, writtenOut } from './ceiling.ts'
import { copyPrepared } from './copies.ts'
import { prepareDraft } from './drafts.ts'
import { recordTrips } from './recording.ts'
import { replay, walk } from './steps.ts'

/** The world behind its doors, with the product's journey walked once and every table counted around it. */
async function journeyOnce(t: Parameters<typeof webWorld>[0]) {
  const w = await webWorld(t)
  const admin = new pg.Client(w.database.admin)
  await admin.connect()
  t.after(() => admin.end())
  const desk = { unit: w.units.a, commune: '09187' }
  const prepare = () => prepareDraft(w.as(w.hong), w.vault, 'hong', desk)
  const [seed, first, prepared] = [await prepare(), await prepare(), await prepare()]
  const visitors = { mother: await w.visitor(w.hong), receptionist: await w.visitor(w.mai), registrar: await w.visitor(w.a.registrar) }
  // The first case of a day opens the day's numbers; it teaches the forms as well.
  const sent = await walk(visitors, first.draft)
  const before = await allIds(admin)
  const counted = await countRows(admin)
  const recording = recordTrips(w.pool)
  const code = await replay(visitors, sent, prepared.draft)
  recording.stop()
  return {
    w,
    admin,
    seed,
    before,
    sent,
    recorded: { trips: recording.trips, code, prepared } satisfies Recorded,
    added: await since(admin, counted),
  }
}

/** How many rows came or went, table by table. */
async function since(admin: pg.Client, before: Record<string, number>): Promise<Record<string, number>> {
  const after = await countRows(admin)
  return Object.fromEntries(
    Object.entries(after).flatMap(([name, count]) => (count === before[name] ? [] : [[name, count - (before[name] ?? 0)]])),
  )
}

for (const way of ['statement', 'function'] as const satisfies readonly Way[]) {
  test(`a journey of the ceiling, ${way} by ${way}, leaves the same rows in every table as one of the product`, async (t) => {
    const { w, admin, seed, before, recorded, added } = await journeyOnce(t)
    const copied = await copyPrepared(admin, seed, 2)
    const counted = await countRows(admin)
    const [next, other] = copied
    assert.ok(next && other)
    for (const prepared of [next, other]) {
      for (const trip of renew(recorded, before, prepared)) await w.pool.trip(way === 'statement' ? writtenOut(trip) : trip)
    }
    const twice = await since(admin, counted)
    assert.deepEqual(Object.fromEntries(Object.entries(twice).map(([name, count]) => [name, count / 2])), added)
    assert.equal(added.act, 9)
    assert.equal(added.work_item, 1)
  })
}

test('the forms of a journey are learnt from the pages: what is new each time is left open', async (t) => {
  const { sent } = await journeyOnce(t)
  assert.equal(sent.length, 9)
  assert.deepEqual(
    sent.map(({ path }) => path),
    [
      '/ho-so-nhap/{draft}/xem-lai',
      '/viec/{code}/nhan',
      '/viec/{code}/yeu-cau-bo-sung',
      '/ho-so/{code}/bo-sung',
      '/viec/{code}/de-xuat',
      '/ho-so/{code}/sua-ban-nhap',
      '/viec/{code}/de-xuat',
      '/ho-so/{code}/dong-y',
      '/viec/{code}/ghi-so',
    ],
  )
})
