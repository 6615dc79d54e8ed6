import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { storeWhole } from '#modules/papers'
import { inForce, type Procedure } from '#modules/procedures'
import { newId } from '#platform/id'
import { type BirthWorld, birthWorld, smallPdf } from '#test/birth'
import {
  beginDraft,
  disputeKnown,
  dropDraft,
  fileDraft,
  fillKnown,
  getCase,
  getDraft,
  ownDrafts,
  pageToGoOn,
  savePage,
  surroundingsOf,
} from './index.ts'

async function begun(t: TestContext, who: 'hong' | 'lan' | 'thu' = 'hong') {
  const w = await birthWorld(t)
  const procedure = await birth(w)
  const ctx = w.as(w[who])
  const id = await beginDraft(ctx, procedure, w.units.a)
  return { w, ctx, id, procedure }
}

async function birth(w: BirthWorld): Promise<Procedure> {
  const found = await inForce(w.as(w.hong), '1.001193', '2026-11-20')
  assert.ok(found)
  return found
}

test('what the state knows of the mother, her marriage and her husband is not asked', async (t) => {
  const { w, ctx, id } = await begun(t)
  await savePage(ctx, id, 'nguoi-nop', { relation: 'mother' })
  await savePage(ctx, id, 'cha-me', { parents: 'married', surrogacy: 'no' })
  const { answers, known } = await fillKnown(ctx, w.sources, id)
  assert.equal(answers.motherName, 'Nguyễn Thị Hồng')
  assert.equal(answers.fatherName, 'Trần Văn Minh')
  assert.equal(answers.fatherEthnicity, '01')
  assert.equal(answers.fatherDead, false)
  assert.deepEqual(answers.fatherResidence, { commune: '09187', detail: 'Số 12, tổ dân phố mẫu 3' })
  assert.equal(answers.marriedOn, '2022-05-20')
  assert.deepEqual([known.motherName?.from, known.fatherName?.from, known.fatherEthnicity?.from], ['vneid', 'civilStatus', 'population'])
  const rows = await w.db.selectFrom('look_up').where('draft_id', '=', id).select(['source', 'component', 'status', 'purpose']).execute()
  assert.deepEqual([...new Set(rows.map((row) => `${row.source} ${row.component} ${row.status} ${row.purpose}`))].sort(), [
    'civil-status marriage match 1.001193',
    'population identity match 1.001193',
    'population residence match 1.001193',
    'vneid null match 1.001193',
  ])
})

test('nothing readable of a draft lies in the database', async (t) => {
  const { w, ctx, id } = await begun(t)
  await savePage(ctx, id, 'nguoi-nop', { relation: 'mother' })
  await fillKnown(ctx, w.sources, id)
  const [answer] = await w.owner.trip([
    {
      text: "select (select string_agg(d::text, '') from draft d) || (select string_agg(l::text, '') from look_up l) as all_of_it",
      values: [],
    },
  ])
  const text = String(answer?.rows[0]?.all_of_it)
  const hex = (said: string) => Buffer.from(said).toString('hex')
  for (const said of ['Hồng', '027198990001']) assert.ok(!text.includes(said) && !text.includes(hex(said)), said)
})

test('a dead service stops nobody: what it would have told is asked, and the page knows why', async (t) => {
  const { w, ctx, id } = await begun(t)
  w.sandbox.setMode('population', 'dead')
  await savePage(ctx, id, 'nguoi-nop', { relation: 'mother' })
  await savePage(ctx, id, 'cha-me', { parents: 'motherOnly' })
  const draft = await fillKnown(ctx, w.sources, id)
  assert.equal(draft.answers.motherName, 'Nguyễn Thị Hồng')
  assert.equal(draft.answers.motherEthnicity, undefined)
  assert.ok(draft.asked.some((one) => one.from === 'population' && one.status === 'unavailable'))
  const again = await fillKnown(ctx, w.sources, id)
  assert.equal(again.asked.length, draft.asked.length)
})

test('«sai» gives the answer back to the citizen, and the proof carries the objection', async (t) => {
  const { w, ctx, id } = await begun(t)
  await savePage(ctx, id, 'nguoi-nop', { relation: 'mother' })
  await savePage(ctx, id, 'cha-me', { parents: 'motherOnly' })
  await fillKnown(ctx, w.sources, id)
  await disputeKnown(ctx, id, 'motherEthnicity')
  const { draft } = await savePage(ctx, id, 'me', { motherEthnicity: '02' })
  assert.equal(draft.known.motherEthnicity, undefined)
  assert.equal((await fillKnown(ctx, w.sources, id)).answers.motherEthnicity, '02')
  const objections = await w.db.selectFrom('look_up_challenge').selectAll().execute()
  assert.ok(objections.length > 0)
})

test('what is typed is stored right or wrong, and only its own page is judged', async (t) => {
  const { ctx, id } = await begun(t)
  const { draft, problems } = await savePage(ctx, id, 'tre', {
    childName: ' Trần  Nguyễn Minh Khuê ',
    'childBornOn-day': '31',
    'childBornOn-month': '11',
    'childBornOn-year': '2026',
  })
  assert.equal(draft.answers.childName, 'Trần Nguyễn Minh Khuê')
  assert.equal(draft.answers.childBornOn, '31/11/2026')
  assert.deepEqual(
    problems.map(({ field, rule }) => [field, rule]),
    [
      ['childBornOn', 'noSuchDay'],
      ['childSex', 'required'],
    ],
  )
})

test('two devices on two pages lose nothing; on one page the newer wins and says so', async (t) => {
  const { ctx, id } = await begun(t)
  const seen = (await getDraft(ctx, id)).version
  const [first, second] = await Promise.all([
    savePage(ctx, id, 'tre', { childName: 'Trần An', childSex: 'female' }, seen),
    savePage(ctx, id, 'noi-sinh', { bornIn: 'elsewhere' }, seen),
  ])
  assert.deepEqual([first.overtook, second.overtook].sort(), [false, true])
  const third = await savePage(ctx, id, 'tre', { childName: 'Trần Bình An', childSex: 'female' }, seen)
  assert.equal(third.overtook, true)
  assert.deepEqual([third.draft.answers.childName, third.draft.answers.bornIn], ['Trần Bình An', 'elsewhere'])
})

test('a draft is its owner’s alone, resumes where something is missing, and can be thrown away', async (t) => {
  const { w, ctx, id, procedure } = await begun(t)
  assert.equal(pageToGoOn(await getDraft(ctx, id), ctx.now), 'nguoi-nop')
  await beginDraft(ctx, procedure, w.units.a, id)
  assert.equal((await ownDrafts(ctx)).length, 1)
  await assert.rejects(getDraft(w.as(w.lan), id), { status: 404 })
  await assert.rejects(savePage(w.as(w.lan), id, 'tre', {}), { status: 404 })
  await assert.rejects(beginDraft(w.as(w.mai), procedure, w.units.a), { status: 403 })
  await dropDraft(ctx, id)
  await assert.rejects(dropDraft(ctx, id), { status: 404 })
})

test('a draft becomes one dossier however often it is sent, with its proofs and files', async (t) => {
  const { w, ctx, id } = await begun(t)
  await answerAll(w, id)
  const sent = () => fileDraft(w.as(w.hong, { key: { value: newId(), bodyHash: Buffer.from('x') } }), w.means, id)
  const filed = await Promise.all([sent(), sent(), sent()])
  const codes = filed.map((one) => (one.ok ? one.code : JSON.stringify(one)))
  assert.equal(new Set(codes).size, 1, codes.join())
  assert.match(codes[0] ?? '', /^09187-261120-\d{4}$/)
  const [first] = filed
  assert.ok(first?.ok)
  assert.equal((await getCase(ctx, first.id)).trackKey, first.trackKey)
  assert.equal((await w.db.selectFrom('dossier').selectAll().execute()).length, 1)
  assert.equal((await w.db.selectFrom('upload').selectAll().execute()).length, 0)
  const around = await surroundingsOf(w.as(w.a.receptionist), first.id)
  assert.equal(around.papers.length, 1)
  assert.ok(around.lookUps.some((one) => one.source === 'population' && one.status === 'match'))
})

test('a file whose bytes changed after it was acknowledged is named, and nothing is filed', async (t) => {
  const { w, ctx, id } = await begun(t)
  const file = await answerAll(w, id)
  await w.owner.trip([{ text: 'update stored_file set size = size + 1 where id = $1', values: [file] }])
  assert.deepEqual(await fileDraft(ctx, w.means, id), {
    ok: false,
    problems: [],
    damaged: [{ field: 'clinicNote', file, reason: 'changed' }],
  })
  assert.equal((await getDraft(ctx, id)).id, id)
})

/** Everything that a mother still has to say after the data has spoken. */
async function answerAll(w: BirthWorld, id: string): Promise<string> {
  const ctx = w.as(w.hong)
  const pages: [string, Record<string, string>][] = [
    ['nguoi-nop', { relation: 'mother' }],
    ['tre', { childName: 'Trần Nguyễn An Nhiên', childBornOn: '14/11/2026', childSex: 'female' }],
    ['noi-sinh', { bornIn: 'facility', birthFacility: 'Bệnh viện mẫu', 'birthPlace-commune': '09187' }],
    ['cha-me', { parents: 'married', surrogacy: 'no' }],
    ['dan-toc', { childEthnicity: '01', hometownFrom: 'father' }],
    ['giay-to', { proof: 'clinic', clinicNoteNumber: '00001.GCS.99027.26' }],
    ['nhan-ket-qua', { receiveBy: 'online' }],
    ['cam-doan', { truthful: 'yes' }],
  ]
  for (const [page, raw] of pages) {
    await savePage(ctx, id, page, raw)
    await fillKnown(ctx, w.sources, id)
  }
  const stored = await storeWhole(ctx, w.vault, { draft: id, field: 'clinicNote', name: 'giay-chung-sinh.pdf', bytes: [smallPdf] })
  assert.ok(stored.ok)
  return stored.file
}
