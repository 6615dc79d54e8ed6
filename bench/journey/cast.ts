import { visitor } from '#test/visitor'
import { sessionCookie } from '#web'
import { mothers } from '../birth.ts'
import type { Install } from '../install.ts'
import { citizenNamed, officialNamed, type SignedIn, withForms } from '../sessions.ts'
import { allIds } from '../tables.ts'
import { keptIn, type Prepared, type Recorded } from './ceiling.ts'
import type { Client, Signed } from './clients.ts'
import type { OwnDoors } from './doors.ts'
import { prepareDraft } from './drafts.ts'
import { recordTrips } from './recording.ts'
import { type Role, replay, type Sent, walk } from './steps.ts'

/** Communes with officials, and the ends of their logins. */
const communes = [
  { code: '09187', place: 'kinhbac' },
  { code: '09169', place: 'vuninh' },
  { code: '07306', place: 'nhanam' },
] as const

/** A one-stop centre with its registrar, and the mothers who file there. */
export type Office = { unit: string; people: Record<'receptionist' | 'registrar', SignedIn>; mothers: { key: string; who: SignedIn }[] }

/** Everybody of the journey: clients take turns at the communes. */
export async function castOf(install: Install, clients: number): Promise<Office[]> {
  const offices = await Promise.all(
    communes.map(async ({ code, place }): Promise<Office> => {
      const { rows } = await install.admin.query<{ id: string }>('select id from unit where code = $1', [code])
      const people = {
        receptionist: await officialNamed(install, `tiepnhan.${place}`),
        registrar: await officialNamed(install, `hotich.${place}`),
      }
      return { unit: rows[0]?.id ?? '', people, mothers: [] }
    }),
  )
  for (const [place, mother] of mothers.slice(0, clients).entries())
    offices[place % offices.length]?.mothers.push({ key: mother.key, who: await citizenNamed(install, mother.key) })
  return offices
}

/** A commune's journey as the product wrote it, with the ids that were there before, the forms that were sent and a draft to be copied. */
export type Learnt = { sent: Sent[]; recorded: Recorded; before: ReadonlySet<string>; seed: Prepared }

/** Walks a commune's journey twice behind the doors: once to learn the forms, once to note what is written. */
export async function learn(install: Install, doors: OwnDoors, { unit, people, mothers: [mother] }: Office): Promise<Learnt> {
  if (mother === undefined) throw new Error('an office without a mother')
  const visits = (who: SignedIn) => visitor(doors.app, { [sessionCookie]: who.token }, 'vi')
  const visitors = { mother: visits(mother.who), receptionist: visits(people.receptionist), registrar: visits(people.registrar) }
  const prepare = () => prepareDraft(mother.who.ctx(), doors.vault, mother.key, { unit })
  const [seed, first, prepared] = [await prepare(), await prepare(), await prepare()]
  const sent = await walk(visitors, first.draft)
  const known = await allIds(install.admin)
  const recording = recordTrips(install.house.pool)
  const code = await replay(visitors, sent, prepared.draft)
  recording.stop()
  const { trips } = recording
  return { sent, recorded: { trips, code, prepared }, before: keptIn(trips, known), seed }
}

/** The clients with their cookies and tokens, a mother each; their drafts are prepared for each round. */
export async function clientsOf(
  install: Install,
  offices: readonly Office[],
): Promise<(Omit<Client, 'drafts'> & { office: number; mother: Office['mothers'][number] })[]> {
  const all = await Promise.all(
    offices.map(async ({ people, mothers: here }, office) => {
      const receptionist = await withForms(install, people.receptionist, '/can-bo/tai-khoan')
      const registrar = await withForms(install, people.registrar, '/can-bo/tai-khoan')
      return Promise.all(
        here.map(async (mother) => ({
          office,
          mother,
          people: { mother: await withForms(install, mother.who, '/tai-khoan'), receptionist, registrar } satisfies Record<Role, Signed>,
        })),
      )
    }),
  )
  return all.flat()
}
