import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { gatherCheckpoints } from '#platform/audit'
import { birthWorld, fileBirth } from '#test/birth'
import { proofOfDossier, propose, receive } from './index.ts'

const program = fileURLToPath(new URL('../../../bin/check-proof.mjs', import.meta.url))

test('the mother takes her proof home: what officials write to each other stays with them, and the proof holds all the same', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist), filed.code)
  await propose(w.as(w.a.registrar), filed.code, 'Ý kiến nội bộ')
  await gatherCheckpoints({ pool: w.pool, keys: w.keys, folder: join(w.folder, 'checkpoints'), now: w.now })

  const proof = await proofOfDossier(w.as(w.hong), filed.code)
  assert.deepEqual(
    proof.entries.map(({ act, payload }) => [act, payload !== undefined]),
    [
      ['submit', true],
      ['receive', true],
      ['propose', false],
    ],
  )
  assert.equal(JSON.stringify(proof).includes('Ý kiến nội bộ'), false)
  const official = await proofOfDossier(w.as(w.a.registrar), filed.code)
  assert.ok(official.entries.every(({ payload }) => payload !== undefined))

  const file = join(w.folder, 'bang-chung.json')
  await writeFile(file, JSON.stringify(proof))
  const { stdout } = await promisify(execFile)(process.execPath, [program, file], { timeout: 20_000 })
  assert.match(stdout, new RegExp(`^HỢP LỆ: 3 bước của hồ sơ ${filed.code} `))
  assert.match(stdout, /chốt đến bước 3/)
})

test('nobody else gets a proof of it', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  for (const stranger of [w.as(w.lan), w.as(w.b.registrar), w.public()])
    await assert.rejects(proofOfDossier(stranger, filed.code), { status: 404 }, stranger.actor.kind)
})
