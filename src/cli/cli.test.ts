import assert from 'node:assert/strict'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { propose, receive } from '#modules/dossiers'
import { gatherCheckpoints } from '#platform/audit'
import { registerTasks } from '#platform/jobs'
import { loadMasterKey, newMasterKey, wrapped } from '#platform/keys'
import { birthWorld, fileBirth } from '#test/birth'
import { migrationsFolder } from '#test/database'
import { runCli } from './run.ts'

/** The sample province with one dossier under way, as an install that the command line finds by its settings. */
async function install(t: TestContext) {
  const w = await birthWorld(t)
  await registerTasks(w.database.owner, ['recompute-due'])
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist), filed.code)
  await propose(w.as(w.a.registrar), filed.code, 'Đủ điều kiện')
  const dir = w.folder
  const keyFile = join(dir, 'master.key')
  const master = await newMasterKey(keyFile)
  for (const purpose of ['seal', 'look-up', 'file', 'checkpoint'] as const)
    for (const key of w.keys.all(purpose))
      await w.owner.trip([
        { text: 'insert into data_key values ($1, $2, $3, $4)', values: [key.id, purpose, wrapped(key, master), '2026-01-01T00:00:00Z'] },
      ])
  await gatherCheckpoints({ pool: w.pool, keys: w.keys, folder: join(dir, 'checkpoints'), now: w.now })
  const { owner, program, worker, admin } = w.database
  await writeFile(join(dir, 'roles.json'), JSON.stringify({ owner: owner.password, program: program.password, worker: worker.password }))
  const env = {
    DATABASE_URL: `postgresql://${admin.user}:${encodeURIComponent(admin.password)}@${encodeURIComponent(admin.host)}:${admin.port}/${admin.database}`,
    DATABASE_ROLES_FILE: join(dir, 'roles.json'),
    MASTER_KEY_FILE: keyFile,
    DATA_DIR: dir,
  }
  return { w, dir, env, code: filed.code, keyFile, cli: (...args: string[]) => cli(env, ...args) }
}

async function cli(env: Record<string, string>, ...args: string[]): Promise<{ code: number; out: string; told: string }> {
  const [out, told]: [string[], string[]] = [[], []]
  const world = {
    migrations: migrationsFolder,
    now: () => '2026-11-20T01:10:00.000Z',
    wait: async () => {},
    say: (line: string) => out.push(line),
    tell: (line: string) => told.push(line),
  }
  const code = await runCli(args, env, '/', world)
  return { code, out: out.join('\n'), told: told.join('\n') }
}

test('verbs are listed, explained, and refused in one line when written wrongly', async () => {
  assert.match((await cli({}, '--help')).out, /audit verify +kiểm mọi chuỗi/)
  assert.equal((await cli({}, '--help')).code, 0)
  assert.match((await cli({}, 'backup', '--help')).out, /--out … +thư mục nhận bản sao lưu \(bắt buộc\)/)
  for (const wrong of [
    ['sing'],
    ['backup'],
    ['audit', 'verify', '--loud'],
    ['import', '--from', 'x'],
    ['keys', 'rotate', '--purpose', 'x'],
  ]) {
    const { code, told } = await cli({ DATA_DIR: '/nowhere', DATABASE_URL: '' }, ...wrong)
    assert.ok(code === 2 || wrong[0] === 'keys', wrong.join(' '))
    assert.equal(told.split('\n').length, 1, told)
  }
  const { code, told } = await cli({ DATA_DIR: '/nowhere' }, 'desks', 'verify')
  assert.equal(code, 1)
  assert.equal(told, 'Không làm được: không có bản cài nào trong /nowhere; đặt DATA_DIR hoặc DATABASE_URL')
})

test('a whole install verifies; a changed desk and a changed entry are told, with exit code 1', async (t) => {
  const { w, cli, code } = await install(t)
  assert.deepEqual(await cli('desks', 'verify'), { code: 0, out: 'Bàn việc khớp với các việc đã ghi.', told: '' })
  const whole = await cli('audit', 'verify')
  assert.equal(whole.code, 0, whole.out)
  assert.match(whole.out, /1 mốc bên ngoài, mốc cuối số 1 .*\nPhần chưa chốt ra ngoài: 0 bước, 0 giây\.\nNguyên vẹn\./)
  assert.match((await cli('audit', 'verify', '--checkpoints', '/nowhere')).told, /không có thư mục mốc \/nowhere/)
  await w.owner.trip([
    { text: "update work_state set status = 'resolved'", values: [] },
    { text: "update audit_entry set at = at - interval '1 hour' where act = 'receive'", values: [] },
  ])
  const desks = await cli('desks', 'verify')
  assert.equal(desks.code, 1)
  assert.match(desks.out, new RegExp(`${code}: work_state.status đang là resolved, theo các việc đã ghi phải là waiting-applicant`))
  const audit = await cli('audit', 'verify')
  assert.equal(audit.code, 1)
  assert.match(audit.out, /bước 2: bước ghi trong chuỗi đã bị sửa hoặc đổi chỗ/)
})

test('keys rotate and the calendar grows beside the running program', async (t) => {
  const { w, cli, keyFile } = await install(t)
  const before = await loadMasterKey(keyFile)
  const rotated = await cli('keys', 'rotate')
  assert.equal(rotated.code, 0, rotated.told)
  assert.match(rotated.out, /Khóa số 5 \(seal\) đã dùng; niêm phong lại \d{3,} giá trị/)
  assert.equal((await cli('keys', 'rotate', '--purpose', 'look-up')).code, 1)
  assert.equal((await cli('keys', 'rotate', '--master')).code, 0)
  assert.notDeepEqual(await loadMasterKey(keyFile), before)
  assert.equal((await cli('audit', 'verify')).code, 0)

  const days = ['--off', '2026-12-31', '--worked', '2026-12-26', '--name', 'Tết Dương lịch', '--source', 'Thông báo mẫu']
  assert.match((await cli('calendar', 'add', ...days)).out, /Đã ghi 2 ngày/)
  const again = await cli('calendar', 'add', ...days)
  assert.deepEqual([again.code, again.told], [1, 'Không làm được: ngày này đã có trong lịch'])
  const [jobs] = await w.owner.trip([{ text: "select 1 from graphile_worker._private_jobs where key like 'recompute-due%'", values: [] }])
  assert.equal(jobs?.rows.length, 2)
})

test('a backup is restored into a folder of its own, and an export imported: both are whole', { timeout: 120_000 }, async (t) => {
  const { dir, cli: here, keyFile, w } = await install(t)
  const saved = await here('backup', '--out', join(dir, 'backups'))
  assert.equal(saved.code, 0, saved.told)
  const [name = ''] = await readdir(join(dir, 'backups'))
  const exported = await here('export', '--out', join(dir, 'all.jsonl'))
  assert.equal(exported.code, 0, exported.told)
  await w.owner.trip([{ text: 'delete from desk', values: [] }])

  const ways = {
    restored: ['restore', '--from', join(dir, 'backups', name)],
    imported: ['import', '--all', '--from', join(dir, 'all.jsonl')],
  }
  for (const [folder, verb] of Object.entries(ways)) {
    const into = join(dir, folder)
    const brought = await cli({}, ...verb, '--into', into, '--key', keyFile)
    assert.equal(brought.code, 0, brought.told)
    const checkpoints = join(folder === 'restored' ? into : dir, 'checkpoints')
    const verified = await cli({ DATA_DIR: into }, 'audit', 'verify', '--checkpoints', checkpoints)
    assert.equal(verified.code, 0, verified.out + verified.told)
    assert.equal((await cli({ DATA_DIR: into }, 'desks', 'verify')).code, 0)
    assert.equal((await cli({}, ...verb, '--into', into, '--key', keyFile)).code, 1)
  }
  const otherKey = join(dir, 'other.key')
  await newMasterKey(otherKey)
  const refused = await cli({}, ...ways.restored, '--into', join(dir, 'nothing'), '--key', otherKey)
  assert.equal(refused.code, 1)
  assert.equal((await readdir(dir)).includes('nothing'), false)
})
