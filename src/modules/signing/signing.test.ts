import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { filled, people, signersOf, template } from '#test/signing-world'
import { createPki, type Pki, servePki } from '../../sandbox/pki/index.ts'
import { RoomError } from './room.ts'
import { openSigning, type Signing } from './signing.ts'
import { sentence } from './verify/sentences.ts'

const now = '2026-08-21T08:01:00Z'
const data = { name: 'Nguyễn Ngọc Ánh', number: null }

type Office = ReturnType<typeof signersOf> & { signing: Signing; pki: Pki; url: string; closeAuthorities: () => Promise<void> }

async function office(t: TestContext, options: { workers?: number; taskMs?: number } = {}): Promise<Office> {
  const pki = createPki({ now: () => now })
  const { url, close } = await servePki(pki)
  const signing = openSigning({
    rootsPem: pki.rootPem,
    tsaUrl: `${url}/tsa`,
    ocspUrl: `${url}/ocsp`,
    crlUrls: [`${url}/issuing.crl`, `${url}/root.crl`],
    timeoutMs: 2000,
    ...options,
  })
  let isOpen = true
  const closeAuthorities = async () => {
    if (isOpen) await close()
    isOpen = false
  }
  t.after(async () => {
    await signing.close()
    await closeAuthorities()
  })
  return { signing, pki, url, closeAuthorities, ...signersOf(pki) }
}

const ink = { kind: 'ink', name: people.leader.commonName } as const
const seal = { kind: 'seal', unit: people.agency.commonName } as const

test('a paper goes from draft to archive, and anybody can check it from the file alone', async (t) => {
  const { signing, leader, agency } = await office(t)
  const draft = await signing.draft({ template, data, now })
  const first = await signing.signLeader({ ...draft, shown: draft.sha256, signer: leader, block: ink, at: now })
  assert.ok(first.ok)
  const second = await signing.signAgency({ pdf: first.pdf, signer: agency, block: seal, at: now, fills: filled })
  assert.ok(second.ok)
  const kept = await signing.archive(second.pdf, { ...second.evidence, ocsps: [...first.evidence.ocsps, ...second.evidence.ocsps] })
  const verdict = await signing.verify(kept.pdf, { profile: 'own', issued: [second.sha256, kept.sha256] })
  assert.equal(verdict.outcome, 'valid', JSON.stringify(verdict.findings))
  assert.deepEqual(
    verdict.findings.map((one) => sentence(one, 'vi')),
    [
      'Đã ký: Nguyễn Thị Mẫu, Phó Chủ tịch, lúc 21/08/2026 15:01:00.',
      'Đã ký: UBND phường Kinh Bắc, lúc 21/08/2026 15:01:00.',
      'Số 27/GXN-UBND và ngày 21 tháng 8 năm 2026 được điền cùng lúc cơ quan ký số: bước ban hành bình thường.',
      'Đã bổ sung bằng chứng kiểm tra lâu dài.',
    ],
  )
})

test('nothing is signed that differs from what the signer was shown', async (t) => {
  const { signing, leader } = await office(t)
  const draft = await signing.draft({ template, data, now })
  const other = await signing.draft({ template, data: { ...data, name: 'Tên khác' }, now })
  assert.deepEqual(await signing.signLeader({ pdf: other.pdf, shown: draft.sha256, signer: leader, block: ink, at: now }), {
    ok: false,
    problem: 'document-changed',
  })
})

test('a place that is signed already is not signed again', async (t) => {
  const { signing, leader } = await office(t)
  const draft = await signing.draft({ template, data, now })
  const first = await signing.signLeader({ pdf: draft.pdf, signer: leader, block: ink, at: now })
  assert.ok(first.ok)
  const again = await signing.signLeader({ pdf: first.pdf, signer: leader, block: ink, at: now })
  assert.deepEqual(again, { ok: false, problem: 'field-not-empty', field: 'leader' })
})

test('a revoked certificate does not sign', async (t) => {
  const { signing, pki, leader } = await office(t)
  pki.revoke(leader.certificate.serial, '2026-08-20T00:00:00Z')
  const draft = await signing.draft({ template, data, now })
  const answer = await signing.signLeader({ pdf: draft.pdf, signer: leader, block: ink, at: now })
  assert.deepEqual(answer, { ok: false, problem: 'certificate-revoked', at: '2026-08-20T00:00:00.000Z' })
})

test('a stranger and a certificate past its time do not sign', async (t) => {
  const { signing, leader } = await office(t)
  const draft = await signing.draft({ template, data, now })
  const stranger = signersOf(createPki({ now: () => now })).leader
  const asked = { pdf: draft.pdf, block: ink }
  assert.deepEqual(await signing.signLeader({ ...asked, signer: stranger, at: now }), { ok: false, problem: 'certificate-untrusted' })
  assert.deepEqual(await signing.signLeader({ ...asked, signer: leader, at: '2036-01-01T00:00:00Z' }), {
    ok: false,
    problem: 'certificate-expired',
  })
})

test('with the authorities silent nothing is signed, and the reason is told', async (t) => {
  const { signing, leader, closeAuthorities } = await office(t)
  const draft = await signing.draft({ template, data, now })
  await closeAuthorities()
  const answer = await signing.signLeader({ pdf: draft.pdf, signer: leader, block: ink, at: now })
  assert.deepEqual(answer, { ok: false, problem: 'revocation-unknown' })
})

test('without a time-stamping authority nothing is signed', async (t) => {
  const { pki, url, leader, signing } = await office(t)
  const { pdf } = await signing.draft({ template, data, now })
  const deaf = openSigning({
    rootsPem: pki.rootPem,
    tsaUrl: `${url}/nobody`,
    ocspUrl: `${url}/ocsp`,
    crlUrls: [`${url}/root.crl`],
    timeoutMs: 2000,
  })
  t.after(() => deaf.close())
  assert.deepEqual(await deaf.signLeader({ pdf, signer: leader, block: ink, at: now }), { ok: false, problem: 'tsa-unreachable' })
})

test('a key that gives a wrong value is not believed', async (t) => {
  const { signing, leader } = await office(t)
  const draft = await signing.draft({ template, data, now })
  const broken = { ...leader, sign: async (attributes: Uint8Array) => (await leader.sign(attributes)).map((byte) => byte ^ 1) }
  assert.deepEqual(await signing.signLeader({ pdf: draft.pdf, signer: broken, block: ink, at: now }), { ok: false, problem: 'key-refused' })
})

test('a task that takes too long is ended, and the next one gets a new thread', async (t) => {
  const { signing } = await office(t, { workers: 1, taskMs: 1 })
  await assert.rejects(signing.draft({ template, data, now }), RoomError)
  const { signing: patient } = await office(t, { workers: 1 })
  const many = await Promise.all(Array.from({ length: 8 }, (_, i) => patient.draft({ template, data: { ...data, name: `Trẻ ${i}` }, now })))
  assert.equal(new Set(many.map(({ sha256 }) => sha256)).size, 8)
})

test('an error of the worker comes back with its own words', async (t) => {
  const { signing } = await office(t)
  await assert.rejects(signing.paper({ template: '#nothing', data, now }), { name: 'PaperError', message: /unknown variable/ })
})
