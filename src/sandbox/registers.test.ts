import assert from 'node:assert/strict'
import { type TestContext, test } from 'node:test'
import { people, startSandbox } from '#sandbox'

const number = (key: string) => people.find((one) => one.key === key)?.number ?? ''
const name = (key: string) => people.find((one) => one.key === key)?.name ?? ''

async function asking(t: TestContext) {
  const sandbox = await startSandbox({ now: () => '2026-11-20T01:00:00.000Z', clientSecret: 'c', agencySecret: 'a', redirectUris: [] })
  t.after(() => sandbox.stop())
  return async (url: 'land' | 'tax' | 'population', path: string, body: object, secret = 'a') => {
    const answer = await fetch(`${sandbox.urls[url]}${path}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${secret}`, 'content-type': 'application/json' },
      body: JSON.stringify({ queryId: '12345678', purpose: 'test', ...body }),
    })
    const { result, relation, title, code } = (await answer.json()) as Record<string, string | undefined>
    return { status: answer.status, result, relation, title, code }
  }
}

test('the land database tells an owner of his own dwelling, however the address is written, and nobody of another’s', async (t) => {
  const ask = await asking(t)
  const flat = { communeCode: '09187', detail: 'CĂN 1204 nhà mẫu A' }
  assert.equal((await ask('land', '/cho-o', { number: number('hien'), ...flat })).title, 'AA 00120401')
  assert.equal((await ask('land', '/cho-o', { number: number('hong'), ...flat })).result, 'other')
  assert.equal((await ask('land', '/cho-o', { number: number('hien'), communeCode: '09187', detail: 'Số 1' })).result, 'missing')
  assert.equal((await ask('land', '/cho-o', { number: number('hien'), ...flat }, 'x')).status, 401)
})

test('kinship is told of a householder who is named rightly', async (t) => {
  const ask = await asking(t)
  const relation = async (one: string, other: string, called = name(other)) =>
    (await ask('population', '/quan-he', { number: number(one), householder: { number: number(other), name: called } })).relation
  assert.equal(await relation('hong', 'mui'), 'child')
  assert.equal(await relation('mui', 'hong'), 'parent')
  assert.equal(await relation('hong', 'minh'), 'spouse')
  assert.equal(await relation('hong', 'bao'), 'sibling')
  assert.equal(await relation('hong', 'lan'), undefined)
  assert.equal(await relation('hong', 'mui', 'Nguyễn Thị Khác'), undefined)
})

test('the register of household businesses compares names as people do, gives one code a request, and rejects wrong owners', async (t) => {
  const ask = await asking(t)
  const taken = async (called: string, communeCode = '09187') => (await ask('tax', '/ten', { name: called, communeCode })).result
  assert.equal(await taken('HỘ KINH DOANH  gốm Phù Lãng'), 'yes')
  assert.equal(await taken('Hộ kinh doanh Gốm Phù Lãng', '09169'), 'no')
  assert.equal((await ask('tax', '/chu-ho', { number: number('phuoc') })).result, 'yes')
  const shop = {
    requestId: 'request-1',
    name: 'Hộ kinh doanh Gốm Cô Lan',
    communeCode: '09187',
    address: 'Số 15',
    sector: '4759',
    capital: '50000000',
    startsOn: '2026-12-01',
    employees: 0,
    owner: { number: number('lan'), name: name('lan') },
    taxAddress: 'Số 15',
    phone: '0900990003',
  }
  assert.deepEqual(
    await ask('tax', '/dang-ky', { ...shop, owner: { ...shop.owner, name: 'Ai Đó' } }).then(({ result }) => result),
    'rejected',
  )
  const first = await ask('tax', '/dang-ky', shop)
  assert.deepEqual([first.status, first.code], [201, '8099990001'])
  assert.deepEqual((await ask('tax', '/dang-ky', shop)).code, first.code)
  assert.equal((await ask('tax', '/dang-ky', { ...shop, capital: '1' })).status, 409)
  assert.equal(await taken('Hộ kinh doanh gốm cô lan'), 'yes')
  assert.equal((await ask('tax', '/chu-ho', { number: number('lan') })).result, 'yes')
})
