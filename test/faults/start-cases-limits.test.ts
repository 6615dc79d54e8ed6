import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmod } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'
import { connectionFromUrl, startPostgres } from '#platform/postgres'
import { ask, copyOfRepository, repository, startedProgram, startProgram, temporaryFolder } from './start-program-run.ts'

const run = promisify(execFile)
const isRealRoot = process.geteuid?.() === 0

test('a full disk is named in Vietnamese, at the first start and at a later one, and everything is there once space is freed', async (t) => {
  const mountPoint = await temporaryFolder(t)
  const inside = 'mount -t tmpfs -o size=150m tmpfs "$1" && shift && exec "$@"'
  const program = [process.execPath, '--import', 'tsx', 'test/faults/start-full-disk.ts', mountPoint]
  const namespace = ['--user', '--map-root-user', '--mount', '--', 'sh', '-c', inside, 'sh', mountPoint, ...program]
  const { stdout } = await run('unshare', namespace, { cwd: repository, timeout: 60_000 })
  const refusal = {
    code: 'disk-full',
    exitCode: 1,
    message: `Hết chỗ trên ổ đĩa chứa ${mountPoint}/data: hãy giải phóng dung lượng rồi khởi động lại; dữ liệu đã ghi vẫn còn nguyên.`,
  }
  const outcome = { firstStart: refusal, afterRoom: [], laterStart: refusal, afterRoomAgain: [{ text: 'còn nguyên' }] }
  assert.deepEqual(JSON.parse(stdout), outcome)
})

test('on a chosen port it is reached by a DATABASE_URL like any server', async (t) => {
  const port = await freePort()
  const server = await startPostgres({ dataDir: join(await temporaryFolder(t), 'data'), port })
  t.after(() => server.stop())
  const { user, password, database } = server.connection
  const connection = connectionFromUrl(`postgresql://${user}:${password}@localhost:${port}/${database}`)
  assert.equal(server.socketDir, undefined)
  assert.deepEqual(await ask(connection, 'select current_database() as name'), [{ name: database }])
})

if (isRealRoot) {
  test('where root may make no user namespace, PostgreSQL runs as nobody in folders that let it through', async (t) => {
    const clone = await temporaryFolder(t, tmpdir())
    await chmod(clone, 0o755)
    await copyOfRepository(clone)
    const { now } = await startedProgram(t, { root: clone, dataDir: join(clone, 'data'), prefix: await withoutNamespaces() })
    assert.deepEqual(await ask(now.connection, 'select 1 as one'), [{ one: 1 }])
    const { stdout } = await run('ps', ['-o', 'uid=', '-p', String(now.postmaster)])
    assert.equal(stdout.trim(), '65534')
  })

  test('where root may make no user namespace, folders closed to others are refused in one sentence', async (t) => {
    const { code, said } = await startProgram(t, { dataDir: join(await temporaryFolder(t), 'data'), prefix: await withoutNamespaces() })
      .ended
    assert.equal(code, 1)
    assert.match(said, /^root-not-possible: .*user namespace.*tài khoản thường.*\n$/)
  })
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const address = probe.address()
  probe.close()
  await once(probe, 'close')
  assert.ok(typeof address === 'object' && address !== null)
  return address.port
}

/** Puts a command that always fails over unshare; nothing is needed where the machine refuses namespaces anyway, as many containers do. */
async function withoutNamespaces(): Promise<string[]> {
  const isAllowed = await run('unshare', ['--user', 'true']).then(
    () => true,
    () => false,
  )
  const hide = 'mount --bind /bin/false "$(command -v unshare)" && exec "$@"'
  return isAllowed ? ['unshare', '--mount', '--', 'sh', '-c', hide, 'sh'] : []
}
