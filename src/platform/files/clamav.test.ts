import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { clamdDouble } from '#test/clamd-double'
import { tinyPdf } from '#test/tiny-files'
import { clamdScanner, judge, type Scanner } from './index.ts'

const isHere = spawnSync('clamscan', ['--version']).error === undefined

// The test file that every scanner knows (eicar.org); in two halves, so that no scanner takes this source for it.
const eicar = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** ClamAV's own engine behind clamd's protocol, with signatures of our own alone: nothing is fetched. */
async function realScanner(t: TestContext): Promise<Scanner> {
  const folder = await mkdtemp(join(tmpdir(), 'lt-clamav-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const signatures = join(folder, 'own.ndb')
  await writeFile(signatures, `Own.Test.File:0:*:${Buffer.from(eicar).toString('hex')}\n`)
  const address = await clamdDouble(t, async (bytes) => {
    const file = join(folder, randomUUID())
    await writeFile(file, bytes)
    return found(signatures, file)
  })
  return clamdScanner(address, 30_000)
}

/** What clamscan finds in a file: it exits with 1 for a find, with 0 for none. */
function found(signatures: string, file: string): Promise<string | undefined> {
  return new Promise((resolve, reject) => {
    execFile('clamscan', ['--no-summary', '-d', signatures, file], (error, stdout) => {
      const name = /: (\S+) FOUND/.exec(stdout)?.[1]
      if (error !== null && error.code !== 1) reject(error)
      else resolve(name)
    })
  })
}

test('real ClamAV lets a clean paper in and finds its test file, alone and inside a paper', {
  skip: !isHere && 'clamscan is not installed',
}, async (t) => {
  const scanner = await realScanner(t)
  const clean = await judge(tinyPdf({ ballast: randomBytes(2_000_000) }), 'a.pdf', scanner)
  assert.equal(clean.ok && clean.scan, 'clean')
  assert.deepEqual(await scanner(Buffer.from(eicar)), { verdict: 'malware', name: 'Own.Test.File.UNOFFICIAL' })
  const inside = await judge(tinyPdf({ ballast: Buffer.from(eicar) }), 'a.pdf', scanner)
  assert.deepEqual(inside, { ok: false, fault: 'malware', found: 'Own.Test.File.UNOFFICIAL' })
})
