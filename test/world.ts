import type { TestContext } from 'node:test'
import { type House, openSession, type Session } from '#modules/identity'
import { type ActKey, type Ctx, contextFor } from '#platform/act'
import { type Actor, nobody, Pool, type Statement } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { type IssueCertificate, issueSampleKeys, provinceCode, staffedCommunes } from '../src/sample/index.ts'
import { filledDatabase, poolFor } from './database.ts'
import {
  type Cast,
  fill,
  freshActor,
  named,
  type Office,
  ownerReader,
  readCast,
  type Somebody,
  sources,
  worldKeys,
  worldNow,
} from './world-people.ts'

export { type Office, type Somebody, worldKeys, worldNow } from './world-people.ts'

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
  const known = await cast
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
    ...people(known),
    ...places(known),
    ...contexts(house, known),
    /** Gives the signing leaders and the agencies of `a`, `b` and `c` their keys; the test brings the authority. */
    issueKeys: (issueCertificate: IssueCertificate) => issueSampleKeys(house, { now: worldNow, issueCertificate }),
    /** Puts somebody on another's post for a span: what `appointSubstitute` stores. */
    cover: (who: Somebody, post: Id, from: string, to: string) => owner.trip([coverRow(who, post, from, to)]),
  }
}

function people({ everybody }: Cast) {
  const somebody = (key: string): Somebody => named(everybody.get(key), key)
  const office = (place: string): Office => ({
    receptionist: somebody(`tiepnhan.${place}`),
    registrar: somebody(`hotich.${place}`),
    chair: somebody(`phochutich.${place}`),
    clerk: somebody(`vanthu.${place}`),
    supervisor: somebody(`giamsat.${place}`),
    residenceOfficer: somebody(`cutru.${place}`),
    policeChief: somebody(`truongcongan.${place}`),
    policeClerk: somebody(`vanthucongan.${place}`),
    businessRegistrar: somebody(`kinhdoanh.${place}`),
    economicChief: somebody(`truongphong.${place}`),
    economicClerk: somebody(`vanthuphong.${place}`),
  })
  const province = {
    receptionist: somebody('tiepnhan.tinh'),
    supervisor: somebody('giamsat.tinh'),
    administrator: somebody('quantri.tinh'),
    secondAdministrator: somebody('quantri2.tinh'),
    operator: somebody('vanhanh.tinh'),
    insuranceOfficer: somebody('baohiem.tinh'),
    insuranceChief: somebody('giamdocbaohiem.tinh'),
    insuranceClerk: somebody('vanthubaohiem.tinh'),
    procedureOfficer: somebody('thutuc.tinh'),
    secondProcedureOfficer: somebody('thutuc2.tinh'),
  }
  return {
    somebody,
    a: office('kinhbac'),
    b: office('vuninh'),
    c: office('nhanam'),
    province,
    mai: somebody('tiepnhan.kinhbac'),
    /** Held the registrar's post of commune `a` until 30/09/2026. */
    formerRegistrar: somebody('hotichcu.kinhbac'),
    hong: somebody('hong'),
    minh: somebody('minh'),
    lan: somebody('lan'),
    thu: somebody('thu'),
    duc: somebody('duc'),
  }
}

function places(cast: Cast) {
  /** The unit with this official code; a centre is `09187-TT`, an old ward `09187-2025`. */
  const unit = (code: string): Id => named(cast.units.get(code), code)
  const { kinhBac, vuNinh, nhaNam } = staffedCommunes
  return { unit, units: { a: unit(kinhBac), b: unit(vuNinh), c: unit(nhaNam), province: unit(provinceCode) } }
}

function contexts(house: House, { actors }: Cast) {
  const nameless = (kind: 'public' | 'job'): Actor => ({ id: nobody, kind, system: 'state', posts: [], units: [] })
  return {
    /** A context in which somebody acts, with the posts held when the world began. */
    as: (who: Somebody, { now = worldNow, key }: When = {}): Ctx => contextFor(house, named(actors.get(who.key), who.key), now, key),
    /** The same, with posts and scope asked of the database at that instant: for substitutes, rotations, mergers. */
    asToday: async (who: Somebody, { now = worldNow, key }: When = {}): Promise<Ctx> =>
      contextFor(house, await freshActor(house, who, now), now, key),
    public: ({ now = worldNow, key }: When = {}): Ctx => contextFor(house, nameless('public'), now, key),
    job: ({ now = worldNow }: When = {}): Ctx => contextFor(house, nameless('job'), now),
    /** A real session, as a cookie's value. */
    sessionOf: async (who: Somebody, now: string = worldNow): Promise<{ token: string; session: Session }> => {
      const party = who.kind === 'citizen' ? { party: who.person } : {}
      return openSession(house, { account: who.account, ...party, kind: who.kind, device: 'test', now })
    },
  }
}

function coverRow(who: Somebody, post: Id, from: string, to: string): Statement {
  return {
    text: `insert into substitution (id, post_id, account_id, valid_from, valid_to, reason, recorded_by, recorded_at)
      values ($1, $2, $3, $4, $5, 'nghỉ phép', $3, $4)`,
    values: [newId(), post, who.account, from, to],
  }
}

export type World = Awaited<ReturnType<typeof world>>
