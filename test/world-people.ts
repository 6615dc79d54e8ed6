import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { actorOf, forgetActor } from '#modules/directory'
import { type House, rememberCitizen, sealedAt } from '#modules/identity'
import { type Actor, nobody, type Pool, type Reader, readerFor } from '#platform/db'
import type { Id } from '#platform/id'
import { Keyring, type Purpose } from '#platform/keys'
import { people } from '#sandbox'
import { loadSample } from '../src/sample/index.ts'

/** Friday 20/11/2026, 08:00 in Vietnam. */
export const worldNow = '2026-11-20T01:00:00.000Z'
const loadedAt = '2026-11-02T01:00:00.000Z'

/** Somebody of the sample province: an official by login, a citizen by the key of the played VNeID. */
export type Somebody = { key: string; kind: 'staff' | 'citizen'; account: Id; person: Id; name: string }

/** The officials of one commune. */
export type Office = Record<
  | 'receptionist'
  | 'registrar'
  | 'chair'
  | 'clerk'
  | 'supervisor'
  | 'residenceOfficer'
  | 'policeChief'
  | 'policeClerk'
  | 'businessRegistrar'
  | 'economicChief'
  | 'economicClerk',
  Somebody
>

export type Cast = { everybody: Map<string, Somebody>; actors: Map<string, Actor>; units: Map<string, Id> }

/** Constant, so that what the template sealed opens in every copy. */
export function worldKeys(): Keyring {
  const purposes: Purpose[] = ['seal', 'look-up', 'file', 'checkpoint']
  return new Keyring(
    purposes.map((purpose, index) => ({ id: index + 1, purpose, bytes: createHash('sha256').update(`test ${purpose}`).digest() })),
  )
}

/** Loads the sample province and lets the citizens of the played VNeID be known. */
export async function fill(house: House): Promise<void> {
  await loadSample(house, { now: loadedAt })
  for (const citizen of people.filter((one) => one.identityLevel === 2)) {
    const { key, name, number, bornOn, sex, residence, phone, email } = citizen
    const address = `${residence.detail}, ${residence.commune.name}, ${residence.commune.provinceName}`
    const details = { bornOn, sex, address, phone, email }
    await rememberCitizen(house, { issuer: 'test', subject: key, name, number, details }, loadedAt)
  }
}

/** Reads as the owner of the tables: everything. */
export function ownerReader(owner: Pool): Reader {
  return readerFor(owner, { id: nobody, kind: 'job', system: 'state', posts: [], units: [] })
}

/** Who and what there is, with ids and actors. */
export async function readCast(house: House, db: Reader): Promise<Cast> {
  const accounts = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .leftJoin('identifier', 'identifier.person_id', 'person.id')
    .select(['account.id', 'account.kind', 'account.login', 'account.person_id', 'person.name', 'identifier.value'])
    .execute()
  const units = await db.selectFrom('unit').select(['id', 'code']).execute()
  const keyOf = new Map(people.map((one) => [one.number, one.key]))
  const everybody = new Map<string, Somebody>()
  for (const row of accounts) {
    const number = row.value === null ? '' : house.keys.openText(row.value, sealedAt.identifier)
    const key = row.login ?? named(keyOf.get(number), number)
    const kind = row.kind === 'staff' ? 'staff' : 'citizen'
    everybody.set(key, { key, kind, account: row.id, person: row.person_id, name: house.keys.openText(row.name, sealedAt.name) })
  }
  const actors = new Map<string, Actor>()
  await Promise.all([...everybody.values()].map(async (one) => actors.set(one.key, await freshActor(house, one, worldNow))))
  return { everybody, actors, units: new Map(units.map((row) => [row.code, row.id])) }
}

/** Posts and scope of somebody as the database has them at an instant. */
export async function freshActor(house: House, who: Somebody, now: string): Promise<Actor> {
  // What the process remembers for five seconds must not reach into a test.
  forgetActor(house, who.account)
  const { session: _none, ...actor } = await actorOf(
    house,
    { id: nobody, account: who.account, person: who.person, kind: who.kind, device: '', createdAt: now, seenAt: now, expiresAt: now },
    now,
  )
  return actor
}

let hashed: Promise<string> | undefined

/** A hash of whatever the filled template is made from. */
export function sources(): Promise<string> {
  hashed ??= hashOfSources()
  return hashed
}

async function hashOfSources(): Promise<string> {
  const root = join(import.meta.dirname, '..')
  const folders = [
    'src/sample',
    'src/sandbox',
    'src/modules/identity',
    'src/modules/directory',
    'src/modules/rules',
    'src/modules/national',
    'src/platform/keys',
  ]
  const hash = createHash('sha256').update(await readFile(import.meta.filename))
  for (const folder of folders) {
    const files = (await readdir(join(root, folder))).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort()
    for (const file of files) hash.update(file).update(await readFile(join(root, folder, file)))
  }
  return hash.digest('hex')
}

export function named<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new Error(`nobody and nothing in the world is called ${name}`)
  return one
}
