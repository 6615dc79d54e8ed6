import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sheetOf, workbook, zipOf } from '#test/workbook'
import { ListProblem } from '../list-problem.ts'
import type { Read } from '../said.ts'
import type { ColumnMap } from './column-map.ts'
import { jsonEntries } from './json-entries.ts'
import { headOfList, type ListKind, readList } from './read-list.ts'

async function* inPieces(bytes: Buffer, size = 7): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

async function all<T>(values: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = []
  for await (const one of values) found.push(one)
  return found
}

const read = (kind: ListKind, text: string | Buffer, map?: ColumnMap): Promise<Read[]> =>
  all(readList(kind, inPieces(Buffer.from(text), text.length > 10_000 ? 65_536 : 7), map))

async function faultOf(kind: ListKind, text: string | Buffer, map?: ColumnMap): Promise<string> {
  try {
    await read(kind, text, map)
    return 'taken'
  } catch (error) {
    if (error instanceof ListProblem) return error.fault
    throw error
  }
}

test('entries of a JSON list come one by one, however the bytes are cut', async () => {
  const list = [{ a: 'x, ] } " \\ đ', b: [1, [2, { c: '[' }]] }, 7, 'văn bản', null, []]
  for (const size of [1, 2, 3, 5, 64, 4096]) {
    for (const indent of [0, 2]) {
      const bytes = Buffer.from(`\uFEFF ${JSON.stringify(list, null, indent)}\n`)
      assert.deepEqual(await all(jsonEntries(inPieces(bytes, size))), list)
    }
  }
  assert.deepEqual(await all(jsonEntries(inPieces(Buffer.from(' [ ] ')))), [])
})

test('what is no JSON list is refused by what is wrong with it', async () => {
  assert.equal(await faultOf('json', '{"a": 1}'), 'not-a-list')
  assert.equal(await faultOf('json', ''), 'not-a-list')
  assert.equal(await faultOf('json', '[{"a": 1}, {"b": ]'), 'broken-json')
  assert.equal(await faultOf('json', '[{"a": 1}'), 'broken-json')
  assert.equal(await faultOf('json', '[{"a": 1},]'), 'broken-json')
  assert.equal(await faultOf('json', '[1] [2]'), 'broken-json')
  assert.equal(await faultOf('json', Buffer.from([0x5b, 0xff, 0xfe, 0x5d])), 'not-utf-8')
  assert.equal(await faultOf('json', `["${'a'.repeat(1_000_001)}"]`), 'entry-too-long')
})

test('entries that nest without end are refused row by row', async () => {
  const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`
  for (const key of ['name', 'levels', 'channels', 'components', 'results', 'kind']) {
    const [row] = await read('json', `[{"code":"1.001193","${key}":${deep}}]`)
    assert.ok(row !== undefined && 'problems' in row, key)
  }
  const [ways] = await read('json', `[{"code":"1.001193","channels":[{"channel":${deep},"unit":${deep}}],"levels":[${deep}]}]`)
  assert.ok(ways !== undefined && 'problems' in ways && ways.problems.some(({ at }) => at === 'channels.0.channel'))
})

const heading = 'Mã TTHC;Tên thủ tục;Bộ, ngành;Lĩnh vực;Cấp thực hiện;Thời hạn;Phí, lệ phí;Kết quả'
const line =
  '1.001193;"Đăng ký ""khai sinh"";\nlưu động";Bộ Tư pháp;Hộ tịch;Cấp tỉnh, Cấp xã;03 ngày làm việc;8.000 đồng;KQ.G15.000031 Giấy khai sinh; Trích lục'

test('a table with usual headings is read without a map; nothing in a cell is guessed', async () => {
  const [row] = await read('csv', `\uFEFF${heading}\r\n${line.replace(/; Trích lục$/, '')}\r\n\r\n`)
  assert.ok(row !== undefined && 'row' in row)
  assert.equal(row.row.name, 'Đăng ký "khai sinh";\nlưu động')
  assert.deepEqual(row.row.levels, ['province', 'commune'])
  assert.deepEqual(row.row.channels, [{ channel: 'direct', time: 3, unit: 'workingDays', fees: [{ vnd: 8000 }] }])
  assert.deepEqual(row.row.results, [{ name: 'Giấy khai sinh', code: 'KQ.G15.000031' }])
  assert.deepEqual([...row.says].sort(), ['channels', 'field', 'levels', 'ministry', 'name', 'results'])
  const [words] = await read('csv', `${heading}\n1.001193;A;B;C;xã;không quá nửa tháng;theo nghị quyết;x`)
  assert.ok(words !== undefined && 'row' in words)
  assert.deepEqual(words.row.channels, [
    { channel: 'direct', time: null, unit: null, fees: [{ vnd: null, note: 'theo nghị quyết' }], note: 'không quá nửa tháng' },
  ])
})

test('a map says which column holds what, and what is the same in every row', async () => {
  const map = { code: 'số', name: 'gọi là', ministry: '=Bộ Tư pháp', field: 'nhóm' }
  const [row] = await read('csv', 'số,gọi là,nhóm\n1.001193,Khai sinh,Hộ tịch\n', map)
  assert.ok(row !== undefined && 'row' in row && row.row.ministry === 'Bộ Tư pháp' && row.row.field === 'Hộ tịch')
  assert.equal(await faultOf('csv', 'số,gọi là\n1.001193,Khai sinh\n'), 'columns-missing')
  assert.equal(await faultOf('csv', 'số,gọi là\n1.001193,Khai sinh\n', map), 'columns-missing')
})

test('a spreadsheet that cut the zeros of a code is told so, not mended', async () => {
  const [row] = await read('csv', 'code,name,ministry,field\n2.00072,HKD,Bộ Tài chính,HKD')
  assert.ok(row !== undefined && 'problems' in row)
  assert.match(row.problems[0]?.says.vi ?? '', /bỏ số 0/)
})

test('tables that cannot be tables are refused', async () => {
  assert.equal(await faultOf('csv', ''), 'no-header')
  assert.equal(await faultOf('csv', ' ; ;\n1;2;3'), 'no-header')
  assert.equal(await faultOf('csv', 'code,name,ministry,field\n1,"chưa đóng'), 'open-quote')
  assert.equal(await faultOf('csv', `code,name,ministry,field\n${'a,'.repeat(300)}`), 'too-many-columns')
  assert.equal(await faultOf('csv', `code,name,ministry,field\n"${'a'.repeat(100_001)}"`), 'cell-too-long')
})

test('the first sheet of a workbook is read: shared, inline, formula and rich texts, gaps between cells', async () => {
  const rows = sheetOf([
    ['code', 'name', 'ministry', 'field', 'levels'],
    ['1.001193', 'Khai sinh & <trích lục>', 'Bộ Tư pháp', 'Hộ tịch', 'xa'],
  ])
  const [row] = await read('xlsx', workbook({ sheet: rows }))
  assert.ok(row !== undefined && 'row' in row)
  assert.equal(row.row.name, 'Khai sinh & <trích lục>')
  const shared = '<sst><si><t>code</t></si><si><r><t>na</t></r><r><t>me</t></r><rPh><t>x</t></rPh></si><si/></sst>'
  const cells = '<row><c r="A1" t="s"><v>0</v></c><c r="C1" t="s"><v>1</v></c><c t="str"><f>A1</f><v>field</v></c><c r="E1"/></row>'
  const found = await headOfList('xlsx', [workbook({ sheet: `<worksheet><sheetData>${cells}</sheetData></worksheet>`, shared })])
  assert.deepEqual(found.headings, ['code', '', 'name', 'field'])
})

test('a workbook that unfolds to gigabytes, lies about its size or is cut off is refused', async () => {
  const bomb = workbook({ sheet: '<worksheet/>', more: { 'xl/sharedStrings.xml': ' '.repeat(70 * 1024 * 1024) } })
  assert.ok(bomb.length < 200_000)
  assert.equal(await faultOf('xlsx', bomb), 'workbook-too-big')
  const lying = Buffer.from(bomb)
  for (let at = lying.indexOf('PK\x01\x02'); at >= 0; at = lying.indexOf('PK\x01\x02', at + 4)) lying.writeUInt32LE(10, at + 24)
  assert.equal(await faultOf('xlsx', lying), 'workbook-too-big')
  const whole = workbook({ sheet: sheetOf([['code']]) })
  assert.equal(await faultOf('xlsx', whole.subarray(0, whole.length - 30)), 'not-a-workbook')
  assert.equal(await faultOf('xlsx', Buffer.from('%PDF-1.7')), 'not-a-workbook')
  assert.equal(await faultOf('xlsx', zipOf({ 'readme.txt': 'x' })), 'not-a-workbook')
})

/** A stream of numbers that is the same at every run. */
function chance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
    return state / 2_147_483_648
  }
}

test('bytes changed at random end in rows or in a named fault, never in anything else', async () => {
  const seeds: readonly [ListKind, Buffer][] = [
    [
      'json',
      Buffer.from(
        JSON.stringify([{ code: '1.001193', name: 'A', ministry: 'B', field: 'C', channels: [{ channel: 'online', fees: [{ vnd: 1 }] }] }]),
      ),
    ],
    ['csv', Buffer.from(`${heading}\n${line}\n`)],
    [
      'xlsx',
      workbook({
        sheet: sheetOf([
          ['code', 'name', 'ministry', 'field'],
          ['1.001193', 'A', 'B', 'C'],
        ]),
      }),
    ],
  ]
  const next = chance(7)
  for (const [kind, seed] of seeds) {
    for (let round = 0; round < 400; round += 1) {
      const bytes = Buffer.from(seed)
      for (let hit = 0; hit <= next() * 6; hit += 1) bytes[Math.floor(next() * bytes.length)] = Math.floor(next() * 256)
      const cut = next() < 0.2 ? bytes.subarray(0, Math.floor(next() * bytes.length)) : bytes
      assert.equal(typeof (await faultOf(kind, cut)), 'string')
    }
  }
})
