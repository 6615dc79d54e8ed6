import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import {
  dict,
  importForm,
  PaperError,
  PdfDocument,
  PdfError,
  pagesOf,
  qrSvg,
  renderBlock,
  renderPaper,
  text,
  textOf,
  Update,
} from './index.ts'

const now = '2026-08-21T08:01:00Z'
const hasTools = spawnSync('qpdf', ['--version']).status === 0 && spawnSync('pdftotext', ['-v']).status === 0
const paper = (name: string) =>
  renderPaper({
    template: `#set document(title: "Giấy thử")
Họ, chữ đệm, tên: *#data.name* #tick(true) #tick(false)
#place(bottom + left, qr(data.qr, 60pt))
#place(bottom + right, slot("leader", 200pt, 90pt))`,
    data: { name, qr: qrSvg('http://localhost:3000/q/0123456789abcdef') },
    now,
  })

function fileOf(t: TestContext, pdf: Uint8Array): string {
  const dir = mkdtempSync(join(tmpdir(), 'pdf-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const path = join(dir, 'paper.pdf')
  writeFileSync(path, pdf)
  return path
}

test('the same paper gives the same bytes and tells where its slots stand', () => {
  const first = paper('Nguyễn Thị Ấm')
  assert.deepEqual(first, paper('Nguyễn Thị Ấm'))
  const [slot] = first.slots
  assert.equal(slot?.id, 'leader')
  assert.ok(slot && slot.page === 1 && Math.abs(slot.x + slot.w - (595.28 - 56.69)) < 0.1)
})

test('every Vietnamese letter comes back as text, set in Tinos alone, every face embedded', { skip: !hasTools }, (t) => {
  const letters = 'ĂÂĐÊÔƠƯ ăâđêôơư ÁÀẢÃẠ ắằẳẵặ ấầẩẫậ ếềểễệ íìỉĩị ốồổỗộ ớờởỡợ ứừửữự ýỳỷỹỵ ₫ « » “ ” – — … № → ≥'
  const path = fileOf(t, paper(letters).pdf)
  const read = execFileSync('pdftotext', ['-layout', path, '-']).toString()
  assert.ok(read.replace(/\s+/g, ' ').includes(letters), read)
  assert.equal(read, read.normalize('NFC'))
  const fonts = execFileSync('pdffonts', [path]).toString().split('\n').slice(2).filter(Boolean)
  assert.ok(fonts.length > 0)
  for (const font of fonts) assert.match(font, /^[A-Z]{6}\+Tinos-\S+ .*yes yes yes/)
})

test('what cannot be set is said, with the reason', () => {
  assert.throws(
    () => renderPaper({ template: '#nothing-here', data: {}, now }),
    (e) => e instanceof PaperError && /unknown variable/.test(e.message),
  )
  assert.throws(() => renderPaper({ template: '#read("/etc/passwd")', data: {}, now }), PaperError)
  assert.throws(
    () => renderPaper({ template: 'Có ✓', data: {}, now }),
    (e) => e instanceof PaperError && /could not be displayed/.test(e.message),
  )
})

test('files are there for one paper only', () => {
  const template = '#image("ink.svg", width: 20pt)'
  const files = { 'ink.svg': '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>' }
  assert.ok(renderPaper({ template, data: {}, files, now }).pdf.length > 0)
  assert.throws(() => renderPaper({ template, data: {}, now }), PaperError)
})

test('an increment leaves the old bytes alone and reads back', () => {
  const { pdf } = paper('Trần Văn Bê')
  const base = new PdfDocument(pdf)
  const update = new Update(base)
  const note = update.add(dict({ Note: text('Sửa đổi (lần 1)') }))
  const form = importForm(update, renderBlock({ template: 'Ký bởi: #data', data: 'Trần Văn Bê', width: 120, height: 30, now }))
  const { bytes } = update.build()
  assert.deepEqual(bytes.subarray(0, pdf.length), pdf)
  const after = new PdfDocument(bytes)
  assert.equal(textOf(after.dict(note).entries.get('Note')), 'Sửa đổi (lần 1)')
  assert.deepEqual(after.dict(form).entries.get('BBox'), [0, 0, 120, 30])
  assert.equal(pagesOf(after).length, 1)
})

test('a table that claims entries without end is refused at once', () => {
  const body = '/Type /XRef /Size 9 /Root 1 0 R /W [0 0 0] /Index [0 9000000000] /Length 0'
  const file = `%PDF-1.7\n9 0 obj\n<<${body}>>\nstream\n\nendstream\nendobj\nstartxref\n9\n%%EOF\n`
  assert.throws(() => new PdfDocument(new Uint8Array(Buffer.from(file))), PdfError)
})

test('nothing is repaired', () => {
  const { pdf } = paper('x')
  const broken = (edit: (file: string) => string) => () =>
    new PdfDocument(new Uint8Array(Buffer.from(edit(Buffer.from(pdf).toString('latin1')), 'latin1')))
  assert.throws(
    broken((file) => ` ${file}`),
    PdfError,
  )
  assert.throws(
    broken((file) => file.slice(0, -200)),
    PdfError,
  )
  assert.throws(
    broken((file) => `${file}x`),
    PdfError,
  )
  assert.throws(
    broken((file) => file.replace('/Count 1', '/Count 11')),
    PdfError,
  )
  assert.throws(
    broken((file) => file.replace('/Root ', '/Rooot ')),
    PdfError,
  )
})
