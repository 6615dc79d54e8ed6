import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { actorOf, forgetActor } from '#modules/directory'
import { type House, openSession, rememberCitizen, type Session, sealedAt } from '#modules/identity'
import { type ActKey, type Ctx, contextFor } from '#platform/act'
import { type Actor, nobody, Pool, type Reader, readerFor } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { Keyring, type Purpose } from '#platform/keys'
import { people } from '#sandbox'
import { type IssueCertificate, issueSampleKeys, loadSample, provinceCode, staffedCommunes } from '../src/sample/index.ts'
import { filledDatabase, poolFor } from './database.ts'

/** Friday 20/11/2026, 08:00 in Vietnam. */
export const worldNow = '2026-11-20T01:00:00.000Z'
const loadedAt = '2026-11-02T01:00:00.000Z'

/** Somebody of the sample province: an official by login, a citizen by the key of the played VNeID. */
export type Somebody = { key: string; kind: 'staff' | 'citizen'; account: Id; person: Id; name: string }

/** The officials of one commune. */
export type Office = Record<'receptionist' | 'registrar' | 'chair' | 'clerk' | 'supervisor', Somebody>

type Cast = { everybody: Map<string, Somebody>; actors: Map<string, Actor>; units: Map<string, Id> }
type When = { now?: string; key?: ActKey }

/** Asked once in a process: ids are the same in every copy of the template. */
let cast: Promise<Cast> | undefined

/**
 * A database of the test's own with the sample province in it, and its people by name. Commune `a` is Phường Kinh Bắc (with Mai at the
 * counter), `b` Phường Vũ Ninh, `c` Xã Nhã Nam; `hong` and `minh` are the parents of a newborn in `a`.
 */
export async function world(t: Pick<TestContext, 'after'>) {
  const keys = worldKeys()
  const database = await filledDatabase(t, 'world', await sources(), async (roles) => {
    const pool = new Pool(roles.program, 4, 'test world')
    await fill({ pool, keys }).finally(() => pool.end())
  })
  const pool = poolFor(t, database.program)
  const owner = poolFor(t, database.owner, 2)
  const house: House = { pool, keys }
  cast ??= readCast(house, ownerReader(owner))
  const { everybody, actors, units } = await cast
  const somebody = (key: string): Somebody => known(everybody.get(key), key)
  const office = (place: string): Office => ({
    receptionist: somebody(`tiepnhan.${place}`),
    registrar: somebody(`hotich.${place}`),
    chair: somebody(`phochutich.${place}`),
    clerk: somebody(`vanthu.${place}`),
    supervisor: somebody(`giamsat.${place}`),
  })
  /** The unit with this official code; a centre is `09187-TT`, an old ward `…-2025`. */
  const unit = (code: string): Id => known(units.get(code), code)
  const a = office('kinhbac')

  return {
    database,
    pool,
    keys,
    house,
    /** Sees and writes everything: for what a test prepares and for what it finds. */
    owner,
    /** Reads everything. */
    db: ownerReader(owner),
    now: worldNow,
    a,
    b: office('vuninh'),
    c: office('nhanam'),
    province: {
      receptionist: somebody('tiepnhan.tinh'),
      supervisor: somebody('giamsat.tinh'),
      administrator: somebody('quantri.tinh'),
      secondAdministrator: somebody('quantri2.tinh'),
      operator: somebody('vanhanh.tinh'),
    },
    units: {
      a: unit(staffedCommunes.kinhBac),
      b: unit(staffedCommunes.vuNinh),
      c: unit(staffedCommunes.nhaNam),
      province: unit(provinceCode),
    },
    unit,
    mai: a.receptionist,
    /** Held the registrar's post of commune `a` until 30/09/2026. */
    formerRegistrar: somebody('hotichcu.kinhbac'),
    hong: somebody('hong'),
    minh: somebody('minh'),
    lan: somebody('lan'),
    thu: somebody('thu'),
    duc: somebody('duc'),
    somebody,
    /** A context in which somebody acts, with the posts held when the world began. */
    as: (who: Somebody, { now = worldNow, key }: When = {}): Ctx => contextFor(house, known(actors.get(who.key), who.key), now, key),
    /** The same, with posts and scope asked of the database at that instant: for substitutes, rotations, mergers. */
    asToday: async (who: Somebody, { now = worldNow, key }: When = {}): Promise<Ctx> =>
      contextFor(house, await freshActor(house, who, now), now, key),
    public: ({ now = worldNow, key }: When = {}): Ctx =>
      contextFor(house, { id: nobody, kind: 'public', system: 'state', posts: [], units: [] }, now, key),
    job: ({ now = worldNow }: When = {}): Ctx => contextFor(house, { id: nobody, kind: 'job', system: 'state', posts: [], units: [] }, now),
    /** A real session, as a cookie's value. */
    sessionOf: async (who: Somebody, now: string = worldNow): Promise<{ token: string; session: Session }> =>
      openSession(house, {
        account: who.account,
        ...(who.kind === 'citizen' && { party: who.person }),
        kind: who.kind,
        device: 'test',
        now,
      }),
    /** Gives the signing leaders and the agencies of `a`, `b` and `c` their keys; the test brings the authority. */
    issueKeys: (issueCertificate: IssueCertificate) => issueSampleKeys(house, { now: worldNow, issueCertificate }),
    /** Puts somebody on another's post for a span: what `appointSubstitute` stores. */
    cover: (who: Somebody, post: Id, from: string, to: string) =>
      owner.trip([
        {
          text: `insert into substitution (id, post_id, account_id, valid_from, valid_to, reason, recorded_by, recorded_at)
            values ($1, $2, $3, $4, $5, 'nghỉ phép', $3, $4)`,
          values: [newId(), post, who.account, from, to],
        },
      ]),
  }
}

export type World = Awaited<ReturnType<typeof world>>

/** Constant, so that what the template sealed opens in every copy. */
export function worldKeys(): Keyring {
  const purposes: Purpose[] = ['seal', 'look-up', 'file', 'checkpoint']
  return new Keyring(
    purposes.map((purpose, index) => ({ id: index + 1, purpose, bytes: createHash('sha256').update(`test ${purpose}`).digest() })),
  )
}

async function fill(house: House): Promise<void> {
  await loadSample(house, { now: loadedAt })
  for (const citizen of people.filter((one) => one.identityLevel === 2)) {
    const { key, name, number, bornOn, sex, residence, phone, email } = citizen
    const address = `${residence.detail}, ${residence.commune.name}, ${residence.commune.provinceName}`
    const details = { bornOn, sex, address, phone, email }
    await rememberCitizen(house, { issuer: 'test', subject: key, name, number, details }, loadedAt)
  }
}

function ownerReader(owner: Pool): Reader {
  return readerFor(owner, { id: nobody, kind: 'job', system: 'state', posts: [], units: [] })
}

async function readCast(house: House, db: Reader): Promise<Cast> {
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
    const key = row.login ?? known(keyOf.get(number), number)
    const kind = row.kind === 'staff' ? 'staff' : 'citizen'
    everybody.set(key, { key, kind, account: row.id, person: row.person_id, name: house.keys.openText(row.name, sealedAt.name) })
  }
  const actors = new Map<string, Actor>()
  for (const one of everybody.values()) actors.set(one.key, await freshActor(house, one, worldNow))
  return { everybody, actors, units: new Map(units.map((row) => [row.code, row.id])) }
}

async function freshActor(house: House, who: Somebody, now: string): Promise<Actor> {
  // What the process remembers for five seconds must not reach into a test.
  forgetActor(house, who.account)
  const { session: _none, ...actor } = await actorOf(
    house,
    { id: nobody, account: who.account, person: who.person, kind: who.kind, device: '', createdAt: now, seenAt: now, expiresAt: now },
    now,
  )
  return actor
}

async function sources(): Promise<string> {
  const root = join(import.meta.dirname, '..')
  const folders = ['src/sample', 'src/sandbox', 'src/modules/identity', 'src/modules/directory', 'src/modules/rules', 'src/platform/keys']
  const hash = createHash('sha256').update(await readFile(import.meta.filename))
  for (const folder of folders) {
    const files = (await readdir(join(root, folder))).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts')).sort()
    for (const file of files) hash.update(file).update(await readFile(join(root, folder, file)))
  }
  return hash.digest('hex')
}

function known<T>(one: T | undefined, name: string): T {
  if (one === undefined) throw new Error(`nobody and nothing in the world is called ${name}`)
  return one
}
