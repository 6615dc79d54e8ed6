import type { Words } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { find, type Hit } from './find.ts'
import { type Entry, type SearchIndex, searchIndexOf } from './search-index.ts'
import { type Asking, type Published, type Routed, readPublished, readRouted, readStamp } from './store.ts'

/**
 * What people can find. `online`: filed here · `counter`: ours, done at a counter by its nature or until its form is published ·
 * `elsewhere`: another system's.
 */
export type Found = {
  readonly code: string
  readonly name: Words
  readonly purpose?: Words
  readonly area: string
  readonly levels: readonly string[]
  readonly where: 'online' | 'counter' | 'elsewhere'
  /** Whose it is, where it is not ours. */
  readonly system?: Words
}

/** Everything that can be found today, with the index over it. */
export type Catalogue = { readonly all: readonly Found[]; readonly byCode: ReadonlyMap<string, Found>; readonly index: SearchIndex }

type Kept = { stamp: string; askedAt: number; made: Promise<Catalogue> }
const kept = new WeakMap<object, Kept>()

// A newly published procedure is found within this time.
const lookEveryMs = 5_000

/** The catalogue of today, kept in the process and made anew when something in it has changed. */
export async function catalogueToday(ctx: Pick<Ctx, 'pool' | 'actor' | 'now'>): Promise<Catalogue> {
  const day = localDate(ctx.now)
  const known = kept.get(ctx.pool)
  if (known !== undefined && performance.now() - known.askedAt < lookEveryMs && known.stamp.startsWith(day)) return known.made
  const stamp = await readStamp(ctx, day)
  const before = kept.get(ctx.pool)
  if (before?.stamp === stamp) {
    before.askedAt = performance.now()
    return before.made
  }
  const made = makeCatalogue(ctx, day)
  kept.set(ctx.pool, { stamp, askedAt: performance.now(), made })
  // What failed is not kept: the next one asks again.
  made.catch(() => kept.delete(ctx.pool))
  return made
}

async function makeCatalogue(ctx: Asking, day: string): Promise<Catalogue> {
  const [ours, rows] = await Promise.all([readPublished(ctx, day), readRouted(ctx, day)])
  return catalogueOf(ours, rows)
}

/** The catalogue out of what is published here and what the national one says. A published procedure stands for its row. */
export function catalogueOf(ours: readonly Published[], rows: readonly Routed[]): Catalogue {
  const own = new Map(ours.map((one) => [one.code, one]))
  const rowOf = new Map(rows.map((one) => [one.code, one]))
  const all = [
    ...ours.map((one): Found => {
      const { code, name, purpose, area } = one
      return { code, name, purpose, area, levels: rowOf.get(code)?.levels ?? ['commune'], where: one.online ? 'online' : 'counter' }
    }),
    ...rows.filter(({ code }) => !own.has(code)).map(foundOf),
  ]
  const entries = all.map((one): Entry => {
    const procedure = own.get(one.code)
    const row = rowOf.get(one.code)
    return {
      code: one.code,
      names: [...new Set([one.name.vi, ...(row ? [row.name] : []), ...(procedure ? [procedure.name.en] : [])])],
      alsoCalled: procedure?.alsoCalled ?? [],
      area: one.area,
      nearby: one.levels.includes('commune'),
    }
  })
  return { all, byCode: new Map(all.map((one) => [one.code, one])), index: searchIndexOf(entries) }
}

function foundOf({ code, name, field, levels, target, system }: Routed): Found {
  const bare = name.replace(/\s+/g, ' ').trim()
  return {
    code,
    // The national catalogue has no English: the Vietnamese name stands in both.
    name: { vi: bare, en: bare },
    area: field,
    levels,
    where: target === 'ours' ? 'counter' : 'elsewhere',
    ...(system ? { system } : {}),
  }
}

/** Procedures that somebody's words point to, best first. */
export async function search(ctx: Pick<Ctx, 'pool' | 'actor' | 'now'>, asked: string, most?: number): Promise<Found[]> {
  const { index, byCode } = await catalogueToday(ctx)
  return find(index, asked, most).flatMap(({ code }: Hit) => byCode.get(code) ?? [])
}
