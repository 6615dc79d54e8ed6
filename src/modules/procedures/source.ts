import type { Condition } from './condition.ts'
import type { Known } from './field.ts'

/** The signed-in person's own claims of VNeID. */
export function vneid<const I extends string>(item: I): { readonly from: 'vneid'; readonly item: I; readonly by: readonly [] }
export function vneid<const I extends string, const C extends Condition>(
  item: I,
  when: C,
): { readonly from: 'vneid'; readonly item: I; readonly by: readonly []; readonly when: C }
export function vneid(item: string, when?: Condition): Known {
  return { from: 'vneid', item, by: [], ...(when ? { when } : {}) }
}

/** The national population database, asked with everything that must match before it answers. */
export function population<const I extends string, const B extends readonly string[]>(item: I, by: B) {
  return { from: 'population', item, by } as const
}

/** The electronic civil-status database, about the marriage of the person signed in. */
export function ownMarriage<const I extends string, const N extends string>(item: I, ownId: N) {
  return { from: 'civilStatus', item, by: [ownId], own: true } as const
}

/** An e-paper out of the citizen's own wallet, with consent. */
export function wallet<const I extends string>(item: I) {
  return { from: 'wallet', item, by: [], consent: true } as const
}
