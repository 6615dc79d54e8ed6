import { generateKeyPairSync } from 'node:crypto'
import type { TestContext } from 'node:test'
import { forgetActor, type Role, signingKeyRow } from '#modules/directory'
import { addMinutes } from '#platform/clock'
import { type Id, newId } from '#platform/id'
import { type WebWorld, webWorld } from '../web-world.ts'
import type { Office, Somebody } from '../world.ts'

/** The columns of policy.txt: who knocks, and how he stands to what lies behind the door. */
export const columns = [
  'public',
  'applicant',
  'citizen',
  'receptionist',
  'registrar',
  'chair',
  'clerk',
  'supervisor',
  'elsewhere',
  'predecessor',
  'substitute',
  'former',
  'province',
  'administrator',
  'operator',
  'procedures',
] as const

export type Column = (typeof columns)[number]
/** Desks of the committee and its one-stop centre; offices of their own are asked by the tests of their procedures. */
export type Desk = Extract<keyof Office, Role>

export type PolicyWorld = WebWorld & { predecessor: Id }

const officials = ['receptionist', 'registrar', 'chair', 'clerk', 'supervisor'] as const satisfies readonly Desk[]
const day = 24 * 60

/**
 * A web world in which every official of commune `a` is covered today by his colleague of commune `c`, and somebody held all their posts
 * until the end of September. What lay with an old ward lies with commune `a` since its merger.
 */
export async function policyWorld(t: Pick<TestContext, 'after'>): Promise<PolicyWorld> {
  const w = await webWorld(t)
  for (const desk of officials) {
    const post = await postOf(w, desk)
    await w.cover(w.c[desk], post, addMinutes(w.now, -day), addMinutes(w.now, day))
    await heldOnce(w, post)
    // What the process remembers of somebody's posts is younger than his cover.
    forgetActor(w.house, w.c[desk].account)
  }
  await giveKey(w, w.c.chair, await postOf(w, 'chair'))
  const row = await w.db
    .selectFrom('unit_succession')
    .where('successor_id', '=', w.units.a)
    .select('predecessor_id')
    .executeTakeFirstOrThrow()
  const redirectUri = `${w.url}/dang-nhap/vneid`
  w.sandbox.allowReturnTo([redirectUri])
  w.services.vneid = { ...w.services.vneid, redirectUri }
  w.services.sources = { ...w.sources, wallet: { url: w.sandbox.urls.wallet, trustedKeys: w.sandbox.birthNoteKeys } }
  return Object.assign(w, { predecessor: row.predecessor_id })
}

/** The post of a role in commune `a` or in its one-stop centre. */
export async function postOf(w: WebWorld, role: Desk): Promise<Id> {
  const found = await w.db
    .selectFrom('post')
    .innerJoin('unit', 'unit.id', 'post.unit_id')
    .where('post.role', '=', role satisfies Role)
    .where((is) => is.or([is('unit.id', '=', w.units.a), is('unit.parent_id', '=', w.units.a)]))
    .where('unit.level', '<>', 'department')
    .where('post.valid_to', 'is', null)
    .select('post.id')
    .executeTakeFirstOrThrow()
  return found.id
}

async function heldOnce(w: WebWorld, post: Id): Promise<void> {
  await w.owner.trip([
    {
      text: `insert into post_holding (id, post_id, account_id, valid_from, valid_to) values ($1, $2, $3, '2025-07-01T00:00:00Z', '2026-09-30T17:00:00Z')`,
      values: [newId(), post, w.formerRegistrar.account],
    },
  ])
}

/** Who covers a post signs with a key of his own on that post. */
async function giveKey(w: WebWorld, who: Somebody, post: Id): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const span = { notBefore: addMinutes(w.now, -day), notAfter: addMinutes(w.now, 365 * day) }
  const subject = {
    commonName: who.name,
    title: 'Phó Chủ tịch Ủy ban nhân dân',
    organization: 'Ủy ban nhân dân phường Kinh Bắc',
    country: 'VN',
  }
  const publicKeyPem = publicKey.export({ format: 'pem', type: 'spki' }).toString()
  const issued = w.sandbox.pki.issue({ kind: 'person', subject, publicKeyPem, ...span })
  const key = {
    kind: 'person',
    unit: w.units.a,
    post,
    account: who.account,
    provider: 'software',
    certificate: issued.certificatePem,
    chain: issued.chainPem,
    pkcs8: privateKey.export({ format: 'pem', type: 'pkcs8' }).toString(),
    validFrom: span.notBefore,
    validTo: span.notAfter,
  } as const
  await w.owner.trip([signingKeyRow(w.keys, key, w.now)])
}

/** Who stands in a column; undefined for the public. `desk` is whose work it is where a column needs a role. */
export function whoIn(w: PolicyWorld, column: Column, desk: Desk): Somebody | undefined {
  const people: Record<Column, Somebody | undefined> = {
    public: undefined,
    applicant: w.hong,
    citizen: w.lan,
    ...w.a,
    elsewhere: w.b[desk],
    predecessor: w.a[desk],
    substitute: w.c[desk],
    former: w.formerRegistrar,
    province: w.province.supervisor,
    administrator: w.province.administrator,
    operator: w.province.operator,
    procedures: w.province.procedureOfficer,
  }
  return people[column]
}
