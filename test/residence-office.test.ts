import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import {
  approve,
  askForMore,
  atCounter,
  beginAtCounter,
  getCase,
  propose,
  receive,
  refuse,
  saveSheet,
  seal,
  sign,
  takeIn,
  transfer,
} from '#modules/dossiers'
import { storeWhole } from '#modules/papers'
import { type Answers, feesFor } from '#modules/procedures'
import { people, personCalled } from '#sandbox'
import { renting } from '../src/catalogue/residence/stay-sample.ts'
import { getProcedure, standing } from './at-counter.ts'
import { type BirthWorld, birthWorld, fileBirth, smallPdf } from './birth.ts'
import { fileCase } from './filed.ts'
import { formPaper, paperBytes } from './form-paper.ts'

const police = '09187-CA'

const stay = (w: BirthWorld, changes: Answers = {}, more: { channel?: 'online' | 'counter' } = {}) =>
  fileCase(w, { who: w.somebody('hien'), procedure: '1.004194', unit: police, answers: { ...renting, ...changes }, ...more })

const run = promisify(execFile)

/** What stands on a paper that nobody signs, such as a receipt. */
async function textOn(w: BirthWorld, pdf: Uint8Array): Promise<string> {
  const file = join(w.folder, 'paper.pdf')
  await writeFile(file, pdf)
  return (await run('pdftotext', ['-layout', file, '-'])).stdout.replace(/\s+/g, ' ')
}

test('three working days at the police count Saturday morning; civil status in the same commune keeps its own week', async (t) => {
  const w = await birthWorld(t)
  const due = async (receivedAt: string) => {
    const { code } = await stay(w)
    await receive(w.as(w.a.residenceOfficer, { now: receivedAt }), code)
    return (await getCase(w.as(w.a.residenceOfficer), code)).dueAt
  }
  // Thursday 26/11: Friday, Saturday morning, Monday until 17:00.
  assert.equal(await due('2026-11-26T02:00:00.000Z'), '2026-11-30T10:00:00Z')
  // Wednesday 25/11: the third day is Saturday, and the counter closes at 11:30.
  assert.equal(await due('2026-11-25T02:00:00.000Z'), '2026-11-28T04:30:00Z')
  // Friday 20/11: Tuesday 24/11 is a holiday.
  assert.equal(await due('2026-11-20T02:00:00.000Z'), '2026-11-25T10:00:00Z')
  // A birth received on Friday after 15:00 is due on Monday, not on Saturday.
  const birth = await fileBirth(w)
  assert.ok(birth.ok)
  await receive(w.as(w.a.receptionist, { now: '2026-11-27T08:30:00.000Z' }), birth.code)
  assert.equal((await getCase(w.as(w.a.registrar), birth.code)).dueAt, '2026-11-30T10:00:00Z')
})

test('guidance goes out as CT05, a refusal with its ground as CT06 once the chief of police has approved it', async (t) => {
  const w = await birthWorld(t)
  const { code } = await stay(w)
  await receive(w.as(w.a.residenceOfficer), code)
  await w.runJobs()
  const receipt = await textOn(w, await paperBytes(w, code, 'receipt'))
  for (const line of ['Mẫu CT04', 'CÔNG AN PHƯỜNG KINH BẮC', '17 giờ 00 phút, ngày 25 tháng 11 năm 2026'])
    assert.ok(receipt.includes(line), `${line}: ${receipt}`)
  await askForMore(w.as(w.a.residenceOfficer), code, [{ code: 'TR05', note: 'Đồng sở hữu chưa ký' }], undefined)
  await w.runJobs()
  const guidance = await formPaper(w, code, 'form-CT05')
  assert.equal(guidance.valid, 1)
  for (const line of ['Mẫu CT05', 'Số: 1/CT05', 'Thiếu ý kiến đồng ý của chủ sở hữu', 'Đồng sở hữu chưa ký'])
    assert.ok(guidance.text.includes(line), `${line}: ${guidance.text}`)
  const other = await stay(w)
  await receive(w.as(w.a.residenceOfficer), other.code)
  await refuse(w.as(w.a.residenceOfficer), other.code, { reason: 'Chỗ ở nằm trên đất lấn chiếm', basis: 'Luật Cư trú, Điều 23' })
  await assert.rejects(approve(w.as(w.a.supervisor), other.code), { status: 404 })
  await approve(w.as(w.a.policeChief), other.code)
  await w.runJobs()
  const refusal = await formPaper(w, other.code, 'form-CT06')
  for (const line of ['Mẫu CT06', 'Chỗ ở nằm trên đất lấn chiếm', 'Luật Cư trú, Điều 23', 'Kinh Bắc, ngày 20 tháng 11 năm 2026'])
    assert.ok(refusal.text.includes(line), `${line}: ${refusal.text}`)
  assert.equal((await getCase(w.as(w.a.residenceOfficer), other.code)).status, 'refused')
})

test('the population database holds the stay afterwards, everybody in it, and takes it on once', async (t) => {
  const w = await birthWorld(t)
  const husband = { name: 'Hoàng Văn Thái', bornOn: '1997-09-19', sex: 'male', relation: 'spouse' }
  const number = people.find(({ key }) => key === 'thai')?.number ?? ''
  const { code } = await stay(w, { from: '2026-11-20', to: '2027-11-19', people: [{ ...husband, citizenId: number }] })
  await receive(w.as(w.a.residenceOfficer), code)
  await propose(w.as(w.a.residenceOfficer), code, 'Đủ điều kiện')
  await sign(w.as(w.a.policeChief), w.means, code, undefined)
  await assert.rejects(seal(w.as(w.a.policeClerk), w.means, code), { status: 403 })
  await w.runJobs()
  await seal(w.as(w.a.policeClerk), w.means, code)
  const answer = await fetch(`${w.sandbox.urls.population}/cu-tru`, {
    method: 'POST',
    headers: { authorization: 'Bearer a', 'content-type': 'application/json' },
    body: JSON.stringify({ queryId: '12345678', purpose: 'test', number }),
  })
  const { residence } = (await answer.json()) as { residence: { communeCode: string; stay?: unknown } }
  assert.equal(residence.communeCode, '07306')
  assert.deepEqual(residence.stay, { communeCode: '09187', detail: 'Số 20, tổ dân phố mẫu 2', to: '2027-11-19' })
})

test('filed with the police of another commune, the case is passed on to the police there, not to its committee', async (t) => {
  const w = await birthWorld(t)
  const { code } = await stay(w)
  await receive(w.as(w.a.residenceOfficer), code)
  await assert.rejects(transfer(w.as(w.a.residenceOfficer), code, w.units.b, 'Chỗ ở thuộc phường Vũ Ninh'), { status: 409 })
  await transfer(w.as(w.a.residenceOfficer), code, w.unit('09169-CA'), 'Chỗ ở thuộc phường Vũ Ninh')
  await w.runJobs()
  assert.equal((await getCase(w.as(w.b.residenceOfficer), `${code}-C1`)).status, 'submitted')
})

test('at the police counter the officer takes in a stay, for fifteen thousand đồng, and nothing that is not the police’s', async (t) => {
  const w = await birthWorld(t)
  const officer = await atCounter(w.as(w.a.residenceOfficer))
  const begin = async (code: string, unit: string) =>
    beginAtCounter(officer, w.sources, {
      procedure: await getProcedure(officer, code),
      unit: w.unit(unit),
      present: { submitter: standing('ca') },
    })
  await assert.rejects(begin('1.001193', '09187'), { status: 409, reason: 'not-at-counter' })
  await assert.rejects(begin('1.001612', '09187-KT'), { status: 409, reason: 'not-at-counter' })
  const begun = await begin('1.004194', police)
  assert.ok(begun.ok)
  const { draft } = { draft: begun.id }
  const stored = await storeWhole(officer, w.vault, { draft, field: 'dwellingProof', name: 'thue-nha.pdf', bytes: [smallPdf] })
  assert.ok(stored.ok)
  const { problems } = await saveSheet(officer, draft, walkIn)
  assert.deepEqual(problems, [])
  const taken = await takeIn(officer, w.means, draft)
  assert.ok(taken.ok, JSON.stringify(taken))
  const found = await getCase(w.as(w.a.residenceOfficer), taken.code)
  assert.deepEqual([found.step, found.channel], ['examine', 'counter'])
  assert.equal(feesFor(found.procedure, found.filed.answers, found.submittedAt).total, 15_000n)
})

/** What the officer types for old Cả, who stays with a friend in Kinh Bắc. */
const walkIn: Readonly<Record<string, string>> = {
  forWhom: 'self',
  kind: 'household',
  applicantPhone: '0900990008',
  personName: personCalled('ca').name,
  personId: personCalled('ca').number,
  'personBornOn-day': '1',
  'personBornOn-month': '5',
  'personBornOn-year': '1931',
  personSex: 'female',
  naturalised: 'no',
  'permanentResidence-commune': '09169',
  'permanentResidence-detail': 'Số 18, tổ dân phố mẫu 2',
  'dwelling-commune': '09187',
  'dwelling-detail': 'Số 20, tổ dân phố mẫu 2',
  dwellingKind: 'stay',
  'from-day': '23',
  'from-month': '11',
  'from-year': '2026',
  'to-day': '22',
  'to-month': '11',
  'to-year': '2027',
  household: 'own',
  minors: 'no',
  ownerConsent: 'vneid',
  ownerName: personCalled('mui').name,
  ownerId: personCalled('mui').number,
  exemption: 'none',
  receiveBy: 'counter',
  truthful: 'yes',
}
