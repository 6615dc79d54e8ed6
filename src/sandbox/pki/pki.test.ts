import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { certificatesIn, isListOf, pathTo, readRevocationList, toPem } from '#platform/der'
import { createPki } from './pki.ts'
import { servePki } from './serve.ts'

const run = promisify(execFile)
const openssl = spawnSync('openssl', ['version']).status === 0
/** OpenSSL asks the clock of the machine, so these tests live on it. */
const now = () => new Date().toISOString()

function folder(t: TestContext): string {
  const dir = mkdtempSync(join(tmpdir(), 'pki-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  return dir
}

const chair = {
  kind: 'person',
  subject: { commonName: 'Nguyễn Thị Mẫu', title: 'Phó Chủ tịch', organization: 'UBND phường Kinh Bắc', country: 'VN' },
} as const

test('a restart keeps the root, the register and the revocations', (t) => {
  const dir = folder(t)
  const before = createPki({ now, dir })
  const { serial } = before.issueWithKey(chair)
  before.revoke(serial, '2026-01-02T03:04:05Z')
  const after = createPki({ now, dir })
  assert.equal(after.rootPem, before.rootPem)
  assert.equal(readRevocationList(after.crl('issuing')).revoked.get(serial), '2026-01-02T03:04:05.000Z')
  assert.equal(statSync(join(dir, 'pki.json')).mode & 0o777, 0o600)
  assert.equal(readFileSync(join(dir, 'root.crt'), 'utf8'), before.rootPem)
})

test('a certificate leads to its root and to no other', () => {
  const pki = createPki({ now })
  const [leaf] = certificatesIn(pki.issueWithKey(chair).certificatePem)
  const [issuing] = certificatesIn(pki.issuingPem)
  assert.ok(leaf && issuing)
  assert.deepEqual(leaf.subject, chair.subject)
  assert.equal(pathTo(leaf, [issuing], certificatesIn(pki.rootPem), now()).ok, true)
  assert.deepEqual(pathTo(leaf, [issuing], certificatesIn(createPki({ now }).rootPem), now()), { ok: false, problem: 'untrusted' })
  assert.deepEqual(pathTo(leaf, [issuing], certificatesIn(pki.rootPem), '2019-01-01T00:00:00Z'), { ok: false, problem: 'expired' })
  assert.equal(isListOf(readRevocationList(pki.crl('issuing')), issuing), true)
  assert.equal(isListOf(readRevocationList(pki.crl('root')), issuing), false)
})

test('OpenSSL accepts path and lists, and sees a revocation', { skip: !openssl }, async (t) => {
  const dir = folder(t)
  const pki = createPki({ now, dir })
  const { certificatePem, serial } = pki.issueWithKey({ ...chair, keyKind: 'rsa' })
  writeFileSync(join(dir, 'leaf.pem'), certificatePem)
  writeFileSync(join(dir, 'issuing.pem'), pki.issuingPem)
  const check = async () => {
    const lists = [pki.crl('root'), pki.crl('issuing')].map((der) => toPem(der, 'X509 CRL')).join('')
    writeFileSync(join(dir, 'lists.pem'), lists)
    const paths = ['-CAfile', join(dir, 'root.crt'), '-untrusted', join(dir, 'issuing.pem'), '-CRLfile', join(dir, 'lists.pem')]
    return run('openssl', ['verify', '-x509_strict', '-crl_check_all', ...paths, join(dir, 'leaf.pem')])
  }
  assert.match((await check()).stdout, /leaf\.pem: OK/)
  pki.revoke(serial, now())
  await assert.rejects(check, /certificate revoked/)
})

test('OpenSSL accepts the time-stamp and the status that the authorities give over HTTP', { skip: !openssl }, async (t) => {
  const dir = folder(t)
  const pki = createPki({ now, dir })
  const { url, close } = await servePki(pki)
  t.after(close)
  const { certificatePem } = pki.issueWithKey(chair)
  const at = (name: string) => join(dir, name)
  writeFileSync(at('leaf.pem'), certificatePem)
  writeFileSync(at('issuing.pem'), pki.issuingPem)
  writeFileSync(at('data'), 'một tờ giấy')
  await run('openssl', ['ts', '-query', '-data', at('data'), '-sha256', '-cert', '-out', at('request')])
  const reply = await fetch(`${url}/tsa`, { method: 'POST', body: readFileSync(at('request')) })
  writeFileSync(at('reply'), new Uint8Array(await reply.arrayBuffer()))
  const stamp = [
    'ts',
    '-verify',
    '-queryfile',
    at('request'),
    '-in',
    at('reply'),
    '-CAfile',
    at('root.crt'),
    '-untrusted',
    at('issuing.pem'),
  ]
  assert.match((await run('openssl', stamp)).stdout, /Verification: OK/)
  const status = ['ocsp', '-issuer', at('issuing.pem'), '-cert', at('leaf.pem'), '-url', `${url}/ocsp`, '-CAfile', at('root.crt')]
  const answer = await run('openssl', status)
  assert.match(answer.stdout, /leaf\.pem: good/)
  assert.match(answer.stderr, /Response verify OK/)
})
