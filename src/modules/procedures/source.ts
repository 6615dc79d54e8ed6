import type { Condition } from './condition.ts'
import type { Known } from './field.ts'

/**
 * The items that sources are asked for, by our own names. Whoever speaks to a source turns its answer into these; a definition that asks for
 * another does not compile. `dead` is a yes or no, `nextMarriage` a number, `residence`, `hometown` and `marriage.commune` are places, `birthNote` is a stored file.
 */
export const sourceItems = {
  vneid: ['fullName', 'citizenId', 'bornOn', 'phone', 'email'],
  population: ['sex', 'ethnicity', 'nationality', 'residence', 'residenceKind', 'hometown', 'dead'],
  civilStatus: [
    'spouse.citizenId',
    'spouse.fullName',
    'spouse.bornOn',
    'marriage.on',
    'marriage.commune',
    'marriage.number',
    'status',
    'nextMarriage',
    'lastMarriage.on',
    'divorce.number',
    'divorce.on',
    'divorce.court',
    'spouseDeath.number',
    'spouseDeath.on',
    'spouseDeath.agency',
  ],
  health: [
    'deathNote',
    'deathNote.number',
    'deathNote.issuedOn',
    'deathNote.facility',
    'deathNote.diedOn',
    'deathNote.diedAt',
    'deathNote.hourKnown',
    'deathNote.circumstance',
  ],
  land: ['dwelling'],
  residence: ['kinship'],
  business: ['name', 'owner'],
  wallet: [
    'birthNote',
    'birthNote.number',
    'birthNote.bornOn',
    'birthNote.sex',
    'birthNote.facility',
    'birthNote.motherName',
    'birthNote.motherId',
  ],
} as const

type ItemOf<S extends keyof typeof sourceItems> = (typeof sourceItems)[S][number]
type ToldByVneid = { readonly from: 'vneid'; readonly item: ItemOf<'vneid'>; readonly by: readonly [] }

/** The signed-in person's own claims of VNeID. */
export function vneid(item: ItemOf<'vneid'>): ToldByVneid
export function vneid<const C extends Condition>(item: ItemOf<'vneid'>, when: C): ToldByVneid & { readonly when: C }
export function vneid(item: ItemOf<'vneid'>, when?: Condition): Known {
  return { from: 'vneid', item, by: [], ...(when ? { when } : {}) }
}

/** The national population database, asked with everything that must match before it answers. */
export function population<const B extends readonly string[]>(item: ItemOf<'population'>, by: B) {
  return { from: 'population', item, by } as const
}

/** The electronic civil-status database, about the marriage of the person signed in. */
export function ownMarriage<const N extends string>(item: ItemOf<'civilStatus'>, ownId: N) {
  return { from: 'civilStatus', item, by: [ownId], own: true } as const
}

/** The same database, about the marital history of the person signed in. */
export function ownStatus<const N extends string>(item: ItemOf<'civilStatus'>, ownId: N) {
  return { from: 'civilStatus', item, by: [ownId], own: true } as const
}

/** About the marital history of somebody else, who must be named by number, name and birth date; only to be compared, never to be shown. */
export function statusOf<const B extends readonly string[], const C extends Condition>(item: ItemOf<'civilStatus'>, by: B, when: C) {
  return { from: 'civilStatus', item, by, when } as const
}

/** The health data service, asked with everything that must match before it answers. */
export function health<const B extends readonly string[]>(item: ItemOf<'health'>, by: B) {
  return { from: 'health', item, by } as const
}

/** The land database: whether the person signed in owns the dwelling at an address. */
export function land<const B extends readonly string[]>(item: ItemOf<'land'>, by: B) {
  return { from: 'land', item, by, aside: true } as const
}

/** The residence database: how the person signed in is related to somebody who is named by number and name. */
export function residence<const B extends readonly string[]>(item: ItemOf<'residence'>, by: B) {
  return { from: 'residence', item, by, aside: true } as const
}

/** The register of household businesses: names in a commune, and what the person signed in has already. */
export function business<const B extends readonly string[]>(item: ItemOf<'business'>, by: B) {
  return { from: 'business', item, by, aside: true } as const
}

/** An e-paper out of the citizen's own wallet, with consent. */
export function wallet(item: ItemOf<'wallet'>) {
  return { from: 'wallet', item, by: [], consent: true } as const
}
