import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getCase, newerRevision, receive, takeRevision } from '#modules/dossiers'
import { type BirthWorld, birthWorld, fileBirth } from '#test/birth'
import { beginCopy, type Change, decide, differencesBetween, publishDraft, saveParts } from './index.ts'

const code = '1.001193'

async function asked(w: BirthWorld, changes: readonly Change[]): Promise<void> {
  const [linh, hung] = [w.as(w.somebody('thutuc.tinh')), w.as(w.somebody('thutuc2.tinh'))]
  const begun = await beginCopy(linh, code)
  assert.ok(begun.ok)
  assert.ok((await saveParts(linh, begun.id, { version: 1, changes })).ok)
  assert.ok((await decide(linh, begun.id, 'submit', { version: 2 })).ok)
  assert.ok((await decide(hung, begun.id, 'approve', { version: 2 })).ok)
  assert.ok((await publishDraft(hung, begun.id, { inForceFrom: '2026-11-20', dossiers: 'ask', drafts: 'pin' })).ok)
  await w.runJobs()
}

test('where a release asks, no dossier goes over by itself; its holder takes it over where it fits, nobody else', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await w.runJobs()
  await asked(w, [{ place: ['area'], part: 'Hộ tịch, quốc tịch' }])
  const [receptionist, registrar, hong] = [w.as(w.a.receptionist), w.as(w.a.registrar), w.as(w.hong)]
  const before = await getCase(receptionist, filed.code)
  assert.equal(before.procedure.revision, 1)
  const newer = await newerRevision(receptionist, before)
  assert.deepEqual([newer?.next.revision, newer?.stays], [2, undefined])
  assert.equal(await newerRevision(registrar, before), undefined)
  assert.deepEqual(
    (await differencesBetween(receptionist, code, 1, 2, 'vi')).map(({ place }) => place),
    [['area']],
  )
  for (const other of [registrar, hong]) await assert.rejects(takeRevision(other, filed.code), { status: 403 })
  await assert.rejects(takeRevision(receptionist, filed.code, { version: before.version + 1 }), { reason: 'moved-on' })
  const keyed = { ...receptionist, key: { value: 'ask-for-revision', bodyHash: new Uint8Array(32) } }
  const taken = await takeRevision(keyed, filed.code, { version: before.version })
  assert.deepEqual(await takeRevision(keyed, filed.code, { version: before.version }), taken)
  const after = await getCase(hong, filed.code)
  assert.deepEqual([after.procedure.revision, after.dueAt, after.promisedAt, after.step], [2, before.dueAt, before.promisedAt, before.step])
  const act = await w.db.selectFrom('act').select(['params', 'actor_id']).where('name', '=', 'rebase').executeTakeFirstOrThrow()
  assert.deepEqual([act.params, act.actor_id], [{ from: 1, to: 2, parts: ['area'] }, w.a.receptionist.account])
  await assert.rejects(takeRevision(receptionist, filed.code), { reason: 'no-newer-revision' })
  // Another term does not fit: it is shown and cannot be taken; the work goes on.
  await asked(w, [{ place: ['resolvedWithin'], part: { unit: 'workingDays', amount: 5 } }])
  assert.equal((await newerRevision(receptionist, after))?.stays, 'deadline')
  await assert.rejects(takeRevision(receptionist, filed.code), { reason: 'revision-does-not-fit' })
  await receive(receptionist, filed.code)
})
