import assert from 'node:assert/strict'
import { test } from 'node:test'
import { approve, askForMore, beginDraft, receive, refuse } from '#modules/dossiers'
import { inForce } from '#modules/procedures'
import { type BirthWorld, birthWorld, fileBirth } from '#test/birth'
import { issueBirth } from '#test/issued-birth'
import { figuresOf, procedureDetail, simplified, spanEndingAt } from './index.ts'

const code = '1.001193'
const later = '2026-11-20T05:00:00.000Z'

async function cases(w: BirthWorld): Promise<void> {
  await issueBirth(w, { childName: 'Trần Bảo An' })
  const file = async (childName: string) => {
    const filed = await fileBirth(w, { childName })
    assert.ok(filed.ok)
    await receive(w.as(w.a.receptionist), filed.code)
    return filed.code
  }
  const asked = await file('Trần Bảo Châu')
  await askForMore(w.as(w.a.registrar), asked, [{ code: 'KS01' }, { code: 'C06' }], undefined)
  const refused = await file('Trần Bảo Diệp')
  await refuse(w.as(w.a.registrar), refused, { reason: 'Trẻ đã được khai sinh', basis: 'Luật Hộ tịch' })
  await approve(w.as(w.a.supervisor), refused)
}

test('figures of a procedure follow from its acts: cases, times, defects, papers that nobody brought, forms that were left', async (t) => {
  const w = await birthWorld(t)
  await cases(w)
  const officer = w.as(w.province.procedureOfficer, { now: later })
  const birth = await inForce(officer, code, '2026-11-20')
  assert.ok(birth)
  await beginDraft(w.as(w.hong, { now: '2026-11-05T01:00:00.000Z' }), birth, w.units.a)
  const span = spanEndingAt(later, 30)
  const [one] = await figuresOf(officer, span)
  assert.deepEqual(
    {
      code: one?.code,
      filed: one?.filed,
      online: one?.online,
      finished: one?.finished,
      supplemented: one?.supplemented,
      refused: one?.refused,
      late: one?.late,
    },
    { code, filed: 3, online: 3, finished: 1, supplemented: 1, refused: 1, late: 0 },
  )
  const detail = await procedureDetail(officer, birth, span)
  assert.deepEqual(
    detail.defects.map(({ id, cases }) => [id, cases]),
    [
      ['C06', 1],
      ['KS01', 1],
    ],
  )
  assert.deepEqual(detail.left, [{ page: birth.pages[0]?.title, drafts: 1 }])
  assert.deepEqual(
    detail.papers.map(({ id, cases }) => [id, cases]),
    [['birthNote', 3]],
  )
  assert.ok(detail.unneeded.some(({ id }) => id === 'witnessNote'))
})

test('a span without cases says nothing; an officer of a commune sees its own cases alone, a citizen none', async (t) => {
  const w = await birthWorld(t)
  await cases(w)
  assert.deepEqual(await figuresOf(w.as(w.province.procedureOfficer), spanEndingAt('2026-10-01T00:00:00.000Z', 30)), [])
  const span = spanEndingAt(later, 30)
  assert.equal((await figuresOf(w.as(w.a.supervisor), span))[0]?.filed, 3)
  assert.deepEqual(await figuresOf(w.as(w.b.supervisor), span), [])
  assert.deepEqual(await figuresOf(w.as(w.hong), span), [])
})

test('what a citizen brings here is told beside what the national row asks', async (t) => {
  const w = await birthWorld(t)
  const ctx = w.as(w.province.procedureOfficer)
  const birth = await inForce(ctx, code, '2026-11-20')
  assert.ok(birth)
  const alone = simplified(birth, undefined, w.now)
  assert.equal(alone.before, undefined)
  assert.equal(alone.after.steps, Object.keys(birth.steps).length)
  assert.equal(alone.after.cost, 0n)
  assert.ok(alone.after.papers < birth.components.length)
})
