import assert from 'node:assert/strict'
import { test } from 'node:test'
import { beginDraft, getDraft, openDraft, savePage } from '#modules/dossiers'
import { inForce } from '#modules/procedures'
import { type BirthWorld, birthWorld } from '#test/birth'
import { beginCopy, type Change, decide, publishDraft, saveParts } from './index.ts'

const code = '1.001193'

async function published(w: BirthWorld, drafts: 'pin' | 'rebase', changes: readonly Change[]): Promise<void> {
  const [linh, hung] = [w.as(w.somebody('thutuc.tinh')), w.as(w.somebody('thutuc2.tinh'))]
  const begun = await beginCopy(linh, code)
  assert.ok(begun.ok)
  assert.ok((await saveParts(linh, begun.id, { version: 1, changes })).ok)
  assert.deepEqual(await decide(linh, begun.id, 'submit', { version: 2 }), { ok: true })
  assert.ok((await decide(hung, begun.id, 'approve', { version: 2 })).ok)
  assert.ok((await publishDraft(hung, begun.id, { inForceFrom: '2026-11-20', dossiers: 'pin', drafts })).ok)
}

async function begun(w: BirthWorld) {
  const ctx = w.as(w.hong)
  const procedure = await inForce(ctx, code, '2026-11-20')
  assert.ok(procedure)
  const id = await beginDraft(ctx, procedure, w.units.a)
  await savePage(ctx, id, 'nguoi-nop', { relation: 'relative' })
  await savePage(ctx, id, 'tre', { childName: 'Trần Nguyễn Hải Đăng', childBornOn: '14/11/2026', childSex: 'male' })
  return { ctx, id, procedure }
}

test('a draft goes over when it is opened: what fits stays, what does not is asked again, and the pages are named', async (t) => {
  const w = await birthWorld(t)
  const { ctx, id, procedure } = await begun(w)
  await published(w, 'pin', [{ place: ['area'], part: 'Hộ tịch, quốc tịch' }])
  assert.equal((await openDraft(ctx, id)).procedure.revision, procedure.revision)
  const asked = procedure.fields.relation
  assert.ok(asked?.kind === 'choice')
  const options = asked.options.filter(({ value }) => value !== 'relative').map(({ value, label }) => ({ value, label }))
  await published(w, 'rebase', [{ place: ['fields', 'relation', 'options'], part: options }])
  assert.equal((await getDraft(ctx, id)).procedure.revision, 1)
  const opened = await openDraft(ctx, id)
  assert.deepEqual([opened.procedure.revision, opened.changed], [3, { pages: ['nguoi-nop'] }])
  const { childName, relation, childSex } = opened.answers
  assert.deepEqual([childName, relation, childSex], ['Trần Nguyễn Hải Đăng', undefined, 'male'])
  assert.equal((await openDraft(ctx, id)).version, opened.version)
  const { draft } = await savePage(ctx, id, 'nguoi-nop', { relation: 'mother' })
  assert.equal(draft.changed, null)
  assert.equal((await getDraft(ctx, id)).changed, undefined)
})
