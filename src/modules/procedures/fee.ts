import type { Condition } from './condition.ts'
import type { Words } from './words.ts'

/** What one count of a fee stands for. */
export const feeUnits = {
  dossier: { vi: 'hồ sơ', en: 'dossier', enMany: 'dossiers' },
  copy: { vi: 'bản', en: 'copy', enMany: 'copies' },
  page: { vi: 'trang', en: 'page', enMany: 'pages' },
  person: { vi: 'người', en: 'person', enMany: 'people' },
} as const
export type FeeUnit = keyof typeof feeUnits

/** Through which door the dossier came; some amounts are lower for what is filed online. */
export type FeeChannel = 'online' | 'counter' | 'post'

/** From the `from`-th unit on, one costs `dong`. */
export type FeeTier = { readonly from: number; readonly dong: bigint }

/** Who pays nothing, and why: the reason is printed where the amount would stand. */
export type Exemption<C = Condition> = {
  readonly id: string
  readonly who: Words
  readonly when: C
  readonly basis: string
  readonly unverified?: true
}

/**
 * Money for the State: an amount for each unit, under the law or the resolution that set it, for as long as that lasts. Several amounts for
 * one thing (by channel, by case, before and after a date) are several fees. `setBy: 'provincialCouncil'`: the amount is the province's to fix.
 */
export type Fee<N extends string = string, C = Condition> = {
  readonly id: string
  readonly name: Words
  /** Đồng for one unit; null where the amount is not known here: the clerk tells it. */
  readonly dong: bigint | null
  /** A dossier where nothing is said. */
  readonly unit?: FeeUnit
  /** The answer that says how many units. */
  readonly per?: N
  /** Cheaper or dearer from a certain unit on, in rising order. */
  readonly tiers?: readonly FeeTier[]
  /** Never more than this, for each of `times`. */
  readonly most?: bigint
  /** The answer by which all that is multiplied: so many pages, for so many copies. */
  readonly times?: N
  readonly when?: C
  /** Only for what comes through these doors; through any where nothing is said. */
  readonly channels?: readonly FeeChannel[]
  readonly exempt?: readonly Exemption<C>[]
  /** Days, the first and the last on which this amount holds. */
  readonly validFrom?: string
  readonly validTo?: string
  readonly setBy: 'law' | 'provincialCouncil'
  readonly basis: string
  readonly unverified?: true
}

/** A fee as JSON, where money travels as digits. */
export type StoredFee = Omit<Fee, 'dong' | 'tiers' | 'most'> & {
  readonly dong: string | null
  readonly tiers?: readonly { readonly from: number; readonly dong: string }[]
  readonly most?: string
}

export function toStoredFee({ dong, tiers, most, ...rest }: Fee): StoredFee {
  return {
    ...rest,
    dong: dong === null ? null : String(dong),
    ...(tiers ? { tiers: tiers.map((tier) => ({ from: tier.from, dong: String(tier.dong) })) } : {}),
    ...(most === undefined ? {} : { most: String(most) }),
  }
}

export function fromStoredFee({ dong, tiers, most, ...rest }: StoredFee): Fee {
  return {
    ...rest,
    dong: dong === null ? null : BigInt(dong),
    ...(tiers ? { tiers: tiers.map((tier) => ({ from: tier.from, dong: BigInt(tier.dong) })) } : {}),
    ...(most === undefined ? {} : { most: BigInt(most) }),
  }
}
