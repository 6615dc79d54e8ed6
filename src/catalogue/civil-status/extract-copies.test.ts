import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Answers,
  competentCommunes,
  componentsFor,
  definitionProblems,
  feesFor,
  howText,
  nextStep,
  problemsIn,
  settle,
  warningsIn,
} from '#modules/procedures'
import { extractCopies as copies } from './extract-copies.ts'

const now = '2026-11-25T02:00:00.000Z'

/** Hồng asks for three copies of her own birth entry. */
const own: Answers = {
  channel: 'online',
  relation: 'self',
  applicantName: 'Nguyễn Thị Hồng',
  applicantId: '027198990001',
  applicantBornOn: '1998-03-14',
  applicantPhone: '0912345678',
  kind: 'birth',
  copyForm: 'extract',
  subjectName: 'Nguyễn Thị Hồng',
  subjectBornOn: '1998-03-14',
  subjectId: '027198990001',
  registeredAt: { commune: '09187' },
  copies: 3,
  receiveBy: 'counter',
  truthful: true,
}

const rulesOf = (answers: Answers) => problemsIn(copies, answers, { now }).map(({ field, rule }) => `${field}:${rule}`)
const owed = (answers: Answers) =>
  componentsFor(copies, answers, { now }).flatMap(({ component, standing }) => (standing === 'toAttach' ? [component.id] : []))

test('the definition may be published, and a complete request has neither problem nor doubt', () => {
  assert.deepEqual(definitionProblems(copies), [])
  assert.deepEqual(rulesOf(own), [])
  assert.deepEqual(warningsIn(copies, own, { now }), [])
})

test('eight thousand đồng a copy, and the line says so', () => {
  const { lines, total } = feesFor(copies, own, now)
  assert.equal(total, 24_000n)
  assert.deepEqual(
    lines.map((line) => howText(line, 'vi')),
    ['3 bản × 8.000 đ'],
  )
})

test('one copy at least, fifty at most', () => {
  assert.deepEqual(rulesOf({ ...own, copies: 0 }), ['copies:tooSmall'])
  assert.deepEqual(rulesOf({ ...own, copies: 51 }), ['copies:tooLarge'])
})

test('every registry gives the copy: residence and place of registration decide nothing', () => {
  assert.deepEqual(competentCommunes(copies, { ...own, registeredAt: { commune: '07306' } }, now), [])
})

test('an organisation writes its reason, whoever is authorised brings the paper, one’s own entry needs none', () => {
  assert.deepEqual(owed(own), [])
  assert.deepEqual(owed({ ...own, relation: 'organisation', organisation: 'Trường mẫu', reason: 'Xét tuyển' }), ['request'])
  assert.deepEqual(owed({ ...own, relation: 'authorised' }), ['authority'])
  assert.ok(rulesOf({ ...own, relation: 'organisation' }).some((one) => one.startsWith('reason:')))
})

test('an entry is not older than the person in it', () => {
  assert.deepEqual(rulesOf({ ...own, entryDate: '1990' }), ['entryDate:registeredAfterBirth'])
})

test('the entry is chosen where the case lies; then the draft, or straight to the book of copies', () => {
  assert.deepEqual(nextStep(copies, 'verify', 'chooseEntry', own), { place: 'here' })
  assert.deepEqual(nextStep(copies, 'verify', 'propose', settle(copies, own, now)), { step: 'draft' })
  assert.deepEqual(nextStep(copies, 'verify', 'propose', settle(copies, { ...own, channel: 'counter' }, now)), { step: 'enter' })
})
