import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { test } from 'node:test'
import { deflateSync } from 'node:zlib'
import fc from 'fast-check'
import { clamdDouble } from '#test/clamd-double'
import { packedStream, stream, tinyJpeg, tinyPdf, tinyPng } from '#test/tiny-files'
import { clamdScanner, judge } from './index.ts'

async function faultOf(bytes: Uint8Array, name: string): Promise<string> {
  const judged = await judge(bytes, name)
  return judged.ok ? judged.mediaType : judged.fault
}

test('what a citizen brings comes in: a PDF, photos, with and without an ending', async () => {
  assert.equal(await faultOf(tinyPdf(), 'giấy chứng sinh.pdf'), 'application/pdf')
  assert.equal(await faultOf(tinyJpeg(4000, 3000), 'IMG_0001.JPG'), 'image/jpeg')
  assert.equal(await faultOf(tinyJpeg(12_000, 9000, 3_000_000), 'ảnh.jpeg'), 'image/jpeg')
  assert.equal(await faultOf(tinyPng(800, 600), 'chụp màn hình.png'), 'image/png')
  assert.equal(await faultOf(tinyPng(800, 600), 'ảnh'), 'image/png')
})

test('the content decides, and a name that says something else is refused', async () => {
  assert.equal(await faultOf(Buffer.from('MZ this program cannot be run in DOS mode'.padEnd(500)), 'giấy.pdf'), 'type-not-allowed')
  assert.equal(await faultOf(Buffer.from('<html><script>alert(1)</script>'), 'giấy.pdf'), 'type-not-allowed')
  assert.equal(await faultOf(Buffer.from('PK\x03\x04'.padEnd(300, '\0')), 'giấy.docx'), 'type-not-allowed')
  assert.equal(await faultOf(tinyPdf(), 'ảnh.jpg'), 'ending-differs')
  assert.equal(await faultOf(tinyJpeg(10, 10), 'giấy.pdf.exe'), 'ending-differs')
  assert.equal(await faultOf(Buffer.alloc(0), 'giấy.pdf'), 'empty')
  assert.equal(await faultOf(Buffer.alloc(52_428_801), 'giấy.pdf'), 'too-big')
})

test('a picture that would fill the memory of whoever opens it is refused by its head', async () => {
  assert.equal(await faultOf(tinyPng(60_000, 60_000), 'a.png'), 'too-many-pixels')
  assert.equal(await faultOf(tinyJpeg(65_000, 65_000), 'a.jpg'), 'too-many-pixels')
  assert.equal(await faultOf(tinyPng(0, 100), 'a.png'), 'unreadable')
  assert.equal(await faultOf(tinyJpeg(10, 10).subarray(0, 24), 'a.jpg'), 'unreadable')
  const image = '/Type /XObject /Subtype /Image /Width 50000 /Height 50000 /ColorSpace /DeviceGray /BitsPerComponent 8'
  assert.equal(await faultOf(tinyPdf({ objects: [packedStream(Buffer.alloc(10), image)] }), 'a.pdf'), 'too-many-pixels')
  const liar = stream(tinyJpeg(60_000, 60_000), '/Subtype /Image /Width 10 /Height 10 /Filter /DCTDecode')
  assert.equal(await faultOf(tinyPdf({ objects: [liar] }), 'a.pdf'), 'too-many-pixels')
})

test('a PDF that is locked, broken or a bomb is refused', async () => {
  assert.equal(await faultOf(tinyPdf({ trailer: '/Encrypt 9 0 R' }), 'a.pdf'), 'locked')
  assert.equal(await faultOf(tinyPdf({ trailer: '/En#63rypt 9 0 R' }), 'a.pdf'), 'locked')
  assert.equal(await faultOf(Buffer.from('%PDF-1.7\nnothing here'.padEnd(400)), 'a.pdf'), 'unreadable')
  const zeros = deflateSync(Buffer.alloc(100 * 1024 * 1024))
  assert.equal(await faultOf(tinyPdf({ objects: [stream(zeros, '/Filter /FlateDecode')] }), 'a.pdf'), 'bomb')
  const twice = stream(deflateSync(zeros), '/Filter [ /FlateDecode /FlateDecode ]')
  assert.equal(await faultOf(tinyPdf({ objects: [twice] }), 'a.pdf'), 'bomb')
  const half = deflateSync(Buffer.alloc(60 * 1024 * 1024))
  const many = Array.from({ length: 10 }, () => stream(half, '/Filter /FlateDecode'))
  assert.equal(await faultOf(tinyPdf({ objects: many }), 'a.pdf'), 'bomb')
  const crowd = Buffer.from(`%PDF-1.7\n${'1 0 obj\nendobj\n'.repeat(300_001)}startxref\n0\n%%EOF`)
  assert.equal(await faultOf(crowd, 'a.pdf'), 'bomb')
})

test('a PDF says what its title and its first page say, in Vietnamese letters', async () => {
  const judged = await judge(tinyPdf({ title: 'Giấy ra viện', lines: ['TỐI MẬT', 'Họ và tên: Nguyễn Thị Hồng'] }), 'a.pdf')
  assert.ok(judged.ok)
  assert.deepEqual(judged.titles, ['Giấy ra viện'])
  assert.equal(judged.page[0], 'TỐI MẬT\nHọ và tên: Nguyễn Thị Hồng')
})

test('objects packed together are looked into as well', async () => {
  const inside = '40 0 41 30 << /Title (C\\364ng v\\341n) >>     << /Kind /Other >>'
  const container = packedStream(Buffer.from(inside, 'latin1'), `/Type /ObjStm /N 2 /First ${'40 0 41 30 '.length}`)
  const other = tinyPdf({ objects: [container] })
    .toString('latin1')
    .replace('/Info 8 0 R', '/Info 40 0 R')
  const second = await judge(Buffer.from(other, 'latin1'), 'a.pdf')
  assert.deepEqual(second.ok && second.titles, ['Công ván'])
})

test('malware is found by its content, and a scanner in trouble stops nobody', async (t) => {
  const well = clamdScanner(await clamdDouble(t, 'BAD-WORD'), 2000)
  const clean = tinyPdf({ ballast: randomBytes(1_000_000) })
  const bad = tinyPdf({ ballast: Buffer.concat([randomBytes(300_000), Buffer.from('BAD-WORD')]) })
  const scanned = await judge(clean, 'a.pdf', well)
  assert.equal(scanned.ok && scanned.scan, 'clean')
  assert.deepEqual(await judge(bad, 'a.pdf', well), { ok: false, fault: 'malware', found: 'Sample.Word.UNOFFICIAL' })
  const without = await judge(bad, 'a.pdf')
  assert.equal(without.ok && without.scan, 'unscanned')
  for (const mood of ['silent', 'hangs-up', 'size-limit'] as const) {
    const judged = await judge(bad, 'a.pdf', clamdScanner(await clamdDouble(t, 'BAD-WORD', mood), 200))
    assert.equal(judged.ok && judged.scan, 'unscanned', mood)
  }
  const nobody = clamdScanner({ host: '127.0.0.1', port: 1 }, 200)
  assert.equal((await nobody(Buffer.from('x'))).verdict, 'unscanned')
})

test('files made to cost much time are answered quickly', async () => {
  const size = 4_000_000
  const costly: Record<string, Buffer> = {
    digits: Buffer.from(`%PDF-1.7\n1 0 obj ${'1'.repeat(size)}endobj startxref`),
    objects: Buffer.from(`%PDF-1.7\n${'1 0 obj '.repeat(250_000)}startxref`),
    streams: Buffer.from(`%PDF-1.7\n${'1 0 obj stream '.repeat(250_000)}startxref`),
    trailers: Buffer.from(`%PDF-1.7\n${'trailer '.repeat(size / 8)}1 0 obj endobj startxref`),
    brackets: Buffer.from(`%PDF-1.7\n1 0 obj /Filter ${'['.repeat(size)} stream x endstream endobj startxref`),
    spaces: Buffer.from(`%PDF-1.7\n1 0 obj /Type${' '.repeat(200_000)}/Filter${' '.repeat(60_000)}x stream\nx endstream endobj startxref`),
    parentheses: page(Buffer.from('('.repeat(size))),
    unclosed: page(Buffer.from(`(${'a(a'.repeat(size / 3)}`)),
    hex: page(Buffer.from('<'.repeat(size))),
    charTables: letters('beginbfchar '.repeat(20_000)),
    ranges: letters(`beginbfrange ${'<0000> <FFFF> <0000> '.repeat(12_000)} endbfrange`),
    lists: letters(`beginbfrange ${'<0000><0001>['.repeat(20_000)} endbfrange`),
    packet: tinyPdf({ objects: [packedStream(Buffer.from('<'.repeat(size)), '/Type /Metadata')] }),
  }
  for (const [name, bytes] of Object.entries(costly)) {
    const begun = performance.now()
    await judge(bytes, 'a.pdf')
    assert.ok(performance.now() - begun < 20_000, name)
  }
})

test('whatever arrives gets an answer: changed, cut and shuffled files', async () => {
  const whole = [
    tinyPdf({
      lines: ['Giấy chứng sinh', 'MẬT'],
      objects: [packedStream(Buffer.from('8 0 << /Title (a) >>'), '/Type /ObjStm /N 1 /First 4')],
    }),
    tinyJpeg(100, 100, 300),
    tinyPng(40, 40),
  ]
  const change = fc.record({
    file: fc.constantFrom(...whole),
    cut: fc.double({ min: 0, max: 1, noNaN: true }),
    edits: fc.array(fc.tuple(fc.double({ min: 0, max: 1, noNaN: true }), fc.uint8Array({ minLength: 1, maxLength: 12 })), { maxLength: 8 }),
  })
  await fc.assert(
    fc.asyncProperty(change, async ({ file, cut, edits }) => {
      const bytes = Buffer.from(file.subarray(0, cut < 0.5 ? file.length : Math.ceil(cut * file.length)))
      for (const [where, put] of edits)
        bytes.set(put.subarray(0, bytes.length - Math.floor(where * (bytes.length - 1))), Math.floor(where * (bytes.length - 1)))
      const judged = await judge(bytes, 'giấy')
      assert.equal(typeof judged.ok, 'boolean')
    }),
    { numRuns: 400, seed: 20_261_120 },
  )
})

/** A PDF whose first page has this content. */
function page(content: Buffer): Buffer {
  return replaced(4, packedStream(content, ''))
}

/** A PDF whose font has this table of letters. */
function letters(table: string): Buffer {
  return replaced(7, packedStream(Buffer.from(table), ''))
}

/** A later object of the same number wins. */
function replaced(num: number, object: Buffer): Buffer {
  return Buffer.concat([tinyPdf({ lines: ['a'] }), Buffer.from(`\n${num} 0 obj\n`), object, Buffer.from('\nendobj\nstartxref\n0\n%%EOF\n')])
}
