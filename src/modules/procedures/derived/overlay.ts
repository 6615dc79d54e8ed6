import type { Deadline } from '../deadline.ts'
import { fromStoredFee, type StoredFee } from '../fee.ts'
import type { Fee } from '../procedure.ts'
import type { Words } from '../words.ts'

/** On what ground the province sets something, for how long, and whether somebody still has to compare it with the gazette. Dates are ISO dates. */
export type Ground = {
  readonly basis: string
  readonly validFrom: string
  readonly validTo?: string
  readonly unverified?: true
}

/** All dossiers online from beginning to end, or part of it on paper or in person (NĐ 42/2022/NĐ-CP). */
export type Level = 'full' | 'part'

/** The time within which the office answers; `case` names a case of `cases` or one that the national row has, absent: every case. */
export type OverlayTime = Ground & { readonly case?: string; readonly within: Deadline }

/** What is to be paid, in place of the row's. None of its parts is guessed: what the council has not set is left out and asked of the clerk. */
export type OverlayFee = Ground & { readonly fee: Fee }

/** One paper as the province publishes it; `name` of a paper of the row sets that paper right, another name adds one. */
export type OverlayComponent = {
  readonly name: Words
  readonly form?: string
  readonly originals: number
  readonly copies: number
  readonly handling: 'handIn' | 'show'
  readonly note?: Words
}

/** A case with its papers. With any case given, the province's cases stand in place of those of the row. */
export type OverlayCase = Ground & { readonly id: string; readonly name: Words; readonly components: readonly OverlayComponent[] }

/** A result that the row lacks or writes wrongly; `code` of the national list when there is one. */
export type OverlayResult = Ground & { readonly code?: string; readonly name: Words }

/** Where it is handed in beside the one-stop centre of the competent commune. */
export type OverlayPlace = Ground & { readonly unit: string; readonly name: Words }

export type OverlayLevel = Ground & { readonly case?: string; readonly level: Level }

/** A text of the procedure in the province's own words. */
export type OverlayText = Ground & { readonly of: 'name' | 'purpose' | 'who' | 'intro' | 'note'; readonly text: Words }

/** What a province sets over a national row; everything that it leaves out is the row's. Stored as JSON, so money travels as digits there. */
export type Overlay = {
  readonly times: readonly OverlayTime[]
  readonly fees: readonly OverlayFee[]
  readonly cases: readonly OverlayCase[]
  readonly results: readonly OverlayResult[]
  readonly places: readonly OverlayPlace[]
  readonly levels: readonly OverlayLevel[]
  readonly texts: readonly OverlayText[]
}

export const noOverlay: Overlay = { times: [], fees: [], cases: [], results: [], places: [], levels: [], texts: [] }

/** What of an overlay counts on a day (ISO date). */
export function overlayOn(overlay: Overlay, day: string): Overlay {
  const counts = <T extends Ground>(all: readonly T[]) => all.filter((one) => one.validFrom <= day && day <= (one.validTo ?? day))
  return {
    times: counts(overlay.times),
    fees: counts(overlay.fees),
    cases: counts(overlay.cases),
    results: counts(overlay.results),
    places: counts(overlay.places),
    levels: counts(overlay.levels),
    texts: counts(overlay.texts),
  }
}

type StoredOverlay = Omit<Overlay, 'fees'> & { readonly fees: readonly (Ground & { readonly fee: StoredFee })[] }

/** An overlay out of its JSON text, where money travels as digits and a fee may still be without a code. */
export function overlayFrom(json: string): Overlay {
  const { fees, ...rest }: StoredOverlay = JSON.parse(json)
  const coded = (fee: StoredFee, index: number): StoredFee => ({ ...fee, id: fee.id ?? `local${index + 1}` })
  return { ...rest, fees: fees.map((one, index) => ({ ...one, fee: fromStoredFee(coded(one.fee, index)) })) }
}
