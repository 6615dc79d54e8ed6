import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fromNational, resultData } from '#modules/procedures'
import { fieldsFrom, reserve } from '#modules/signing'
import { PdfDocument, pagesOf, qrSvg, renderPaper } from '#platform/pdf'
import { nationalRows, noNationalRows } from './national-rows.ts'

const hasTools = spawnSync('pdftotext', ['-v']).status === 0
const now = '2026-11-25T03:00:00.000Z'
const naming = { communeName: () => undefined, fileName: () => undefined }

/** The paper of the longest result name that the national catalogue has, with a text of so many paragraphs. */
function longest(paragraphs: number) {
  const rows = nationalRows()
  const length = (row: (typeof rows)[number]) => Math.max(0, ...row.results.map(({ name }) => name.length))
  const row = rows.reduce((best, one) => (length(one) > length(best) ? one : best))
  const { procedure } = fromNational(row, undefined, { revision: 1, inForceFrom: '2026-11-20' })
  const result = procedure.results.reduce((best, one) => (one.name.vi.length > best.name.vi.length ? one : best))
  const facts = {
    office: {
      province: 'ỦY BAN NHÂN DÂN\nTHÀNH PHỐ BẮC NINH',
      commune: 'ỦY BAN NHÂN DÂN\nPHƯỜNG KINH BẮC',
      agency: 'Ủy ban nhân dân phường Kinh Bắc',
      place: 'Kinh Bắc',
    },
    signer: { authority: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH', title: 'Phó Chủ tịch', name: 'Trần Đức Toàn' },
    dossier: {
      code: '09187-261125-0031',
      procedure: procedure.name.vi,
      procedureCode: procedure.code,
      result: result.name.vi,
      applicant: 'Nguyễn Thị Hồng',
      applicantNumber: '027198990001',
      cases: '',
      submittedOn: 'ngày 20/11/2026',
      content: Array.from(
        { length: paragraphs },
        (_, i) => `Đoạn ${i + 1}. ${'Chấp thuận đề nghị theo quy định của pháp luật. '.repeat(4)}`,
      ).join('\n'),
    },
  }
  const printed = resultData(procedure, result.code, {}, facts, naming)
  const data = { ...printed, qr: qrSvg('http://localhost:3000/q/0123456789abcdef'), verifyUrl: 'http://localhost:3000/xac-minh' }
  return { name: result.name.vi, paper: renderPaper({ template: result.template.typst, data, now }) }
}

test('a result of the national catalogue keeps number, date, signature and seal free, however long it is', { skip: noNationalRows }, () => {
  for (const paragraphs of [1, 30]) {
    const { paper } = longest(paragraphs)
    assert.deepEqual(paper.slots.map(({ id }) => id).sort(), ['agency', 'date', 'leader', 'number'])
    const kept = fieldsFrom(paper.slots)
    assert.equal(kept.length, 4)
    assert.ok(reserve(paper.pdf, kept).length > paper.pdf.length)
    assert.equal(pagesOf(new PdfDocument(paper.pdf)).length > 1, paragraphs > 1)
  }
})

test('it says what it is, to whom, on which dossier, and every paragraph that was written', { skip: noNationalRows || !hasTools }, (t) => {
  const { name, paper } = longest(30)
  const folder = mkdtempSync(join(tmpdir(), 'lt-answer-'))
  t.after(() => rmSync(folder, { recursive: true, force: true }))
  writeFileSync(join(folder, 'paper.pdf'), paper.pdf)
  const read = spawnSync('pdftotext', [join(folder, 'paper.pdf'), '-'], { encoding: 'utf8' })
    .stdout.normalize('NFC')
    .replace(/\s+/g, ' ')
  for (const said of [name, 'Kính gửi: Nguyễn Thị Hồng', '09187-261125-0031', 'Đoạn 1.', 'Đoạn 30.', 'PHÓ CHỦ TỊCH', 'Trần Đức Toàn'])
    assert.ok(read.includes(said.replace(/\s+/g, ' ').trim()), said)
})
