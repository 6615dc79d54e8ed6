import assert from 'node:assert/strict'
import { execFile, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { promisify } from 'node:util'
import { renderPaper } from '#platform/pdf'
import { listsOf } from '#test/forgeries/kit'
import { signaturesIn } from '#test/signature-bytes'
import { type PaperKind, signedOver, signedPaper, signersOf, signingWorld, template } from '#test/signing-world'
import { addEvidence } from './archive.ts'
import { fieldsFrom } from './fields.ts'
import { reserve } from './reserve.ts'
import { softwareSigner } from './signer.ts'
import { verify } from './verify/verify.ts'

const run = promisify(execFile)
const runs = (tool: string, flag: string) => spawnSync(tool, [flag]).error === undefined
const hasTools = runs('pdfsig', '-v') && runs('qpdf', '--version') && runs('openssl', 'version') && runs('certutil', '-H')

/** Foreign tools ask the clock of the machine, so these papers are signed on it. */
const today = () => new Date().toISOString()

async function examine(t: TestContext, pdf: Uint8Array, rootPem: string, issuingPem: string): Promise<string> {
  const dir = mkdtempSync(join(tmpdir(), 'tools-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const at = (name: string) => join(dir, name)
  writeFileSync(at('paper.pdf'), pdf)
  writeFileSync(at('root.crt'), rootPem)
  writeFileSync(at('issuing.crt'), issuingPem)
  mkdirSync(at('nss'))
  await run('certutil', ['-N', '-d', at('nss'), '--empty-password'])
  await run('certutil', ['-A', '-d', at('nss'), '-n', 'root', '-t', 'CT,C,C', '-i', at('root.crt')])
  assert.match((await run('qpdf', ['--check', at('paper.pdf')])).stdout, /No syntax or stream encoding errors found/)
  for (const { cms, covered, token, value } of signaturesIn(pdf)) {
    writeFileSync(at('s.p7s'), cms)
    writeFileSync(at('signed.bin'), covered)
    writeFileSync(at('token.der'), token)
    writeFileSync(at('value.bin'), value)
    const content = ['-cades', '-binary', '-inform', 'DER', '-in', at('s.p7s'), '-content', at('signed.bin'), '-out', at('out')]
    await run('openssl', ['cms', '-verify', ...content, '-CAfile', at('root.crt'), '-purpose', 'any'])
    const stamp = [
      '-data',
      at('value.bin'),
      '-token_in',
      '-in',
      at('token.der'),
      '-CAfile',
      at('root.crt'),
      '-untrusted',
      at('issuing.crt'),
    ]
    assert.match((await run('openssl', ['ts', '-verify', ...stamp])).stdout, /Verification: OK/)
  }
  return (await run('pdfsig', ['-nssdir', at('nss'), at('paper.pdf')])).stdout
}

const count = (text: string, wanted: RegExp) => [...text.matchAll(wanted)].length

for (const kind of ['from-register', 'after-signature'] satisfies PaperKind[]) {
  test(`pdfsig, OpenSSL and qpdf accept both signatures and time-stamps of a paper numbered ${kind}`, { skip: !hasTools }, async (t) => {
    const world = signingWorld(today())
    const { agency } = await signedPaper(world, kind)
    const said = await examine(t, agency, world.pki.rootPem, world.pki.issuingPem)
    assert.equal(count(said, /Signature is Valid/g), 2)
    assert.equal(count(said, /Certificate is Trusted/g), 2)
    assert.equal(count(said, /Total document signed/g), 1)
  })
}

test('the same holds with evidence added to the file', { skip: !hasTools }, async (t) => {
  const world = signingWorld(today())
  const { agency } = await signedPaper(world, 'after-signature')
  const crls = [world.pki.crl('issuing'), world.pki.crl('root')]
  const said = await examine(t, addEvidence(agency, { certificates: [], crls, ocsps: [] }), world.pki.rootPem, world.pki.issuingPem)
  assert.equal(count(said, /Signature is Valid/g), 2)
  assert.equal(count(said, /Certificate is Trusted/g), 2)
})

test('a paper whose tables and objects lie in streams is signed and judged alike', { skip: !hasTools }, async (t) => {
  const world = signingWorld(today())
  const dir = mkdtempSync(join(tmpdir(), 'tools-'))
  t.after(() => rmSync(dir, { recursive: true, force: true }))
  const { pdf, slots } = renderPaper({ template, data: { name: 'Nguyễn Ngọc Ánh', number: null }, now: world.now })
  writeFileSync(join(dir, 'plain.pdf'), pdf)
  await run('qpdf', ['--object-streams=generate', join(dir, 'plain.pdf'), join(dir, 'packed.pdf')])
  const reserved = reserve(new Uint8Array(readFileSync(join(dir, 'packed.pdf'))), fieldsFrom(slots))
  const { agency } = await signedOver(world, reserved, 'after-signature')
  const said = await examine(t, agency, world.pki.rootPem, world.pki.issuingPem)
  assert.equal(count(said, /Signature is Valid/g), 2)
  const verdict = verify(agency, { trustRoots: world.pki.rootPem, profile: 'own', evidence: listsOf(world) })
  assert.equal(verdict.outcome, 'valid', JSON.stringify(verdict.findings))
})

for (const scheme of ['rsa-pss', 'rsa-pkcs1'] as const) {
  test(`RSA keys sign as well: ${scheme}`, { skip: !hasTools }, async (t) => {
    const world = signingWorld(today())
    const subject = { commonName: 'Người ký RSA', title: 'Chủ tịch', organization: 'UBND phường Kinh Bắc', country: 'VN' }
    const key = world.pki.issueWithKey({ subject, kind: 'person', keyKind: 'rsa' })
    const leader = softwareSigner({ ...key, algorithm: { scheme, digest: 'sha256', saltLength: 32 } })
    const { agency } = await signedPaper({ ...world, ...signersOf(world.pki), leader }, 'after-signature')
    const said = await examine(t, agency, world.pki.rootPem, world.pki.issuingPem)
    assert.equal(count(said, /Signature is Valid/g), 2)
    assert.equal(count(said, /Certificate is Trusted/g), 2)
  })
}
