import type { NationalChannel, NationalFee, NationalRow } from '#modules/procedures'

/**
 * What is known to be dirty in the published rows. A flag says what to look at; nothing is put right by guessing. `doubt`: must not be used as
 * it stands. `heed`: may be right, and needs a person's eye.
 */
export const flagWeights = {
  noChannel: 'doubt',
  noComponent: 'doubt',
  noResult: 'doubt',
  casesAsChannels: 'doubt',
  timesDiffer: 'doubt',
  timeMissing: 'doubt',
  unitMissing: 'doubt',
  feeSuspect: 'doubt',
  feeInDollars: 'doubt',
  feeDated: 'doubt',
  severalTariffs: 'doubt',
  zeroByCouncil: 'doubt',
  zeroExplained: 'doubt',
  zeroSilent: 'heed',
  feeUnknown: 'heed',
  notesAsComponents: 'heed',
  copiesSuspect: 'doubt',
  abolishedPaper: 'heed',
  noLegal: 'heed',
} as const satisfies Record<string, 'doubt' | 'heed'>

export type Flag = keyof typeof flagWeights
export const flags = Object.keys(flagWeights) as readonly Flag[]

export const isFlag = (name: string): name is Flag => Object.hasOwn(flagWeights, name)

/** Every flag of a row, in the order of `flags`. */
export function flagsOf(row: NationalRow): Flag[] {
  const raised = new Set<Flag>([...wayFlags(row.channels), ...feeFlags(row.channels), ...paperFlags(row)])
  return flags.filter((flag) => raised.has(flag))
}

/** Editors type cases as further ways of one kind, or give every way the time of another case. */
function* wayFlags(ways: readonly NationalChannel[]): Generator<Flag> {
  if (ways.length === 0) yield 'noChannel'
  if (new Set(ways.map((way) => way.channel)).size < ways.length) yield 'casesAsChannels'
  if (new Set(ways.map(({ time, unit }) => `${time} ${unit}`)).size > 1) yield 'timesDiffer'
  if (ways.some((way) => way.time === null)) yield 'timeMissing'
  if (ways.some((way) => way.time !== null && way.unit === null)) yield 'unitMissing'
}

/** Nobody charges less: it was typed in thousands, or in another currency. */
const leastVnd = 1_000
const validity = /(?:^|[^\p{L}])(?:từ|đến)(?: hết)?(?: ngày)? ?\d{1,2} ?[/.-] ?\d{1,2}(?: ?[/.-] ?20\d\d)?/iu
const council = /hội đồng nhân dân|hđnd|(?:ubnd|ủy ban nhân dân|uỷ ban nhân dân)[^.;]{0,60}quy định/i
const sum = /\d{1,3}(?:[.,]\d{3})+(?!\d)|\d{4,}(?= ?(?:đ|vn))/giu
const free = /^(?:a|[-–. ]*(?:không(?: có| thu| quy định)?|miễn)(?: thu)?(?: phí| lệ phí| phí, lệ phí)*[-–. ]*)?$/i

function* feeFlags(ways: readonly NationalChannel[]): Generator<Flag> {
  const fees = ways.flatMap((way) => way.fees)
  if (ways.length > 0 && fees.length === 0) yield 'feeUnknown'
  for (const fee of fees) yield* flagsOfFee(fee)
  if (ways.some((way) => council.test(way.note ?? '') && way.fees.some(({ vnd }) => vnd === 0))) yield 'zeroByCouncil'
}

function* flagsOfFee({ vnd, usd, note = '', suspect }: NationalFee): Generator<Flag> {
  if (suspect === true || (vnd !== null && vnd > 0 && vnd < leastVnd)) yield 'feeSuspect'
  if (usd !== undefined) yield 'feeInDollars'
  if (vnd === null && usd === undefined) yield 'feeUnknown'
  if (validity.test(note)) yield 'feeDated'
  if (amountsIn(note, vnd).size > 1) yield 'severalTariffs'
  if (vnd !== 0) return
  if (council.test(note)) yield 'zeroByCouncil'
  else if (note.trim() === '') yield 'zeroSilent'
  else if (!free.test(note.trim())) yield 'zeroExplained'
}

/** The amounts that one cell speaks of: the number of the cell and those in its note. */
function amountsIn(note: string, vnd: number | null): Set<number> {
  const found = new Set([...note.matchAll(sum)].map(([text]) => Number(text.replace(/[.,]/g, ''))))
  if (vnd !== null && vnd > 0 && found.size > 0) found.add(vnd)
  return found
}

/** Year and number of a form run together (`Mẫu 2020` + `1`), or any other number that nobody brings. */
const mostCopies = 10
const abolished = /sổ hộ khẩu|sổ tạm trú|chứng minh nhân dân|\bcmnd\b/i

function* paperFlags(row: NationalRow): Generator<Flag> {
  const { components } = row
  if (row.componentCount === 0) yield 'noComponent'
  if (components.some(({ original, copy }) => original === 0 && copy === 0)) yield 'notesAsComponents'
  if (components.some(({ original, copy }) => original > mostCopies || copy > mostCopies)) yield 'copiesSuspect'
  if (components.some(({ name }) => abolished.test(name))) yield 'abolishedPaper'
  if (row.results.length === 0) yield 'noResult'
  if (row.legal.length === 0) yield 'noLegal'
}
