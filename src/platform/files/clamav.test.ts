import assert from 'node:assert/strict'
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { tinyPdf } from '#test/tiny-files'
import { clamdScanner, judge, type Scanner } from './index.ts'

const isHere = spawnSync('clamd', ['--help']).error === undefined

// The test file that every scanner knows (eicar.org); in two halves, so that no scanner takes this source for it.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** A real clamd with signatures of our own alone: nothing is fetched, nothing listens outside a folder of the test. */
async function realScanner(t: TestContext): Promise<Scanner> {
  const folder = await mkdtemp(join(tmpdir(), 'lt-clamav-'))
  const socket = join(folder, 'clamd.sock')
  const config = [
    `LocalSocket ${socket}`,
    `DatabaseDirectory ${folder}`,
    `User ${userInfo().username}`,
    'Foreground yes',
    'StreamMaxLength 60M',
  ]
  await writeFile(join(folder, 'clamd.conf'), config.join('\n'))
  await writeFile(join(folder, 'own.ndb'), `Own.Test.File:0:*:${Buffer.from(eicar).toString('hex')}\n`)
  const clamd: ChildProcess = spawn('clamd', ['-c', join(folder, 'clamd.conf')], { stdio: 'ignore' })
  t.after(async () => {
    clamd.kill('SIGKILL')
    await rm(folder, { recursive: true, force: true })
  })
  const scanner = clamdScanner({ path: socket }, 30_000)
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await scanner(Buffer.from('ready?'))).verdict === 'clean') return scanner
    if (clamd.exitCode !== null) break
    await pause(100)
  }
  throw new Error('clamd did not start')
}

test('real ClamAV lets a clean paper in and finds its test file, alone and inside a paper', {
  skip: !isHere && 'clamd is not installed',
}, async (t) => {
  const scanner = await realScanner(t)
  const clean = await judge(tinyPdf({ ballast: randomBytes(2_000_000) }), 'a.pdf', scanner)
  assert.equal(clean.ok && clean.scan, 'clean')
  assert.deepEqual(await scanner(Buffer.from(eicar)), { verdict: 'malware', name: 'Own.Test.File.UNOFFICIAL' })
  const inside = await judge(tinyPdf({ ballast: Buffer.from(eicar) }), 'a.pdf', scanner)
  assert.deepEqual(inside, { ok: false, fault: 'malware', found: 'Own.Test.File.UNOFFICIAL' })
})
