import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { Pool } from '#platform/db'
import { StorageProblem } from '#platform/files'
import { openDoors } from '#platform/http'
import { testKeys } from '#test/database'
import { sentences } from '../../src/web/sentences.ts'
import { freePort } from './product.ts'

/** Doors behind which exactly this goes wrong. */
async function failing(t: TestContext, fail: () => unknown) {
  const nowhere = { host: '127.0.0.1', port: await freePort(), user: 'x', password: 'x', database: 'x' }
  const pool = new Pool(nowhere, 1, 'test')
  t.after(() => pool.end())
  const doors = await openDoors({
    pool,
    keys: testKeys(),
    now: () => '2026-11-20T01:00:00.000Z',
    https: false,
    formTargets: [],
    log: false,
    identify: async () => ({ actor: { id: '', kind: 'public', system: '', posts: [], units: [] }, visitor: '' }),
    mayKnock: () => true,
    sentences,
    render: () => '',
    problemPage: () => {
      throw new Error('a machine asked')
    },
  })
  t.after(() => doors.app.close())
  doors.get('/x', { may: 'anyone' }, () => fail())
  doors.get('/doc', { may: 'anyone' }, () => pool.trip([{ text: 'select 1', values: [] }]))
  return doors.app
}

const state = (code: string) => Object.assign(new Error('as the database says it'), { code })

const outages: [what: string, error: Error, reason: string][] = [
  ['a full disk under the files', new StorageProblem('disk-full', undefined), 'disk-full'],
  ['a folder of files that cannot be written', new StorageProblem('not-writable', undefined), 'storage-away'],
  ['an object store that does not answer', new StorageProblem('unreachable', undefined), 'storage-away'],
  ['a full disk under the database', state('53100'), 'disk-full'],
  ['a database that is shutting down', state('57P01'), 'outcome-unknown'],
  ['a database that is starting up', state('57P03'), 'outcome-unknown'],
  ['too many connections', state('53300'), 'outcome-unknown'],
  ['a lock that is not won', state('55P03'), 'busy'],
  ['two acts that wait for each other', state('40P01'), 'busy'],
]

for (const [what, error, reason] of outages) {
  test(`${what} is told as 503 «${reason}» with a sentence, and when to come again`, async (t) => {
    const app = await failing(t, () => {
      throw error
    })
    const answer = await app.inject('/x')
    assert.deepEqual([answer.statusCode, answer.json().reason, answer.headers['retry-after']], [503, reason, '30'])
    assert.equal(answer.json().detail, sentences(reason, {}, 'vi'))
    assert.doesNotMatch(answer.body, /as the database says it/)
  })
}

test('a database that nobody reaches is told as 503, too', async (t) => {
  const app = await failing(t, () => undefined)
  const answer = await app.inject('/doc')
  assert.deepEqual([answer.statusCode, answer.json().reason], [503, 'outcome-unknown'])
})

test('our own mistake stays 500 and shows nothing of itself', async (t) => {
  const app = await failing(t, () => {
    throw new Error('a secret of the inside')
  })
  const answer = await app.inject('/x')
  assert.equal(answer.statusCode, 500)
  assert.doesNotMatch(answer.body, /secret/)
})
