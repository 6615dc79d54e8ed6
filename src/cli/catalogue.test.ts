import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { newMasterKey, wrapped } from '#platform/keys'
import { migrationsFolder } from '#test/database'
import { world } from '#test/world'
import { runCli } from './run.ts'

const row = (code: string, name: string, more: object = {}) => ({
  code,
  name,
  ministry: 'Bộ Tư pháp',
  field: 'Hộ tịch',
  levels: ['xa'],
  decision: '163/QĐ-BTP',
  channels: [{ channel: 'online', time: 3, unit: 'Ngày làm việc', fees: [{ vnd: 8000 }] }],
  components: [{ group: '--', name: 'Tờ khai', original: 1, copy: 0 }],
  results: [{ name: 'Trích lục', code: 'KQ.G15.000342' }],
  legal: ['60/2014/QH13'],
  ...more,
})

/** An empty catalogue as the command line finds it by its settings. */
async function install(t: TestContext) {
  const w = await world(t)
  const dir = await mkdtemp(join(tmpdir(), 'lt-catalogue-'))
  t.after(() => rm(dir, { recursive: true, force: true }))
  const keyFile = join(dir, 'master.key')
  const master = await newMasterKey(keyFile)
  const purposes = (['seal', 'look-up', 'file', 'checkpoint'] as const).flatMap((purpose) =>
    w.keys.all(purpose).map((key) => ({ key, purpose })),
  )
  const text = 'insert into data_key values ($1, $2, $3, $4)'
  await w.owner.trip(
    purposes.map(({ key, purpose }) => ({ text, values: [key.id, purpose, wrapped(key, master), '2026-01-01T00:00:00Z'] })),
  )
  const { owner, program, worker, admin } = w.database
  await writeFile(join(dir, 'roles.json'), JSON.stringify({ owner: owner.password, program: program.password, worker: worker.password }))
  const env = {
    DATABASE_URL: `postgresql://${admin.user}:${encodeURIComponent(admin.password)}@${encodeURIComponent(admin.host)}:${admin.port}/${admin.database}`,
    DATABASE_ROLES_FILE: join(dir, 'roles.json'),
    MASTER_KEY_FILE: keyFile,
    DATA_DIR: dir,
  }
  const [out, told]: [string[], string[]] = [[], []]
  const cli = async (...args: string[]) => {
    out.length = told.length = 0
    const around = { migrations: migrationsFolder, now: () => '2026-11-20T01:10:00.000Z', wait: async () => {} }
    const code = await runCli(args, env, '/', { ...around, say: (line) => out.push(line), tell: (line) => told.push(line) })
    return { code, out: out.join('\n'), told: told.join('\n') }
  }
  const put = async (name: string, content: unknown) => {
    const path = join(dir, name)
    await writeFile(path, typeof content === 'string' ? content : JSON.stringify(content))
    return path
  }
  return { cli, put }
}

test('a list is looked at, imported once, and counted by routing and by flag', async (t) => {
  const { cli, put } = await install(t)
  const list = [
    row('1.001193', 'Đăng ký khai sinh'),
    row('1.000894', 'Đăng ký kết hôn', { field: 'Hải quan', ministry: 'Bộ Tài chính' }),
    { code: 'x' },
  ]
  const path = await put('bo.json', list)
  const look = await cli('catalogue', 'import', path, '--preview')
  assert.equal(look.code, 0, look.told)
  assert.match(
    look.out,
    /«bo»: 2 mới, 0 thay đổi, 0 như cũ, 0 không còn,\n.*0 cần xem lại, 1 không đọc được\.\n.*không đọc được: dòng 3 x \(code: Mã thủ tục gồm/,
  )
  assert.match((await cli('catalogue', 'counts')).out, /Danh mục: 0 thủ tục/)
  assert.equal((await cli('catalogue', 'import', path)).code, 0)
  const again = await cli('catalogue', 'import', '--file', path)
  assert.match(again.out, /0 mới, 0 thay đổi, 2 như cũ/)
  assert.match(again.out, /Danh mục: 2 thủ tục/)
  assert.match(again.out, / +1 +1 {2}Hải quan: Hệ thống khác/)
  assert.match(again.out, / +1 +1 {2}Ủy ban nhân dân cấp xã: Tại hệ thống này/)
  assert.match(again.out, / +0 +0 {2}Không có kết quả/)
  const next = await cli(
    'catalogue',
    'import',
    await put('bo.csv', 'Mã,Tên,Cơ quan,Nhóm\n1.001193,Tên khác hẳn,Bộ Tư pháp,Hộ tịch\n'),
    '--source',
    'bo',
    '--map',
    await put('map.json', { code: 'Mã', name: 'Tên', ministry: 'Cơ quan', field: 'Nhóm' }),
  )
  assert.match(next.out, /0 mới, 1 thay đổi, 0 như cũ, 1 không còn,\n.*1 cần xem lại/)
  assert.match(next.out, /không còn: 1\.000894\n.*xem lại: 1\.001193 Tên khác hẳn trước.*\n.*thay đổi: 1\.001193 Tên\n/)
})

test('what cannot be taken is refused in one line', async (t) => {
  const { cli, put } = await install(t)
  const wrong: [string[], RegExp][] = [
    [['catalogue', 'import'], /thiếu --file/],
    [['catalogue', 'import', '/nowhere.json'], /không có tệp \/nowhere\.json/],
    [['catalogue', 'import', await put('a.json', '{"a":1}')], /phải là một danh sách thủ tục/],
    [['catalogue', 'import', await put('a.txt', 'x')], /Chỉ nhận tệp JSON, CSV hoặc XLSX/],
    [['catalogue', 'import', await put('a.csv', 'Mã,Tên\n1,2')], /Chưa biết cột nào là: ministry, field\. Các cột của tệp: Mã, Tên/],
    [
      ['catalogue', 'import', await put('b.csv', 'Mã,Tên\n1,2'), '--map', await put('m.json', { colour: 'x' })],
      /Bảng ghép cột sai ở «colour»/,
    ],
    [['catalogue', 'import', 'one', 'two'], /không hiểu/],
  ]
  for (const [args, expected] of wrong) {
    const { code, told } = await cli(...args)
    assert.ok(code > 0)
    assert.match(told, expected)
    assert.equal(told.split('\n').length, 1)
  }
})

test('procedures of the catalogue are put into service by code or all that are ours, and what is missing is named', async (t) => {
  const { cli, put } = await install(t)
  const file = await put('danh-muc.json', [
    row('3.000322', 'Đăng ký giám hộ'),
    row('3.000323', 'Chấm dứt giám hộ', { components: [], results: [] }),
  ])
  assert.equal((await cli('catalogue', 'import', '--file', file)).code, 0)
  assert.equal((await cli('catalogue', 'publish')).code, 2)
  const one = await cli('catalogue', 'publish', '--code', '3.000323')
  assert.equal(one.code, 1)
  assert.match(one.out, /3\.000323: cán bộ phải bổ sung trước; .*nhập giấy tờ cần nộp; .*nhập tên giấy tờ/)
  const all = await cli('catalogue', 'publish', '--ours')
  assert.equal(all.code, 0)
  assert.match(all.out, /Đã đưa vào phục vụ 1 thủ tục; 0 không đổi; 1 chưa đưa vào\./)
  assert.match((await cli('catalogue', 'publish', '--ours')).out, /phục vụ 0 thủ tục; 1 không đổi; 1 chưa/)
})
