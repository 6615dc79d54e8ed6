import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before, describe, test } from 'node:test'
import { listsOf } from '#test/forgeries/kit'
import { people, type SigningWorld, signedPaper, signingWorld } from '#test/signing-world'
import { tokenSigner } from './token-signer.ts'
import { verify } from './verify/verify.ts'

const library = ['/usr/lib/softhsm/libsofthsm2.so', '/usr/lib64/softhsm/libsofthsm.so', '/opt/homebrew/lib/softhsm/libsofthsm2.so'].find(
  existsSync,
)
const hasToken = library !== undefined && spawnSync('softhsm2-util', ['--version']).status === 0

describe('the agency signs with a key on a token', { skip: !hasToken }, () => {
  const pin = '123456'
  let world: SigningWorld
  let dir = ''
  before(() => {
    world = signingWorld()
    dir = mkdtempSync(join(tmpdir(), 'token-'))
    mkdirSync(join(dir, 'tokens'))
    writeFileSync(join(dir, 'softhsm2.conf'), `directories.tokendir = ${join(dir, 'tokens')}\n`)
    process.env.SOFTHSM2_CONF = join(dir, 'softhsm2.conf')
    execFileSync('softhsm2-util', ['--init-token', '--free', '--label', 'lien-thong', '--pin', pin, '--so-pin', pin])
  })

  after(() => rmSync(dir, { recursive: true, force: true }))

  const enrolled = (label: string, id: string, keyKind: 'ec' | 'rsa') => {
    const issued = world.pki.issueWithKey({ subject: people.agency, kind: 'agency', keyKind })
    writeFileSync(join(dir, `${label}.pem`), issued.keyPem)
    execFileSync('softhsm2-util', [
      '--import',
      join(dir, `${label}.pem`),
      '--token',
      'lien-thong',
      '--label',
      label,
      '--id',
      id,
      '--pin',
      pin,
    ])
    return { ...issued, library: library ?? '', token: 'lien-thong', key: label, pin }
  }

  for (const [label, id, kind, scheme] of [
    ['curve', 'a1', 'ec', 'ecdsa'],
    ['pss', 'a2', 'rsa', 'rsa-pss'],
    ['pkcs1', 'a3', 'rsa', 'rsa-pkcs1'],
  ] as const) {
    test(`${scheme}: the sealed paper is valid`, async (t) => {
      const agency = await tokenSigner({ ...enrolled(label, id, kind), algorithm: { scheme, digest: 'sha256', saltLength: 32 } })
      t.after(() => agency.close())
      const { agency: pdf } = await signedPaper({ ...world, agency }, 'after-signature')
      const verdict = verify(pdf, { trustRoots: world.pki.rootPem, profile: 'own', evidence: listsOf(world) })
      assert.equal(verdict.outcome, 'valid', JSON.stringify(verdict.findings))
      assert.equal(verdict.signatures[1]?.scheme, scheme)
    })
  }

  test('a missing token and a missing key are told in one sentence', async () => {
    const right = enrolled('other', 'a4', 'ec')
    await assert.rejects(tokenSigner({ ...right, token: 'nowhere' }), { name: 'TokenError', message: 'no token named «nowhere»' })
    await assert.rejects(tokenSigner({ ...right, key: 'nothing' }), { name: 'TokenError', message: /named «nothing» expected, 0 found/ })
  })
})

test('a library that is not there is told in one sentence', async () => {
  const issued = signingWorld().pki.issueWithKey({ subject: people.agency, kind: 'agency' })
  const absent = tokenSigner({ ...issued, library: '/nowhere/lib.so', token: 'x', key: 'x', pin: 'x' })
  await assert.rejects(absent, { name: 'TokenError' })
})
