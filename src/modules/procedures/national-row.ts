import type { Words } from './words.ts'

/** Who decides, as the national catalogue groups it. */
export const nationalLevels = { bo: 'ministry', tinh: 'province', xa: 'commune', khac: 'other' } as const
export type NationalLevel = (typeof nationalLevels)[keyof typeof nationalLevels]

/** Units of time by the words of the national catalogue. */
export const nationalUnits = {
  'ngày làm việc': 'workingDays',
  ngày: 'days',
  'giờ làm việc': 'workingHours',
  giờ: 'hours',
  tháng: 'months',
  năm: 'years',
} as const
export type NationalUnit = (typeof nationalUnits)[keyof typeof nationalUnits]

export const nationalChannels = { online: 'online', direct: 'direct', postal: 'postal' } as const
export type NationalWay = keyof typeof nationalChannels

/** One typed-in amount. `vnd` is null where the portal gives only dollars. `suspect`: typed in thousands or in another currency. */
export type NationalFee = { readonly vnd: number | null; readonly usd?: number; readonly note?: string; readonly suspect?: true }

/** A way of filing as published. Several of one kind are usually cases typed as ways; nothing is guessed from them. */
export type NationalChannel = {
  readonly channel: NationalWay
  /** Null: the portal gives none. */
  readonly time: number | null
  readonly unit: NationalUnit | null
  readonly fees: readonly NationalFee[]
  readonly note?: string
}

/** A paper as published, under its group (a case). 0 originals and 0 copies: a note, not a paper. */
export type NationalComponent = {
  readonly group: string
  readonly name: string
  readonly form?: string
  readonly original: number
  readonly copy: number
}

/**
 * A procedure as the national catalogue publishes it, cleaned of nothing but invisible letters: what is dirty in it is flagged elsewhere.
 * A row of the index has only the number of components: then `listed` is false and `components` empty.
 */
export type NationalRow = {
  readonly code: string
  readonly name: string
  readonly ministry: string
  readonly field: string
  readonly levels: readonly NationalLevel[]
  readonly decision: string
  readonly kind: string | null
  readonly subjects: readonly string[]
  readonly channels: readonly NationalChannel[]
  readonly listed: boolean
  readonly componentCount: number
  readonly components: readonly NationalComponent[]
  readonly results: readonly { readonly name: string; readonly code?: string }[]
  readonly legal: readonly string[]
  /** Papers that data of other systems replaces, as published, with the names of those systems. */
  readonly replacedByData: readonly { readonly paper: string; readonly databases: readonly string[] }[]
  readonly agencies?: string
  readonly conditions?: string
  readonly steps?: string
  readonly url?: string
}

/** What is wrong with a row that somebody brought, and where: `channels.2.time`. */
export type NationalRowProblem = { readonly at: string; readonly says: Words }
