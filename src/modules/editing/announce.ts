import { stillSignedIn } from '#modules/identity'
import { calendarFor, reckon, shiftWorkingDays } from '#modules/rules'
import { type Ctx, entryFor, idAt, once, Refusal } from '#platform/act'
import { isDate, localDate } from '#platform/clock'
import { ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { relationTo } from './policy.ts'
import { exactlyOne } from './store.ts'

export type AnnouncementLevel = 'province' | 'ministry'

/** A legal text with the decision that announces its procedures, and the days by which each must be done. */
export type Announcement = {
  readonly id: Id
  readonly level: AnnouncementLevel
  readonly legalText: string
  readonly effectiveOn: string
  readonly codes: readonly string[]
  readonly decision: { readonly number: string; readonly on: string } | undefined
  readonly openedOn: string | undefined
  readonly decideBy: string
  /** Undefined while nothing is decided. */
  readonly openBy: string | undefined
  readonly late: 'decision' | 'opening' | undefined
  readonly unverified: boolean
}

type Row = {
  id: Id
  level: AnnouncementLevel
  legal_text: string
  effective_on: string
  codes: string[]
  number: string | null
  decided_on: string | null
  opened_on: string | null
}

type Term = {
  readonly level: AnnouncementLevel
  /** Working days before the text takes effect by which the decision must stand, and after the decision by which it must be opened. */
  readonly decideBefore: number
  readonly openWithin: number
  readonly validFrom: string
  readonly basis: string
  readonly unverified?: true
}

const indicators = { validFrom: '2022-06-23', basis: 'Quyết định 766/QĐ-TTg, chỉ tiêu 1.1 và 1.2', unverified: true } as const

/** Dated; of several of one level the newest that holds counts. */
const terms: readonly Term[] = [
  { level: 'ministry', decideBefore: 20, openWithin: 10, ...indicators },
  { level: 'province', decideBefore: 5, openWithin: 5, ...indicators },
]

function termOn(level: AnnouncementLevel, day: string): Term {
  const own = terms.filter((one) => one.level === level)
  const found = own.filter(({ validFrom }) => validFrom <= day).at(-1) ?? own[0]
  if (found === undefined) throw new Error(`no term for announcements of the ${level}`)
  return found
}

/** Every announcement, what is late first, then by the nearest day. */
export async function announcements(ctx: Ctx): Promise<Announcement[]> {
  const text = `select a.id, a.level, a.legal_text, a.effective_on::text, a.codes, d.number, d.decided_on::text, o.opened_on::text
    from announcement a left join announcement_decision d on d.announcement_id = a.id left join announcement_opening o on o.announcement_id = a.id
    order by a.effective_on desc, a.id limit 500`
  const [[answer], calendar] = await Promise.all([ask(ctx.pool, ctx.actor, [{ text, values: [] }]), calendarFor(ctx, undefined)])
  const today = localDate(ctx.now)
  const all = rowsOf<Row>(answer).map((row) =>
    reckon(() => announcementFrom(row, (from, days) => shiftWorkingDays(calendar, from, days), today)),
  )
  const rank = ({ late, openedOn }: Announcement) => (late !== undefined && openedOn === undefined ? 0 : openedOn === undefined ? 1 : 2)
  return all.sort((a, b) => rank(a) - rank(b) || (a.openBy ?? a.decideBy).localeCompare(b.openBy ?? b.decideBy))
}

/** On time is as the indicator counts it: the decision so many working days before the text takes effect, the opening so many after it. */
function announcementFrom(row: Row, shift: (from: string, days: number) => string, today: string): Announcement {
  const term = termOn(row.level, row.effective_on)
  const decideBy = shift(row.effective_on, -term.decideBefore)
  const openBy = row.decided_on === null ? undefined : shift(row.decided_on, term.openWithin)
  const isDecisionLate = (row.decided_on ?? today) > decideBy
  const isOpeningLate = openBy !== undefined && (row.opened_on ?? today) > openBy
  return {
    id: row.id,
    level: row.level,
    legalText: row.legal_text,
    effectiveOn: row.effective_on,
    codes: row.codes,
    decision: row.number === null || row.decided_on === null ? undefined : { number: row.number, on: row.decided_on },
    openedOn: row.opened_on ?? undefined,
    decideBy,
    openBy,
    late: isOpeningLate ? 'opening' : isDecisionLate ? 'decision' : undefined,
    unverified: term.unverified === true,
  }
}

export type Announced = { ok: true; id: Id } | { ok: false; problems: string[] }

export type NewAnnouncement = {
  readonly level: string
  readonly legalText: string
  readonly effectiveOn: string
  readonly codes: readonly string[]
}

/** Notes a legal text whose procedures must be announced. */
export function noteText(ctx: Ctx, { level, legalText, effectiveOn, codes }: NewAnnouncement): Promise<Announced> {
  const problems = [
    ...(level === 'province' || level === 'ministry' ? [] : ['level']),
    ...(legalText === '' ? ['legalText'] : []),
    ...(isDate(effectiveOn) ? [] : ['effectiveOn']),
    ...(codes.length > 0 && codes.length <= 200 && codes.every((one) => /^[\d.]{3,20}$/.test(one)) ? [] : ['codes']),
  ]
  const id = idAt(ctx.now)
  const row = {
    text: 'insert into announcement (id, level, legal_text, effective_on, codes, made_by, made_at) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [id, level, legalText, effectiveOn, `{${codes.join(',')}}`, ctx.actor.id, ctx.now],
  }
  return noted(ctx, id, problems, 'announcement.noted', row)
}

/** Notes the decision that announces them. */
export function noteDecision(ctx: Ctx, id: Id, given: { readonly number: string; readonly on: string }): Promise<Announced> {
  const problems = [...(given.number === '' ? ['number'] : []), ...(isPast(ctx, given.on) ? [] : ['decidedOn'])]
  const row = {
    text: 'insert into announcement_decision (announcement_id, number, decided_on, recorded_by, recorded_at) values ($1, $2, $3, $4, $5) on conflict do nothing',
    values: [id, given.number, given.on, ctx.actor.id, ctx.now],
  }
  return noted(ctx, id, problems, 'announcement.decided', row)
}

/** Notes the day on which they were opened to the public. */
export function noteOpening(ctx: Ctx, id: Id, on: string): Promise<Announced> {
  const row = {
    text: `insert into announcement_opening (announcement_id, opened_on, recorded_by, recorded_at)
           select announcement_id, $2, $3, $4 from announcement_decision where announcement_id = $1 on conflict do nothing`,
    values: [id, on, ctx.actor.id, ctx.now],
  }
  return noted(ctx, id, isPast(ctx, on) ? [] : ['openedOn'], 'announcement.opened', row)
}

/** What was done is noted, not what will be. */
const isPast = (ctx: Ctx, day: string): boolean => isDate(day) && day <= localDate(ctx.now)

function noted(ctx: Ctx, id: Id, problems: string[], act: string, row: Statement): Promise<Announced> {
  return once<Announced>(ctx, async () => {
    if (relationTo(ctx, []) === 'stranger') throw new Refusal(403, 'not-for-you')
    if (problems.length > 0) return { instead: { ok: false, problems } }
    if (act !== 'announcement.noted') {
      const known = (await announcements(ctx)).find((one) => one.id === id)
      if (known === undefined) throw new Refusal(404, 'no-such-page')
      const isDone =
        act === 'announcement.decided' ? known.decision !== undefined : known.openedOn !== undefined || known.decision === undefined
      if (isDone) return { instead: { ok: false, problems: ['noted'] } }
    }
    const entry = entryFor(ctx.keys, ctx.actor.id, act, id, ctx.now, {})
    return { as: ctx.actor, statements: [...stillSignedIn(ctx), exactlyOne(row, 'revision-changed'), entry], answer: { ok: true, id } }
  })
}
