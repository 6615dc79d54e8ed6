import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'

const apart = ['--user', '--map-root-user', '--mount']
const canMount = spawnSync('unshare', [...apart, 'mount', '-t', 'tmpfs', 'none', '/mnt']).status === 0

test('a full disk is named; nothing is half stored, and what was there stays', {
  skip: !canMount && 'no small disk can be made here',
}, async (t) => {
  const root = await mkdtemp(join(tmpdir(), 'lt-full-'))
  t.after(() => rm(root, { recursive: true, force: true }))
  const program = fileURLToPath(new URL('full-disk-run.ts', import.meta.url))
  const small = 'mount -t tmpfs -o size=1m none "$1" && exec "$2" --import tsx "$3" "$1"'
  const ran = spawnSync('unshare', [...apart, 'sh', '-c', small, 'sh', root, process.execPath, program], {
    encoding: 'utf8',
    timeout: 60_000,
  })
  assert.equal(ran.status, 0, ran.stderr)
  assert.deepEqual(JSON.parse(ran.stdout), { code: 'disk-full', left: [], whole: 100_000, after: 100_000 })
})
