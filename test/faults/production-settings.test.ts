import assert from 'node:assert/strict'
import { chmod, mkdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type TestContext, test } from 'node:test'
import { ConfigProblem, type Env, readConfig } from '../../src/config.ts'
import { ownFolder } from './product.ts'
import { productionEnv, productionFolder } from './production-env.ts'

/** The names that a start with these settings complains about, one a line. */
function complaints(env: Env): string[] {
  try {
    readConfig(env, tmpdir())
    return []
  } catch (error) {
    assert.ok(error instanceof ConfigProblem)
    return error.lines.map((line) => line.split(':')[0] ?? '')
  }
}

async function given(t: TestContext) {
  const folder = await productionFolder(await ownFolder(t))
  return { folder, env: productionEnv(folder) }
}

test('production with everything given is content', async (t) => {
  assert.deepEqual(complaints((await given(t)).env), [])
})

test('production with nothing given names every missing setting at once', () => {
  const names = complaints({ INSTALL: 'production' })
  const expected = [
    'DATABASE_URL',
    'DATABASE_ROLES_FILE',
    'MASTER_KEY_FILE',
    'SMTP_URL',
    'AUDIT_CHECKPOINTS',
    'CLAMD',
    'VNEID_ISSUER',
    'VNEID_INBOX_URL',
    'POPULATION_URL',
    'CIVIL_STATUS_URL',
    'TRUST_ROOTS_FILE',
    'PUBLIC_URL',
  ]
  assert.deepEqual(names.sort(), expected.sort())
})

const unsafe: [name: string, env: Record<string, string>][] = [
  ['PUBLIC_URL', { PUBLIC_URL: 'http://dichvucong.bacninh.example' }],
  ['PUBLIC_URL', { PUBLIC_URL: 'https://dichvucong.bacninh.example/cong' }],
  ['POPULATION_URL', { POPULATION_URL: 'http://dan-cu.example/tra-cuu' }],
  ['CIVIL_STATUS_URL', { CIVIL_STATUS_URL: 'ho-tich.example' }],
  ['VNEID_ISSUER', { VNEID_ISSUER: 'http://vneid.example' }],
  ['VNEID_INBOX_URL', { VNEID_INBOX_URL: 'http://vneid.example' }],
  ['SMTP_URL', { SMTP_URL: 'smtp://thu.example' }],
  ['SMTP_URL', { SMTP_URL: 'thu.example:25' }],
  ['CLAMD', { CLAMD: 'clamd' }],
  ['DATABASE_URL', { DATABASE_URL: 'mysql://a:b@c/d' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgresql://chu:mat-khau-rat-dai-that@csdl.example/lien_thong' }],
  ['DATABASE_URL', { DATABASE_URL: 'postgresql://chu:postgres@127.0.0.1/lien_thong' }],
  ['NODE_TLS_REJECT_UNAUTHORIZED', { NODE_TLS_REJECT_UNAUTHORIZED: '0' }],
]

for (const [name, env] of unsafe) {
  test(`production refuses ${Object.entries(env).map(([key, value]) => `${key}=${value}`)}`, async (t) => {
    assert.deepEqual(complaints({ ...(await given(t)).env, ...env }), [name])
  })
}

test('TLS is asked of a database, a mail server and a service elsewhere, not of one on this machine', async (t) => {
  const { env } = await given(t)
  const elsewhere = {
    DATABASE_URL: 'postgresql://chu:mat-khau-rat-dai-that@csdl.example/lien_thong?sslmode=verify-full',
    SMTP_URL: 'smtps://thu.example',
    POPULATION_URL: 'https://dan-cu.example',
  }
  assert.deepEqual(complaints({ ...env, ...elsewhere }), [])
  assert.deepEqual(complaints({ ...env, SMTP_URL: 'smtp://thu.example:587?requireTLS=true' }), [])
})

test('files that cannot be read, hold the wrong thing or can be read by everybody are named in the same run', async (t) => {
  const { folder, env } = await given(t)
  await writeFile(join(folder, 'roles.json'), JSON.stringify({ owner: 'short', program: 'short', worker: 'short' }))
  await chmod(join(folder, 'master.key'), 0o644)
  await writeFile(join(folder, 'roots.pem'), 'not a certificate')
  const names = complaints({ ...env, SMTP_URL: '' })
  assert.deepEqual(names.sort(), ['DATABASE_ROLES_FILE', 'MASTER_KEY_FILE', 'SMTP_URL', 'TRUST_ROOTS_FILE'])
  await writeFile(join(folder, 'master.key'), 'c2hvcnQ=')
  await chmod(join(folder, 'master.key'), 0o600)
  await chmod(join(folder, 'roles.json'), 0o600)
  assert.deepEqual(complaints({ ...env, DATABASE_ROLES_FILE: join(folder, 'nowhere.json') }).sort(), [
    'DATABASE_ROLES_FILE',
    'MASTER_KEY_FILE',
    'TRUST_ROOTS_FILE',
  ])
})

test('what proves the data may not lie where the data lies: key and checkpoints outside DATA_DIR, checkpoints in a folder that is there', async (t) => {
  const { folder, env } = await given(t)
  assert.deepEqual(complaints({ ...env, DATA_DIR: folder }).sort(), ['AUDIT_CHECKPOINTS', 'MASTER_KEY_FILE'])
  assert.deepEqual(complaints({ ...env, AUDIT_CHECKPOINTS: join(folder, 'nowhere') }), ['AUDIT_CHECKPOINTS'])
  await mkdir(join(folder, 'nowhere'))
  assert.deepEqual(complaints({ ...env, AUDIT_CHECKPOINTS: join(folder, 'nowhere') }), [])
})

test('a line never repeats a secret', async (t) => {
  const { env } = await given(t)
  try {
    readConfig(
      { ...env, DATABASE_URL: 'postgresql://chu:bi-mat-cua-toi@csdl.example/x', SMTP_URL: 'smtp://u:bi-mat-cua-toi@thu.example' },
      tmpdir(),
    )
    assert.fail('it was content')
  } catch (error) {
    assert.doesNotMatch(String(error), /bi-mat-cua-toi/)
  }
})
