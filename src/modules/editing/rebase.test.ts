import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getCase } from '#modules/dossiers'
import { type BirthWorld, birthWorld, fileBirth } from '#test/birth'
import { beginCopy, type Change, decide, publishDraft, saveParts } from './index.ts'

const code = '1.001193'

/** The next revision of birth registration with these changes, published by a second officer for today. */
async function published(w: BirthWorld, dossiers: 'pin' | 'rebase', changes: readonly Change[]): Promise<void> {
  const [linh, hung] = [w.as(w.somebody('thutuc.tinh')), w.as(w.somebody('thutuc2.tinh'))]
  const begun = await beginCopy(linh, code)
  assert.ok(begun.ok)
  assert.ok((await saveParts(linh, begun.id, { version: 1, changes })).ok)
  assert.ok((await decide(linh, begun.id, 'submit', { version: 2 })).ok)
  assert.ok((await decide(hung, begun.id, 'approve', { version: 2 })).ok)
  assert.ok((await publishDraft(hung, begun.id, { inForceFrom: '2026-11-20', dossiers, drafts: 'pin' })).ok)
  await w.runJobs()
}

async function filed(w: BirthWorld): Promise<string> {
  const one = await fileBirth(w)
  assert.ok(one.ok)
  await w.runJobs()
  return one.code
}

test('an open dossier that fits goes over with its promise untouched, and the act names what changed; else it stays', async (t) => {
  const w = await birthWorld(t)
  const dossier = await filed(w)
  const before = await getCase(w.as(w.hong), dossier)
  await published(w, 'rebase', [{ place: ['purpose'], part: { vi: 'Trẻ có giấy khai sinh', en: 'The child has a certificate' } }])
  const after = await getCase(w.as(w.hong), dossier)
  assert.deepEqual(
    [after.procedure.revision, after.dueAt, after.promisedAt],
    [before.procedure.revision + 1, before.dueAt, before.promisedAt],
  )
  const act = await w.db.selectFrom('act').select('params').where('name', '=', 'rebase').executeTakeFirstOrThrow()
  assert.deepEqual(act.params, { from: 1, to: 2, parts: ['purpose'] })
  // A longer time would turn against whoever has filed: the dossier keeps what it was promised.
  await published(w, 'rebase', [{ place: ['resolvedWithin'], part: { unit: 'workingDays', amount: 5 } }])
  assert.equal((await getCase(w.as(w.hong), dossier)).procedure.revision, 2)
})

test('pinned dossiers keep their revision; nobody but the release can move one', async (t) => {
  const w = await birthWorld(t)
  const dossier = await filed(w)
  await published(w, 'pin', [{ place: ['area'], part: 'Hộ tịch, quốc tịch' }])
  const { id, procedure } = await getCase(w.as(w.hong), dossier)
  assert.equal(procedure.revision, 1)
  await assert.rejects(w.pool.trip([{ text: 'select rebase_dossier($1, 2)', values: [id] }]), { code: 'LT409' })
})
