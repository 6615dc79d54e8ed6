import type { NationalRow, NationalRowProblem } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { fold } from '#platform/text'
import { type Difference, type Doubt, differencesBetween, doubtsAbout } from './difference.ts'
import { type Flag, flagsOf } from './flag.ts'
import { ListProblem } from './list-problem.ts'
import { rowHash } from './row-hash.ts'
import { merged, type Read, type Said } from './said.ts'
import { findRows, type Known, knownCodes, type StoredRow } from './store.ts'

/** A list may have so many entries. */
export const mostRows = 20_000
const atOnce = 250

/** What one row of a list would do to the catalogue. */
export type Entry = {
  readonly kind: 'new' | 'changed' | 'same'
  readonly code: string
  readonly row: NationalRow
  readonly hash: string
  readonly version: number
  readonly flags: readonly Flag[]
  /** Flags that the row had not before. */
  readonly raised: readonly Flag[]
  readonly differences: readonly Difference[]
  readonly doubts: readonly Doubt[]
  readonly sources: readonly string[]
  /** Whether anything must be written: for one that says the same, that another list names it, or that a flag is read differently now. */
  readonly writes: boolean
}

export type Refused = { readonly place: number; readonly code?: string; readonly problems: readonly NationalRowProblem[] }
export type Dropped = { readonly code: string; readonly name: string }
export type Counts = { new: number; changed: number; same: number; dropped: number; refused: number; suspicious: number }

/** A list laid beside the catalogue; nothing is stored by it. */
export type Comparison = {
  readonly source: string
  readonly entries: readonly Entry[]
  readonly dropped: readonly Dropped[]
  readonly refused: readonly Refused[]
  readonly counts: Counts
  /** How many imports there were when the catalogue was read. */
  readonly imports: number
}

/**
 * Lays a list beside the catalogue: what is new, changed, gone, and what of it looks wrong.
 * @throws ListProblem for a list without entries, or with too many
 */
export async function compare(ctx: Ctx, source: string, list: AsyncIterable<Read> | Iterable<Read>): Promise<Comparison> {
  const known = await knownCodes(ctx)
  const state = { entries: new Map<string, Entry>(), refused: [] as Refused[], seen: new Set<string>() }
  let waiting: Said[] = []
  let count = 0
  for await (const read of list) {
    count += 1
    if (count > mostRows) throw new ListProblem('too-many-rows', { most: mostRows })
    if ('problems' in read) state.refused.push(read)
    else waiting.push(read)
    const code = 'problems' in read ? read.code : read.row.code
    if (code !== undefined) state.seen.add(code)
    if (waiting.length < atOnce) continue
    await settle(ctx, source, known, state.entries, waiting)
    waiting = []
  }
  await settle(ctx, source, known, state.entries, waiting)
  if (count === 0) throw new ListProblem('empty-list')
  const entries = [...state.entries.values()]
  const dropped = [...known.codes].filter(([code, { sources }]) => sources.includes(source) && !state.seen.has(code))
  const told = { entries, refused: state.refused, dropped: dropped.map(([code, { name }]) => ({ code, name })) }
  return { source, ...told, counts: countsOf(told), imports: known.imports }
}

function countsOf({ entries, dropped, refused }: Pick<Comparison, 'entries' | 'dropped' | 'refused'>): Counts {
  const of = (kind: Entry['kind']) => entries.filter((entry) => entry.kind === kind).length
  return {
    new: of('new'),
    changed: of('changed'),
    same: of('same'),
    dropped: dropped.length,
    refused: refused.length,
    suspicious: entries.filter(isSuspicious).length,
  }
}

/** A row that somebody should look at before it is believed. */
export function isSuspicious({ kind, doubts, raised }: Entry): boolean {
  return doubts.length > 0 || (kind !== 'same' && raised.some((flag) => mistyped.has(flag)))
}

// What cannot be right as it is typed; the other doubts are the portal's habit and stand on every third row.
const mistyped: ReadonlySet<Flag> = new Set<Flag>(['feeSuspect', 'feeInDollars', 'copiesSuspect'])

async function settle(ctx: Ctx, source: string, known: Known, entries: Map<string, Entry>, said: readonly Said[]): Promise<void> {
  const fresh = said.filter(({ row }) => !entries.has(row.code))
  const stored = new Map((await findRows(ctx, [...new Set(fresh.map(({ row }) => row.code))])).map((one) => [one.code, one]))
  for (const one of said) {
    const { code } = one.row
    const earlier = entries.get(code)
    if (earlier === undefined) entries.set(code, entryOf(source, known, stored.get(code), one))
    // The same code twice in one list: the first stands, and the row is shown as suspicious where the two differ.
    else if (!rowHash(merged(earlier.row, one)).equals(Buffer.from(earlier.hash, 'hex'))) entries.set(code, doubted(earlier))
  }
}

const doubted = (entry: Entry): Entry => ({ ...entry, doubts: [...new Set([...entry.doubts, 'twice' as const])] })

function entryOf(source: string, known: Known, stored: StoredRow | undefined, said: Said): Entry {
  const row = merged(stored?.row, said)
  const hash = rowHash(row).toString('hex')
  const flags = flagsOf(row)
  const sources = [...new Set([...(stored?.sources ?? []), source])].sort()
  const common = { code: row.code, row, hash, flags, sources }
  if (stored === undefined) {
    const twin = (known.twins.get(fold(row.name)) ?? []).some((code) => code !== row.code)
    return { kind: 'new', ...common, version: 1, raised: flags, differences: [], doubts: twin ? ['twin'] : [], writes: true }
  }
  const raised = flags.filter((flag) => !stored.flags.includes(flag))
  const isBack = stored.droppedAt !== null
  const told = numberDoubts(stored, said)
  if (hash === stored.hash && !isBack) {
    const writes = sources.length !== stored.sources.length || flags.join() !== stored.flags.join()
    return { kind: 'same', ...common, version: stored.version, raised, differences: [], doubts: told, writes }
  }
  const doubts: Doubt[] = [...doubtsAbout(stored.row, row), ...told, ...(isBack ? (['back'] as const) : [])]
  const differences = differencesBetween(stored.row, row)
  const version = hash === stored.hash ? stored.version : stored.version + 1
  return { kind: 'changed', ...common, version, raised, differences, doubts, writes: true }
}

/** An index tells only how many papers there are: where the number is another than that of the papers known, one of the two is old. */
function numberDoubts({ row }: StoredRow, said: Said): Doubt[] {
  const differs = row.listed && !said.row.listed && said.row.componentCount > 0 && said.row.componentCount !== row.componentCount
  return differs ? ['numberDiffers'] : []
}
