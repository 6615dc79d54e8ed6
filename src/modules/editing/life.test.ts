import assert from 'node:assert/strict'
import { test } from 'node:test'
import { birthWorld } from '../../../test/birth.ts'
import { beginCopy, beginImport, decide, exportText, getRevisionDraft, historyOf, publishDraft, saveParts } from './index.ts'

const name = { vi: 'Đăng ký khai sinh (bản mới)', en: 'Register a birth (next)' }

test('a copy is changed, refused to its author, approved by a second officer, published from a day on, and never changes again', async (t) => {
  const w = await birthWorld(t)
  const [linh, hung] = [w.as(w.somebody('thutuc.tinh')), w.as(w.somebody('thutuc2.tinh'))]
  const begun = await beginCopy(linh, '1.001193')
  assert.ok(begun.ok)
  assert.deepEqual(await beginCopy(hung, '1.001193'), begun, 'two officers write one draft')
  assert.deepEqual(await saveParts(linh, begun.id, { version: 1, changes: [{ place: ['name'], part: name }] }), { ok: true, version: 2 })
  assert.deepEqual(await saveParts(hung, begun.id, { version: 1, changes: [] }), { ok: false, because: 'changed' })
  assert.deepEqual(await decide(linh, begun.id, 'submit', { version: 2 }), { ok: true })
  assert.deepEqual(await saveParts(linh, begun.id, { version: 2, changes: [{ place: ['area'], part: 'x' }] }), {
    ok: false,
    because: 'not-a-draft',
  })
  assert.deepEqual(await decide(linh, begun.id, 'approve', { version: 2 }), { ok: false, because: 'own-work' })
  assert.deepEqual(await publishDraft(linh, begun.id, { inForceFrom: '2026-12-01', dossiers: 'pin', drafts: 'pin' }), {
    ok: false,
    because: 'wrong-state',
  })
  assert.deepEqual(await decide(hung, begun.id, 'approve', { version: 2 }), { ok: true })
  const before = await w.db.selectFrom('procedure_revision').select('revision').where('code', '=', '1.001193').execute()
  const done = await publishDraft(hung, begun.id, { inForceFrom: '2026-12-01', dossiers: 'pin', drafts: 'pin' })
  assert.deepEqual(done, { ok: true, code: '1.001193', revision: before.length + 1 })
  assert.equal((await getRevisionDraft(linh, begun.id)).state, 'published')
  await assert.rejects(w.pool.trip([{ text: "update procedure_revision set name = 'x'", values: [] }]), { code: '42501' })
  assert.deepEqual(
    (await historyOf(linh, begun.id)).map((one) => ('event' in one ? one.event.act : one.change.place)),
    ['publish', 'approve', 'submit', 'name', 'made'],
  )
})

test('dead ends are not submitted; whoever is no procedure officer sees nothing', async (t) => {
  const w = await birthWorld(t)
  const linh = w.as(w.somebody('thutuc.tinh'))
  const begun = await beginCopy(linh, '1.001193')
  assert.ok(begun.ok)
  const step = { task: name, status: name, by: 'registrar', may: {} }
  assert.ok((await saveParts(linh, begun.id, { version: 1, changes: [{ place: ['steps', 'verify'], part: step }] })).ok)
  assert.deepEqual(await decide(linh, begun.id, 'submit', { version: 2 }), { ok: false, because: 'findings' })
  await assert.rejects(getRevisionDraft(w.as(w.a.registrar), begun.id), { status: 404 })
  await assert.rejects(beginCopy(w.as(w.province.administrator), '1.001193'), { status: 403 })
})

test('what is exported is taken in elsewhere and exported there byte for byte; what cannot be read is refused in sentences', async (t) => {
  const [here, there] = [await birthWorld(t), await birthWorld(t)]
  const begun = await beginCopy(here.as(here.somebody('thutuc.tinh')), '1.001193')
  assert.ok(begun.ok)
  const text = exportText((await getRevisionDraft(here.as(here.somebody('thutuc.tinh')), begun.id)).body)
  const linh = there.as(there.somebody('thutuc.tinh'))
  const taken = await beginImport(linh, text, 'vi')
  assert.ok(taken.ok, JSON.stringify(taken))
  assert.equal(exportText((await getRevisionDraft(linh, taken.id)).body), text)
  for (const bad of [
    '',
    '{',
    '[1]',
    'x'.repeat(1_000_001),
    '['.repeat(500_000),
    text.replace('"fees"', '"__proto__"'),
    text.replace('"amount": 1', '"amount": "1"'),
    text.replace('Hộ tịch', 'a\\u0000b'),
    text.replace('Hộ tịch', '\\ud800'),
  ]) {
    const refused = await beginImport(linh, bad, 'vi')
    assert.ok(!refused.ok && refused.problems.length > 0 && refused.problems.length <= 20, bad.slice(0, 40))
    assert.ok(refused.problems.every(({ text: told }) => /[.\p{L}”]$/u.test(told) && told.length < 500))
  }
})
