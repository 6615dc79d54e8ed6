import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { receive } from '#modules/dossiers'
import { type Row, rowsOf, type Value } from '#platform/db'
import { birthWorld, fileBirth, smallPdf } from '../birth.ts'
import type { Acknowledged } from './acknowledgements.ts'
import { checkAll, checkRows } from './checks.ts'
import type { OpenedInstall } from './opened-install.ts'

const sha256 = createHash('sha256').update(smallPdf).digest('hex')

test('the checks find what is lost, doubled or not as it must be', async (t) => {
  const w = await birthWorld(t)
  const filed = await fileBirth(w)
  assert.ok(filed.ok)
  await receive(w.as(w.a.receptionist), filed.code)
  const rows = async <R extends Row>(text: string, values: unknown[] = []): Promise<R[]> => {
    const [answer] = await w.owner.trip([{ text, values: values as Value[] }])
    return rowsOf<R>(answer)
  }
  const install: OpenedInstall = { dataDir: w.folder, rows, pool: w.owner, keys: w.keys, store: w.vault.store, close: async () => {} }
  const [row] = await rows<{ draft: string; file: string }>(
    "select d.draft_id as draft, u.file_id as file from dossier d join file_use u using (work_item_id) where u.component = 'clinicNote'",
  )
  assert.ok(row !== undefined)
  const all: Acknowledged[] = [
    { kind: 'filed', draft: row.draft, code: filed.code, child: 'x', sha256 },
    { kind: 'file', draft: row.draft, file: row.file, sha256, size: smallPdf.length },
    { kind: 'act', code: filed.code, verb: 'receive' },
  ]
  const found = async (more: Acknowledged[] = [], how = checkRows) =>
    (await how(install, [...all, ...more]))
      .filter(({ what }) => !what.endsWith(' is off'))
      .map(({ kind, what }) => `${kind}: ${what.split(':')[0]}`)
  assert.deepEqual(await found([], checkAll), [])
  // The cluster of the tests forgets on purpose.
  assert.deepEqual((await checkRows(install, all)).map(({ what }) => what).sort(), [
    'fsync is off',
    'full_page_writes is off',
    'synchronous_commit is off',
  ])

  const other = '00000000-0000-7000-8000-00000000aaaa'
  assert.deepEqual(await found([{ kind: 'filed', draft: other, code: '09187-X', child: 'x', sha256 }]), ['lost: dossier 09187-X'])
  assert.deepEqual(await found([{ kind: 'act', code: filed.code, verb: 'sign' }]), [`lost: sign of ${filed.code}`])
  assert.deepEqual(await found([{ kind: 'file', draft: other, file: other, sha256, size: 1 }]), [`lost: file ${other}`])
  assert.deepEqual(await found([{ kind: 'broken', what: 'an offset went back' }]), ['wrong: an offset went back'])

  const [{ key } = { key: '' }] = await rows<{ key: string }>('select key from stored_file where id = $1', [row.file])
  await w.vault.store.remove(key)
  assert.deepEqual(await found([], checkAll), [`lost: bytes of file ${row.file}`])
  await rows("update work_state set status = 'delivered'")
  assert.ok((await found([], checkAll)).some((one) => one.startsWith('wrong: desk')))
})
