import { stillSignedIn } from '#modules/identity'
import { type Difference, differencesBetween, type Part, versionsOf } from '#modules/national'
import type { NationalRow } from '#modules/procedures'
import { type Ctx, entryFor, once, Refusal } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import { relationTo } from './policy.ts'

type Answered = { version: number; part: string; answer: 'accept' | 'decline' }

/** How a national row stands here: as it was taken over so far, and what of its newest version nobody has answered. */
export type NationalStanding = { readonly row: NationalRow; readonly version: number; readonly open: readonly Difference[] }

/**
 * The row as the province took it over: its first whole version, and of every later one the parts that were accepted. What was declined, or
 * not answered yet, stays as it was. A version that has only the number of papers is no whole one: the list that brings them completes it and
 * asks nobody. Undefined where the catalogue never named it.
 */
export async function nationalStanding(ctx: Ctx, code: string): Promise<NationalStanding | undefined> {
  const [versions, [answer]] = await Promise.all([
    versionsOf(ctx, code),
    ask(ctx.pool, ctx.actor, [{ text: 'select version, part, answer from national_answer where code = $1', values: [code] }]),
  ])
  const answers = rowsOf<Answered>(answer)
  const ordered = versions.toSorted((a, b) => a.version - b.version)
  const whole = ordered.findIndex(({ row }) => row.listed)
  const [first, ...later] = ordered.slice(Math.max(0, whole))
  if (first === undefined) return undefined
  let [row, version]: [NationalRow, number] = [first.row, first.version]
  let open: readonly Difference[] = []
  // What was declined once is not asked again as long as the catalogue says the same.
  const declined = new Map<string, string>()
  for (const next of later) {
    const said = answers.filter((one) => one.version === next.version)
    const taken = new Set(said.filter((one) => one.answer === 'accept').map(({ part }) => part))
    const differences = differencesBetween(row, next.row)
    row = withParts(
      row,
      next.row,
      differences.filter(({ part }) => taken.has(part)).map(({ part }) => part),
    )
    for (const { part } of said.filter((one) => one.answer === 'decline')) declined.set(part, wordsOf(next.row, part))
    open = differences.filter(({ part }) => !taken.has(part) && declined.get(part) !== wordsOf(next.row, part))
    version = next.version
  }
  return { row, version, open }
}

const wordsOf = (row: NationalRow, part: string): string => JSON.stringify(Object.entries(row).find(([name]) => name === part)?.[1] ?? null)

/** The row with which a procedure of the national catalogue is put into service here. */
export const rowTakenOver = async (ctx: Ctx, code: string): Promise<NationalRow | undefined> => (await nationalStanding(ctx, code))?.row

/** A row with these parts as another version has them; papers come with their number. */
function withParts(row: NationalRow, from: NationalRow, taken: readonly Part[]): NationalRow {
  const parts = taken.map((part) => [part, from[part]] as const)
  const papers = taken.includes('components') ? { listed: from.listed, componentCount: from.componentCount } : {}
  return { ...row, ...Object.fromEntries(parts), ...papers }
}

export type PartAnswer = { readonly part: string; readonly answer: 'accept' | 'decline' }

/**
 * Answers the open parts of a national update, each by itself. A part of an older version than the newest is answered no more.
 * @throws Refusal 403 for whoever is no procedure officer, 404 for an unknown code
 */
export function answerUpdate(
  ctx: Ctx,
  code: string,
  version: number,
  given: readonly PartAnswer[],
  reason: string,
): Promise<{ ok: boolean }> {
  return once<{ ok: boolean }>(ctx, async () => {
    if (relationTo(ctx, []) === 'stranger') throw new Refusal(403, 'not-for-you')
    const standing = await nationalStanding(ctx, code)
    if (standing === undefined) throw new Refusal(404, 'no-such-procedure')
    const open = given.filter(({ part }) => standing.open.some((one) => one.part === part))
    const declines = open.some(({ answer }) => answer === 'decline')
    if (standing.version !== version || open.length === 0 || (declines && reason === '')) return { instead: { ok: false } }
    const rows = open.map(({ part, answer }) => ({
      text: 'insert into national_answer (code, version, part, answer, reason, by, at) values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing',
      values: [code, version, part, answer, reason, ctx.actor.id, ctx.now],
    }))
    const entry = entryFor(ctx.keys, ctx.actor.id, 'national.answer', null, ctx.now, {
      code,
      version,
      parts: open.map((one) => ({ ...one })),
    })
    return { as: ctx.actor, statements: [...stillSignedIn(ctx), ...rows, entry], answer: { ok: true } }
  })
}
