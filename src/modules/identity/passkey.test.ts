import assert from 'node:assert/strict'
import { createHash, generateKeyPairSync, type KeyObject, sign } from 'node:crypto'
import { test } from 'node:test'
import { world } from '#test/world'
import { addPasskey, enterByPasskey, passkeysOf, passkeyToAdd, passkeyToEnter, recover, removePasskey, siteOf, whoIs } from './index.ts'

const site = siteOf('http://localhost:3000')
const base64url = (bytes: Uint8Array | string) => Buffer.from(bytes).toString('base64url')
const sha256 = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest()

/** An authenticator in software: an ES256 key, attestation "none", a counter, user verified. */
function authenticator(origin = site.origin, host = site.host) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const id = sha256(publicKey.export({ format: 'der', type: 'spki' })).subarray(0, 16)
  let counter = 0
  const clientData = (type: string, challenge: string) => Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }))
  const authData = (flags: number, rest: Uint8Array = Buffer.alloc(0)) => {
    counter += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(counter)
    return Buffer.concat([sha256(host), Buffer.from([flags]), count, rest])
  }
  const common = { id: base64url(id), rawId: base64url(id), type: 'public-key' as const, clientExtensionResults: {} }
  return {
    create: (challenge: string) => {
      const length = Buffer.from([0, id.length])
      const attested = Buffer.concat([Buffer.alloc(16), length, id, coseKey(publicKey)])
      const attestationObject = cborAttestation(authData(0x45, attested))
      const response = {
        clientDataJSON: base64url(clientData('webauthn.create', challenge)),
        attestationObject: base64url(attestationObject),
      }
      return { ...common, response: { ...response, transports: ['internal' as const] } }
    },
    get: (challenge: string, { verified = true, count = 0 } = {}) => {
      counter += count
      const client = clientData('webauthn.get', challenge)
      const authenticatorData = authData(verified ? 0x05 : 0x01)
      const signature = sign('sha256', Buffer.concat([authenticatorData, sha256(client)]), privateKey)
      return {
        ...common,
        response: {
          clientDataJSON: base64url(client),
          authenticatorData: base64url(authenticatorData),
          signature: base64url(signature),
        },
      }
    },
  }
}

/** COSE_Key of a P-256 key: {1: 2, 3: -7, -1: 1, -2: x, -3: y}. */
function coseKey(key: KeyObject): Buffer {
  const { x = '', y = '' } = key.export({ format: 'jwk' })
  const head = Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20])
  return Buffer.concat([head, Buffer.from(x, 'base64url'), Buffer.from([0x22, 0x58, 0x20]), Buffer.from(y, 'base64url')])
}

/** {"fmt": "none", "attStmt": {}, "authData": bytes} in CBOR. */
function cborAttestation(authData: Buffer): Buffer {
  const text = (value: string) => Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)])
  const length = Buffer.from([0x59, authData.length >> 8, authData.length & 0xff])
  return Buffer.concat([
    Buffer.from([0xa3]),
    text('fmt'),
    text('none'),
    text('attStmt'),
    Buffer.from([0xa0]),
    text('authData'),
    length,
    authData,
  ])
}

async function withPasskey(t: Parameters<typeof world>[0]) {
  const there = await world(t)
  const { as, mai, house, now } = there
  const key = authenticator()
  const { ticket, options } = await passkeyToAdd(as(mai), site)
  assert.equal(await addPasskey(as(mai), site, { ticket, response: key.create(options.challenge), name: 'Điện thoại' }), true)
  const ask = () => passkeyToEnter(house, site, now)
  return { ...there, key, ask }
}

test('an official adds a passkey and comes in with it, without login or password', async (t) => {
  const { as, house, mai, now, key, ask, db } = await withPasskey(t)
  assert.deepEqual(
    (await passkeysOf(as(mai))).map(({ name }) => name),
    ['Điện thoại'],
  )
  const { ticket, options } = await ask()
  assert.equal(options.rpId, 'localhost')
  const result = await enterByPasskey(house, site, { ticket, response: key.get(options.challenge), device: 'test', now })
  assert.ok(result)
  assert.equal((await whoIs(house, result.token, now))?.account, mai.account)
  const chain = await db.selectFrom('audit_entry').select('act').where('chain_id', '=', mai.account).orderBy('seq').execute()
  assert.deepEqual(
    chain.map((entry) => entry.act),
    ['passkey.added', 'session.opened'],
  )
})

test('an answer that does not fit lets nobody in', async (t) => {
  const { house, now, key, ask } = await withPasskey(t)
  const enter = async (make: (challenge: string) => ReturnType<typeof key.get>) => {
    const { ticket, options } = await ask()
    return enterByPasskey(house, site, { ticket, response: make(options.challenge), device: 'test', now })
  }
  assert.equal(await enter(() => key.get('another challenge')), undefined)
  assert.equal(await enter((challenge) => key.get(challenge, { verified: false })), undefined)
  assert.equal(await enter((challenge) => authenticator().get(challenge)), undefined)
  assert.equal(await enter((challenge) => ({ ...authenticator().get(challenge), id: key.get('x').id, rawId: key.get('x').id })), undefined)
  assert.ok(await enter((challenge) => key.get(challenge, { count: 10 })))
  assert.equal(await enter((challenge) => key.get(challenge, { count: -5 })), undefined)
})

test('an answer is taken once', async (t) => {
  const { house, now, key, ask } = await withPasskey(t)
  const { ticket, options } = await ask()
  const answer = { ticket, response: key.get(options.challenge), device: 'test', now }
  assert.ok(await enterByPasskey(house, site, answer))
  assert.equal(await enterByPasskey(house, site, answer), undefined)
})

test('a passkey made for another site, or under another official’s ticket, is not kept', async (t) => {
  const { as, mai, a } = await world(t)
  const mine = await passkeyToAdd(as(mai), site)
  const elsewhere = authenticator('https://elsewhere.invalid', 'elsewhere.invalid').create(mine.options.challenge)
  assert.equal(await addPasskey(as(mai), site, { ticket: mine.ticket, response: elsewhere, name: '' }), false)
  const again = await passkeyToAdd(as(mai), site)
  const response = authenticator().create(again.options.challenge)
  assert.equal(await addPasskey(as(a.chair), site, { ticket: again.ticket, response, name: '' }), false)
  assert.deepEqual(await passkeysOf(as(mai)), [])
})

test('citizens have no passkeys here', async (t) => {
  const { as, hong } = await world(t)
  await assert.rejects(passkeyToAdd(as(hong), site), { status: 403 })
})

test('a passkey that was removed, or ended by a recovery, lets nobody in', async (t) => {
  const { as, house, mai, a, province, now, key, ask } = await withPasskey(t)
  const [passkey] = await passkeysOf(as(mai))
  assert.ok(passkey)
  await assert.rejects(removePasskey(as(a.chair), passkey.id), { status: 404 })
  await removePasskey(as(mai), passkey.id)
  const { ticket, options } = await ask()
  assert.equal(await enterByPasskey(house, site, { ticket, response: key.get(options.challenge), device: 'test', now }), undefined)

  const second = authenticator()
  const adding = await passkeyToAdd(as(mai), site)
  await addPasskey(as(mai), site, { ticket: adding.ticket, response: second.create(adding.options.challenge), name: 'Khóa' })
  await recover(as(province.administrator), mai.account)
  const entering = await ask()
  const response = second.get(entering.options.challenge)
  assert.equal(await enterByPasskey(house, site, { ticket: entering.ticket, response, device: 'test', now }), undefined)
})
