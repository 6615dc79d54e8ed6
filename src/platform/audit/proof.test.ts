import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { contextFor } from '#platform/act'
import { asActor } from '#platform/db'
import { newId } from '#platform/id'
import { at, auditedHouse, clerk, machine } from '#test/audited-house'
import { type Proof, proofOf } from './index.ts'
import { leafHash, pathTo, rootBy, rootOf } from './merkle.ts'

test('the tree agrees with its paths at every size, and no path serves another leaf', () => {
  for (let size = 1; size <= 33; size += 1) {
    const hashes = Array.from({ length: size }, (_, n) => leafHash(Buffer.of(n)))
    const root = rootOf(hashes)
    hashes.forEach((leaf, index) => {
      const path = pathTo(index, hashes)
      assert.deepEqual(rootBy(leaf, index, size, path), root)
      if (size > 1) assert.notDeepEqual(rootBy(leaf, (index + 1) % size, size, path), root)
    })
  }
})

test('a citizen takes a proof home and a small program checks it offline', async (t) => {
  const { pool, keys, items, folder } = await auditedHouse(t)
  await pool.trip([asActor(machine), { text: 'select erase_payload($1, 2, $2, $3)', values: [items[0], 'NĐ 13/2023', at(7)] }])
  const proof = await proofOf(contextFor({ pool, keys }, clerk, at(9)), items[0], (name) => name !== 'propose')
  assert.ok(proof)
  const file = join(folder, 'proof.json')
  const check = async (changed: unknown, ...more: string[]) => {
    await writeFile(file, JSON.stringify(changed))
    const program = fileURLToPath(new URL('../../../bin/check-proof.mjs', import.meta.url))
    const run = promisify(execFile)(process.execPath, [program, file, ...more], { timeout: 20_000 })
    return run.then(
      ({ stdout }) => stdout,
      (error: { stdout: string }) => error.stdout,
    )
  }
  const [key = ''] = (await readdir(folder)).filter((name) => name.endsWith('.pem'))
  const verdict = await check(proof, '--khoa', join(folder, key), '--moc', join(folder, 'checkpoint-000000000001.json'))
  assert.match(verdict, /^HỢP LỆ: 6 bước/)
  assert.match(verdict, /1 bước chỉ có mã băm/)
  assert.match(verdict, /Nội dung bước 2 đã xóa lúc 09:07 ngày 20\/11\/2026 theo NĐ 13\/2023/)
  assert.match(verdict, /Mốc số 1 lúc 09:05 ngày 20\/11\/2026 chốt đến bước 4; 2 bước sau đó chưa được chốt/)
  assert.match(verdict, /đúng khóa đã công bố/)

  const changed = (change: (copy: Proof) => void): Proof => {
    const copy = structuredClone(proof)
    change(copy)
    return copy
  }
  const [one, , three] = proof.entries
  assert.ok(one?.payload && three && proof.checkpoint)
  const forgeries: [RegExp, Proof][] = [
    [/bước 1 .* bị sửa/, changed((copy) => copy.entries.splice(0, 1, { ...one, at: at(9) }))],
    [/thiếu bước 3/, changed((copy) => copy.entries.splice(2, 1))],
    [/nội dung bước 1 đã bị sửa/, changed((copy) => copy.entries.splice(0, 1, { ...one, payload: { salt: '00', text: '{}' } }))],
    [
      /mốc số 1 chốt đến bước 4/,
      changed((copy) => {
        copy.entries.splice(3)
        delete copy.entries[1]?.erased
      }),
    ],
    [/chữ ký của mốc/, changed((copy) => Object.assign(copy.checkpoint ?? {}, { body: proof.checkpoint?.body.replace('02:05', '02:04') }))],
    [/không nằm trong mốc/, changed((copy) => Object.assign(copy.checkpoint ?? {}, { seq: 3 }))],
    [/ghi là đã xóa/, changed((copy) => copy.entries.splice(2, 1, { ...three, erased: { at: at(1), by: newId(), rule: 'x' } }))],
  ]
  for (const [reason, forged] of forgeries) {
    const said = await check(forged)
    assert.match(said, /^KHÔNG HỢP LỆ/)
    assert.match(said, reason)
  }
})
