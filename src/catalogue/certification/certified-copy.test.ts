import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  type Answers,
  casesOf,
  componentsFor,
  definitionProblems,
  feesFor,
  flawText,
  problemsIn,
  resultData,
  timeFor,
  warningsIn,
} from '#modules/procedures'
import { certifiedCopies } from './certified-copy.ts'
import { diploma, now } from './certified-copy-sample.ts'

const without = (name: string): Answers => Object.fromEntries(Object.entries(diploma).filter(([key]) => key !== name))

test('the definition has no flaw, and its pages ask every question once', () => {
  assert.deepEqual(
    definitionProblems(certifiedCopies).map((flaw) => flawText(flaw, 'en')),
    [],
  )
  assert.deepEqual(certifiedCopies.channels, ['counter'], 'direct only')
  const { source } = certifiedCopies.fields
  const wrong = { ...certifiedCopies, fields: { ...certifiedCopies.fields, source: { ...source, usual: 'photo' } } }
  assert.match(
    definitionProblems(wrong as typeof certifiedCopies)
      .map((flaw) => flawText(flaw, 'en'))
      .join(),
    /photo/,
  )
})

test('the fee follows the pages of the original: 2.000 đ, from the third page 1.000 đ, at most 200.000 đ a copy', () => {
  const fee = (pages: number, copies: number) => feesFor(certifiedCopies, { ...diploma, pages, copies }, now).total
  assert.equal(fee(1, 1), 2_000n)
  assert.equal(fee(2, 1), 4_000n)
  assert.equal(fee(3, 1), 5_000n)
  assert.equal(fee(5, 3), 21_000n, 'the example of the circular')
  assert.equal(fee(198, 1), 200_000n)
  assert.equal(fee(2_000, 2), 400_000n, 'the cap is a copy’s')
})

test('done the same day; two working days for what is complex; longer only as agreed in writing', () => {
  const time = (returnTerm: string) => timeFor(certifiedCopies, { ...diploma, returnTerm })
  assert.deepEqual([time('day').unit, time('complex').unit, time('agreed').unit], ['sameDay', 'workingDays', 'asked'])
  const day = time('day')
  assert.ok(day.unit === 'sameDay' && day.until === '15:00' && day.otherwise.amount === 1)
  const complex = time('complex')
  assert.ok(complex.unit === 'workingDays' && complex.amount === 2)
})

test('the six grounds of refusal are the law’s, each with its paragraph; nothing is refused without one', () => {
  const grounds = certifiedCopies.defects.filter(({ basis }) => basis.includes('Điều 22'))
  assert.deepEqual(
    grounds.map(({ code, outcome, basis }) => [code, outcome, basis.at(-1)]),
    ['1', '2', '3', '4', '5', '6'].map((n) => [`CB0${n}`, 'refuse', n]),
  )
  assert.equal(certifiedCopies.defects.length, 13)
})

test('a foreign paper needs legalisation but for the kinds that the law names; who insists may be refused in writing', () => {
  const foreign = { ...diploma, issuedBy: 'foreign' }
  assert.deepEqual(
    problemsIn(certifiedCopies, foreign, { now }).map((one) => one.field),
    ['legalisation'],
  )
  assert.deepEqual(warningsIn(certifiedCopies, { ...foreign, legalisation: 'exemptKind' }, { now }), [])
  const warned = warningsIn(certifiedCopies, { ...foreign, legalisation: 'none' }, { now })
  assert.deepEqual(
    warned.map((one) => one.rule),
    ['notLegalised'],
  )
  assert.deepEqual(problemsIn(certifiedCopies, { ...foreign, legalisation: 'none' }, { now }), [])
})

test('the original is seen and given back; what stands in VNeID or a database is not asked for on paper', () => {
  const papers = (changes: Answers, shown: string[] = []) =>
    componentsFor(certifiedCopies, { ...diploma, ...changes }, { now, shown }).map(
      ({ component, standing }) => `${component.id} ${standing}`,
    )
  assert.deepEqual(papers({}), ['original toShow'])
  assert.deepEqual(papers({}, ['original']), ['original shown'])
  assert.deepEqual(papers({ source: 'vneid' }), ['shownOnVneid toShow'])
  assert.deepEqual(papers({ source: 'database' }), [])
  assert.deepEqual(papers({ copiedBy: 'applicant' }), ['original toShow', 'copyBrought made'])
  assert.deepEqual(
    casesOf(certifiedCopies, { ...diploma, source: 'vneid' }, now).map(({ id }) => id),
    ['fromVneid', 'officeCopies'],
  )
})

test('pages and copies are at least one; a name of the original and of who asks must stand in the book; nothing else is asked of the holder', () => {
  const fields = (answers: Answers) => problemsIn(certifiedCopies, answers, { now }).map((one) => one.field)
  assert.deepEqual(fields({ ...diploma, pages: 0 }), ['pages'])
  assert.deepEqual(fields({ ...diploma, copies: 0 }), ['copies'])
  assert.deepEqual(fields(without('documentName')), ['documentName'])
  assert.deepEqual(fields(without('applicantName')), ['applicantName'])
  assert.deepEqual(fields(without('applicantPhone')), [])
  assert.deepEqual(fields({ ...diploma, copyForm: 'electronic' }), ['copyForm'], 'an electronic copy is made from scans')
  assert.deepEqual(fields({ ...diploma, copyForm: 'electronic', scan: ['a'] }), [])
  assert.equal(certifiedCopies.identity, 'notAsked')
})

test('each value of the clause comes from its own place; paper and electronic copies have two books', () => {
  const facts = {
    register: { number: '07/2026', book: '01/2026', registeredOn: '2026-11-20' },
    office: { agency: 'Ủy ban nhân dân phường Kinh Bắc', province: 'ỦY BAN NHÂN DÂN', commune: 'PHƯỜNG KINH BẮC', place: 'Kinh Bắc' },
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH', title: 'Phó Chủ tịch', name: 'Ngô Văn Toàn' },
  }
  const naming = { communeName: () => undefined, fileName: () => undefined }
  assert.deepEqual(resultData(certifiedCopies, 'KQ.G15.000021', diploma, facts, naming), {
    agency: 'Ủy ban nhân dân phường Kinh Bắc',
    province: 'ỦY BAN NHÂN DÂN',
    commune: 'PHƯỜNG KINH BẮC',
    place: 'Kinh Bắc',
    number: '07/2026',
    book: '01/2026',
    certifiedOn: '20/11/2026',
    documentName: 'Bằng tốt nghiệp trung học phổ thông',
    documentNumber: 'B 0123456',
    documentIssuer: 'Sở Giáo dục và Đào tạo mẫu',
    documentDate: '15/07/2016',
    pages: '2',
    copies: '3',
    signerAuthority: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH',
    signerTitle: 'Phó Chủ tịch',
    signerName: 'Ngô Văn Toàn',
  })
  const [paper, electronic] = certifiedCopies.results
  assert.notEqual(paper?.register, electronic?.register)
  assert.match(paper?.template.typst ?? '', /SCT\/BS/)
  assert.match(electronic?.template.typst ?? '', /SCTĐT\/BS/)
})
