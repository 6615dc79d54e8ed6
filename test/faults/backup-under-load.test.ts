import assert from 'node:assert/strict'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { cp, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { people } from '#sandbox'
import { assertNotReadable } from '../not-readable.ts'
import { acknowledgedIn } from './acknowledgements.ts'
import { checkAll } from './checks.ts'
import { Client } from './client-run.ts'
import { openInstall } from './opened-install.ts'
import { ownFolder, repository, servingProduct } from './product.ts'
import { citizenIn } from './walker.ts'

const desks = [
  { mother: 'lan', commune: '09169', place: 'vuninh' },
  { mother: 'huong', commune: '09187', place: 'kinhbac' },
]

test('a backup made while a client files holds everything acknowledged before it ended; restored elsewhere, the install starts', async (t) => {
  const folder = await ownFolder(t)
  const [dataDir, list, key] = [join(folder, 'data'), join(folder, 'acknowledged.jsonl'), join(folder, 'master.key')]
  const first = await servingProduct(t, { dataDir })
  const client = new Client({ url: first.url, list, seed: 20_261_122, desks, noteBytes: 300_000, filesOnly: true })
  t.after(() => client.kill())
  await filedSoMany(list, 6)
  const made = await cli(['backup', '--out', join(folder, 'backups')], dataDir)
  const [, until = '', backup = ''] = /^Bản sao lưu đến (\S+): (\S+) \(/m.exec(made) ?? []
  await filedSoMany(list, count(list) + 2)
  client.kill()
  await first.kill()
  const needles = secretsOf(list)
  await assertNotReadable(dataDir, needles)
  await assertNotReadable(backup, needles)
  await cp(join(dataDir, 'secrets/master.key'), key)
  await rm(dataDir, { recursive: true, maxRetries: 50, retryDelay: 50 })

  const restored = join(folder, 'restored')
  await cli(['restore', '--from', backup, '--into', restored, '--key', key], restored)
  const second = await servingProduct(t, { dataDir: restored })
  // Bytes of an upload that was under way are sent again; everything else that was acknowledged by then is there.
  const acknowledged = acknowledgedIn(list).filter((one) => one.at <= until && one.kind !== 'piece')
  const filed = acknowledged.flatMap((one) => (one.kind === 'filed' ? [one] : []))
  assert.ok(filed.length >= 6 && filed.length < count(list), `${filed.length} of ${count(list)} were filed before the backup ended`)
  const install = await openInstall(restored)
  t.after(() => install.close())
  assert.deepEqual(await checkAll(install, acknowledged), [])
  await proofsHold(second.url, folder, filed)
})

function count(list: string): number {
  return existsSync(list) ? acknowledgedIn(list).filter(({ kind }) => kind === 'filed').length : 0
}

/** Bounded by the test's own time limit. */
async function filedSoMany(list: string, wanted: number): Promise<void> {
  while (count(list) < wanted) await pause(50)
}

/** The command line of the built product; fails with what it said. */
async function cli(args: string[], dataDir: string): Promise<string> {
  const child = spawn(process.execPath, [join(repository, 'build/cli.mjs'), ...args], {
    cwd: repository,
    env: { PATH: process.env.PATH, TZ: 'UTC', DATA_DIR: dataDir },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let [said, told] = ['', '']
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    told += text
  })
  const [code] = await once(child, 'close')
  assert.equal(code, 0, told)
  return said
}

/** What may lie nowhere readable: who filed, with numbers, and the names of the children. */
function secretsOf(list: string): string[] {
  const mothers = people.filter(({ key }) => desks.some(({ mother }) => mother === key))
  const children = acknowledgedIn(list).flatMap((one) => (one.kind === 'filed' ? [one.child] : []))
  return [...mothers.flatMap(({ name, number, phone }) => [name, number, phone]), ...new Set(children)]
}

/** Each mother takes the proof of a dossier home, and it holds without the product. */
async function proofsHold(url: string, folder: string, filed: { code: string }[]): Promise<void> {
  for (const { mother, commune } of desks) {
    const { code } = filed.find((one) => one.code.startsWith(commune)) ?? {}
    if (code === undefined) continue
    const walker = await citizenIn(url, mother)
    const proof = await walker.ask(`/ho-so/${code}/bang-chung`)
    assert.equal(proof.status, 200)
    const file = join(folder, `${code}.json`)
    await writeFile(file, proof.bytes)
    const checked = spawn(process.execPath, [join(repository, 'bin/check-proof.mjs'), file], { stdio: ['ignore', 'ignore', 'pipe'] })
    const [status] = await once(checked, 'close')
    assert.equal(status, 0, code)
  }
}
