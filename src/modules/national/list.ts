import type { Ctx } from '#platform/act'
import type { LocalDate } from '#platform/clock'
import { ask, rowsOf, type Statement } from '#platform/db'
import { searchWords } from '#platform/text'
import { type Flag, isFlag } from './flag.ts'
import type { Target } from './routing.ts'

/** What a list of the catalogue asks for. `after`: the code after which it goes on. */
export type Wanted = {
  readonly words: string
  readonly target?: Target
  readonly flag?: Flag
  readonly field?: string
  readonly level?: string
  /** Those that no list names any more, instead of those of today. */
  readonly dropped?: boolean
  readonly after?: string
}

export type Line = {
  readonly code: string
  readonly name: string
  readonly ministry: string
  readonly field: string
  readonly target: Target
  readonly byHand: boolean
  readonly flags: readonly Flag[]
}

export type Found = {
  readonly lines: readonly Line[]
  readonly next: string | undefined
  readonly counts: Readonly<Record<Target, number>>
}

const perPage = 50

// A code by its beginning, or every word somewhere in the name; words are folded and hold nothing that `like` would read.
const fits = `(r.dropped_at is not null) = $2::boolean and ($3::text is null or $3 = any (r.flags)) and ($4::text is null or r.field = $4)
  and ($5::text is null or $5 = any (r.levels))
  and (r.code like $6::text or (select coalesce(bool_and(r.folded like w), true) from unnest($7::text[]) w))`

/** Lines of the catalogue on a day, by code, with how many there are of each target. */
export async function listCatalogue(ctx: Pick<Ctx, 'pool' | 'actor'>, on: LocalDate, wanted: Wanted): Promise<Found> {
  const { words, flag, field, level, dropped = false, target, after } = wanted
  const isCode = /^\d[\d.]*$/.test(words.trim())
  const folded = isCode ? [] : searchWords(words).slice(0, 12)
  // A pattern without a match, so that the words alone decide.
  const code = isCode ? `${words.trim()}%` : '-'
  const noWords = isCode ? ['-'] : folded.map((word) => `%${word}%`)
  const common: Statement['values'] = [on, dropped, flag ?? null, field ?? null, level ?? null, code, noWords]
  const [found, counted] = await ask(ctx.pool, ctx.actor, [
    {
      text: `select r.code, r.name, r.ministry, r.field, r.flags, n.target, n.choice is not null as by_hand
        from national_row r join national_routing($1) n using (code)
        where ${fits} and ($8::text is null or n.target = $8) and r.code > $9 order by r.code limit ${perPage + 1}`,
      values: [...common, target ?? null, after ?? ''],
    },
    {
      text: `select n.target, count(*)::int as rows from national_row r join national_routing($1) n using (code) where ${fits} group by 1`,
      values: common,
    },
  ])
  const lines = rowsOf<Omit<Line, 'byHand'> & { by_hand: boolean }>(found).map(({ by_hand, flags, ...line }) => ({
    ...line,
    flags: flags.filter(isFlag),
    byHand: by_hand,
  }))
  const counts = {
    ours: 0,
    'other-system': 0,
    undecided: 0,
    ...Object.fromEntries(rowsOf<{ target: Target; rows: number }>(counted).map((one) => [one.target, one.rows])),
  }
  const shown = lines.slice(0, perPage)
  return { lines: shown, next: lines.length > perPage ? shown.at(-1)?.code : undefined, counts }
}

/** The fields of the catalogue with how many procedures each has, by ministry. */
export async function fieldsOfCatalogue(ctx: Pick<Ctx, 'pool' | 'actor'>): Promise<{ ministry: string; field: string; rows: number }[]> {
  const text = 'select ministry, field, count(*)::int as rows from national_row where dropped_at is null group by 1, 2 order by 2, 1'
  const [found] = await ask(ctx.pool, ctx.actor, [{ text, values: [] }])
  return rowsOf<{ ministry: string; field: string; rows: number }>(found)
}
