import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { inForce } from '#modules/procedures'
import { addCalendarDays, announceSwap, daysOfSwap } from '#modules/rules'
import { asActor, type Pool, rowsOf, type Statement } from '#platform/db'
import { registerTasks } from '#platform/jobs'
import { assertWhole } from '#test/audit-after'
import { type BirthWorld, birthWorld, fileBirth } from '#test/birth'
import { type World, world } from '#test/world'
import { proposeCatalogue } from '../../start/install.ts'
import { askForMore, consult, getCase, impactOf, propose, receive, recomputeDue } from './index.ts'

const swap = { off: '2026-11-23', worked: '2026-11-28', name: 'dịp Ngày Văn hóa', source: 'Thông báo mẫu' }
// Received on Friday 20/11/2026 at 15:10, so due on the next working day: Monday 23/11 at close of office.
const received = '2026-11-20T08:10:00.000Z'
const before = '2026-11-23T10:00:00Z'
// Monday is given off and Tuesday is the Day of Culture: Wednesday.
const after = '2026-11-25T10:00:00Z'
// The registrar's three working hours: Monday morning, then Wednesday morning.
const deskBefore = '2026-11-23T01:40:00Z'
const deskAfter = '2026-11-25T01:40:00Z'
const announced = '2026-11-20T09:00:00.000Z'

async function province(t: Parameters<typeof world>[0]) {
  const w = await world(t)
  await proposeCatalogue(w.house, true, w.now)
  await registerTasks(w.database.owner, ['recompute-due', 'deliver-notice'])
  return w
}

/** Dossiers received on Friday afternoon, with their acts and chains, made set-wise. */
async function manyOpen(w: World, count: number): Promise<void> {
  const procedure = await inForce(w.job(), '1.001193', '2026-11-20')
  const post = await w.db
    .selectFrom('post')
    .select('id')
    .where('unit_id', '=', w.units.a)
    .where('role', '=', 'registrar')
    .executeTakeFirst()
  assert.ok(procedure && post)
  const desk = { desk: post.id, deskDueAt: deskBefore }
  const acts: [string, string, Record<string, unknown>][] = [
    ['submit', 'receive', { desk: post.id, deskDueAt: 'infinity' }],
    ['receive', 'receive', { to: 'verify', status: 'in-progress', dueAt: before, ...desk }],
  ]
  const landing = acts.map(([name, step, params]): Statement => {
    const text = JSON.stringify({ act: name, step, params, private: null })
    return {
      text: `select land_act(case when $1 = 'receive' then w.id else gen_random_uuid() end, w.id, $1, $2, null, 'state', w.unit_id, $3, $4, null, ''::bytea, $5, $6)
             from work_item w where w.code like 'many-%'`,
      values: [
        name,
        step,
        received,
        JSON.stringify(params),
        w.keys.seal(text, 'audit.payload'),
        createHash('sha256').update(text).digest(),
      ],
    }
  })
  await w.owner.trip([
    asActor(w.as(w.a.registrar).actor),
    {
      text: `insert into work_item (id, kind, code, system, unit_id, applicant_id, procedure_code, revision, opened_at)
             select gen_random_uuid(), 'dossier', 'many-' || n, 'state', $1, $2, '1.001193', $3, $4 from generate_series(1, $5::int) n`,
      values: [w.units.a, w.hong.person, procedure.revision, received, count],
    },
    ...landing,
    {
      text: `insert into work_state (work_item_id, system, unit_id, status, step, came_from, version, received_at, due_at, promised_at)
             select id, 'state', unit_id, 'in-progress', 'verify', 'receive', 2, $1, $2, $2 from work_item where code like 'many-%'`,
      values: [received, before],
    },
    {
      text: `insert into desk (work_item_id, step, part, post_id, system, unit_id, due_at, opened_at, opened_by)
             select w.id, 'verify', 'lead', $1, 'state', w.unit_id, $2, $3, w.id from work_item w where w.code like 'many-%'`,
      values: [post.id, deskBefore, received],
    },
  ])
}

test('a swap announced while ten thousand dossiers are open: old and new hour logged, none earlier than promised', async (t) => {
  const w = await province(t)
  await manyOpen(w, 10_000)
  const administrator = await w.asToday(w.province.administrator, { now: announced })
  assert.deepEqual(await impactOf(administrator, daysOfSwap(swap)), { looked: 10_000, changed: 10_000, unknown: 0, cut: false })
  await announceSwap(await w.asToday(w.province.administrator, { now: announced }), swap)
  const begun = performance.now()
  assert.deepEqual(await recomputeDue(w.job({ now: announced })), { looked: 10_000, changed: 10_000, unknown: 0 })
  t.diagnostic(`10,000 dossiers in ${((performance.now() - begun) / 1000).toFixed(1)} s`)
  const [states, desks, ledger, told] = await w.owner.trip([
    { text: 'select due_at, promised_at, version, count(*)::int as n from work_state group by 1, 2, 3', values: [] },
    { text: 'select due_at, count(*)::int as n from desk group by 1', values: [] },
    {
      text: 'select old_due, new_due, cause, count(*)::int as n from due_change d join act a on a.id = d.act_id group by 1, 2, 3',
      values: [],
    },
    { text: "select kind, params->>'due' as due, count(*)::int as n from notice group by 1, 2", values: [] },
  ])
  assert.deepEqual(states?.rows, [{ due_at: after, promised_at: after, version: 2, n: 10_000 }])
  assert.deepEqual(desks?.rows, [{ due_at: deskAfter, n: 10_000 }])
  assert.deepEqual(ledger?.rows, [{ old_due: before, new_due: after, cause: 'calendar', n: 10_000 }])
  assert.equal(rowsOf<{ n: number; kind: string; due: string }>(told)[0]?.n, 10_000)
  assert.equal(Date.parse(rowsOf<{ due: string }>(told)[0]?.due ?? ''), Date.parse(after))
  assert.equal((await recomputeDue(w.job({ now: announced }))).changed, 0)
  await assertWhole(w)
})

test('a day that becomes a working day draws no promise forward', async (t) => {
  const w = await province(t)
  await manyOpen(w, 3)
  // Saturday 21/11 is worked: reckoned anew, the results would be due on that day already.
  const make = [{ on: '2026-11-21', kind: 'make-up' as const, name: 'Làm bù', insteadOf: '2026-12-31', source: 'mẫu' }]
  await addCalendarDays(await w.asToday(w.province.administrator, { now: announced }), make)
  assert.deepEqual(await recomputeDue(w.job({ now: announced })), { looked: 3, changed: 0, unknown: 0 })
})

test('only an administrator announces; a day that stands already is refused', async (t) => {
  const w = await province(t)
  for (const somebody of [w.a.chair, w.a.supervisor, w.hong])
    await assert.rejects(announceSwap(w.as(somebody), swap), { status: 403 }, somebody.key)
  for (const somebody of [w.a.chair, w.province.operator, w.hong])
    await assert.rejects(impactOf(w.as(somebody), daysOfSwap(swap)), { status: 403 }, somebody.key)
  const administrator = await w.asToday(w.province.administrator)
  await announceSwap(administrator, swap)
  await assert.rejects(announceSwap(administrator, swap), { status: 409, reason: 'day-stands-already' })
  await assert.rejects(announceSwap(administrator, { ...swap, source: ' ' }), { status: 422 })
  const [jobs] = await w.owner.trip([{ text: 'select key from graphile_worker._private_jobs order by id', values: [] }])
  assert.deepEqual(
    jobs?.rows.map((row) => row.key),
    ['recompute-due', 'recompute-due again'],
  )
})

test('a pause keeps its case without an hour, and a question to another unit gets a new one', async (t) => {
  const w = await birthWorld(t)
  await registerTasks(w.database.owner, ['recompute-due'])
  const { a } = w
  const paused = await receivedBirth(w)
  const asking = await receivedBirth(w)
  const { procedure } = await getCase(w.as(a.registrar), paused)
  const [defect, kind] = [procedure.defects[0], procedure.consultations[0]]
  assert.ok(defect && kind)
  await askForMore(w.as(a.registrar, { now: announced }), paused, [{ code: defect.code }], undefined)
  const question = { consultation: kind.id, toUnit: w.units.b, text: 'Đã đăng ký kết hôn?' }
  await consult(w.as(a.registrar, { now: announced }), asking, question)
  await w.runJobs(announced)
  await assertWhole(w)
  await announceSwap(await w.asToday(w.province.administrator, { now: announced }), swap)
  assert.equal((await recomputeDue(w.job({ now: announced }))).unknown, 0)
  assert.equal((await getCase(w.as(a.registrar), paused)).dueAt, null)
  const asked = await w.db
    .selectFrom('consultation')
    .innerJoin('work_state', 'work_state.work_item_id', 'consultation.work_item_id')
    .innerJoin('due_change', 'due_change.work_item_id', 'consultation.work_item_id')
    .select(['consultation.due_at', 'work_state.due_at as state_due', 'due_change.new_due', 'due_change.old_due'])
    .execute()
  // Three working days from Friday: Wednesday without the swap, Friday with it.
  const due = '2026-11-27T10:00:00Z'
  assert.deepEqual(asked, [{ due_at: due, state_due: due, new_due: due, old_due: '2026-11-26T10:00:00Z' }])
  await assertWhole(w)
})

test('an act that was decided under the old hour stores nothing', async (t) => {
  const w = await birthWorld(t)
  await registerTasks(w.database.owner, ['recompute-due'])
  const code = await receivedBirth(w)
  await announceSwap(await w.asToday(w.province.administrator, { now: announced }), swap)
  const slow: Pool = Object.create(w.pool)
  slow.trip = async (statements) => {
    if (statements[0]?.text.startsWith('select open_act')) await recomputeDue(w.job({ now: announced }))
    return w.pool.trip(statements)
  }
  const registrar = w.as(w.a.registrar, { now: announced })
  await assert.rejects(propose({ ...registrar, pool: slow }, code, 'Đủ điều kiện'), { status: 409 })
  await propose(registrar, code, 'Đủ điều kiện')
  const found = await getCase(registrar, code)
  assert.equal(found.promisedAt, after)
  await assertWhole(w)
})

test('the day for reading a draft grows with the calendar: silence counts only at its new end', async (t) => {
  const w = await birthWorld(t)
  await registerTasks(w.database.owner, ['recompute-due'])
  const code = await receivedBirth(w)
  await propose(w.as(w.a.registrar, { now: announced }), code, 'Đủ điều kiện')
  await announceSwap(await w.asToday(w.province.administrator, { now: announced }), swap)
  const step = async () => (await getCase(w.as(w.a.registrar), code)).step
  await w.runJobs('2026-11-23T10:01:00.000Z')
  assert.equal(await step(), 'draft')
  await w.runJobs('2026-11-25T10:01:00.000Z')
  assert.equal(await step(), 'enter')
  await assertWhole(w)
})

async function receivedBirth(w: BirthWorld): Promise<string> {
  const filed = await fileBirth(w, {}, { now: received })
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist, { now: received }), filed.code)
  return filed.code
}
