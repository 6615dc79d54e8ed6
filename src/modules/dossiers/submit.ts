import { createHash } from 'node:crypto'
import { counterRoles } from '#modules/directory'
import { forgetUploads } from '#modules/papers'
import { type Answers, type Procedure, type Provenance, problemsIn, settle } from '#modules/procedures'
import { calendarFor } from '#modules/rules'
import { act, type Ctx, idAt, type Json, later, type Plan, Refusal } from '#platform/act'
import { rowsOf, type Statement } from '#platform/db'
import { type Id, newId, newRandomKey } from '#platform/id'
import type { Channel } from './case.ts'
import { attach, type Brought } from './files.ts'
import { tellApplicant } from './tell.ts'
import { dueOf } from './term.ts'
import { wordKeys } from './words.ts'

/** What a citizen, or a clerk for him, hands in. */
export type Filing = {
  procedure: Procedure
  answers: Answers
  provenance: Provenance
  channel: Channel
  /** The competent unit, and the one that takes it in. */
  unit: Id
  receivingUnit: Id
  /** Three roles: whose matter it is, who hands it in, who helped. */
  applicant: Id
  submitter: Id
  helper?: Id
  /** Verified files by field. */
  files: readonly Brought[]
  /** The draft it grew from: gone with the submission. */
  draft?: Id
  /** Components that were seen at the counter and given back. */
  shown?: readonly string[]
  /** Known to the applicant alone, for tracking without sign-in: birth date and full number. */
  trackBy: { bornOn: string; number: string }
  /** Words under which the office finds it. */
  words: readonly string[]
  /** Rows that are stored with it or not at all. */
  alongside?: (opened: { id: Id; act: Id; system: string }) => readonly Statement[]
}

export type Submitted = { ok: true; code: string; id: Id; trackKey: string } | { ok: false; problems: Json }

const unitQuestion = `select u.system, p.id as post_id from unit u left join lateral (select p.id from post p join unit c on c.id = p.unit_id
  where (c.id = u.id or (c.parent_id = u.id and c.level = 'centre')) and p.role = $2 and p.valid_to is null order by p.id limit 1) p on true where u.id = $1`

/** Takes a citizen's answers and puts the dossier on the first desk. */
export function submit(ctx: Ctx, filing: Filing): Promise<Submitted> {
  const { procedure } = filing
  const first = procedure.steps[procedure.begins]
  if (first === undefined) throw new Error(`${procedure.code} begins nowhere`)
  return act<Submitted>(ctx, [{ text: unitQuestion, values: [filing.unit, first.by] }], async (answers): Promise<Plan<Submitted>> => {
    if (!mayFile(ctx, filing)) throw new Refusal(403, 'not-for-you')
    // A part of a life event has no way in of its own: the program opens it.
    if (ctx.actor.kind !== 'job' && procedure.channels?.includes(filing.channel) === false)
      throw new Refusal(409, filing.channel === 'online' ? 'not-online' : 'not-at-counter')
    const settled = settle(procedure, { ...filing.answers, channel: filing.channel }, ctx.now)
    const problems = problemsIn(procedure, settled, { now: ctx.now })
    if (problems.length > 0) return { instead: { ok: false, problems: problems.map((one) => ({ ...one })) } }
    const [unit] = rowsOf<{ system: string; post_id: Id | null }>(answers[0])
    if (unit === undefined) throw new Refusal(422, 'no-such-unit')
    if (unit.post_id === null) throw new Refusal(409, 'no-post-for-step', { role: first.by })
    return plan(ctx, filing, settled, { system: unit.system, post: unit.post_id })
  })
}

/** Who hands it in himself; the receptionist of the counter at which it is handed in; or the program, for a part of what was handed in before. */
function mayFile({ actor }: Ctx, { submitter, receivingUnit, channel }: Filing): boolean {
  if (actor.kind === 'job') return channel === 'online'
  if (actor.kind === 'citizen') return actor.party === submitter
  const isAtCounter = actor.kind === 'staff' && actor.roles?.some((role) => counterRoles.includes(role)) === true
  return isAtCounter && actor.counter === receivingUnit && channel === 'counter'
}

async function plan(ctx: Ctx, filing: Filing, answers: Answers, desk: { system: string; post: Id }): Promise<Plan<Submitted>> {
  const { procedure } = filing
  const id = newId(Date.parse(ctx.now))
  const actId = idAt(ctx.now)
  const code = await drawCode(ctx, filing.unit)
  const trackKey = newRandomKey()
  const within = procedure.steps[procedure.begins]?.within
  const due = within === undefined ? null : dueOf(await calendarFor(ctx, filing.unit), within, ctx.now, [])
  const found = { id, code, applicant: filing.applicant, system: desk.system, unit: filing.unit, procedure }
  return {
    act: {
      name: 'submit',
      item: id,
      system: desk.system,
      unit: filing.unit,
      step: procedure.begins,
      ...(ctx.actor.counter === undefined || ctx.actor.posts[0] === undefined ? {} : { post: ctx.actor.posts[0] }),
      params: {
        procedure: procedure.code,
        channel: filing.channel,
        ...(ctx.actor.counter === undefined ? {} : { counter: ctx.actor.counter }),
        files: filing.files.length,
        desk: desk.post,
        deskDueAt: due ?? 'infinity',
      },
    },
    id: actId,
    before: [...(filing.draft === undefined ? [] : leavingDraft(filing.draft)), workItem(ctx, filing, id, code, desk.system)],
    after: [
      dossierRow(ctx, filing, answers, id, code, desk.system, trackKey),
      state(filing, id, desk.system),
      deskRow(ctx, procedure.begins, id, desk, filing.unit, due, actId),
      ...attach(ctx, filing.files, found, actId),
      searchEntry(ctx, filing, id, code, desk.system),
      ...intake(ctx, filing, id, code, desk.system),
      ...tellApplicant(ctx, found, 'submitted', {}),
      ...(filing.alongside?.({ id, act: actId, system: desk.system }) ?? []),
      later('prepare-receipt', { item: id, unit: filing.unit, system: desk.system }),
    ],
    answer: { ok: true, code, id, trackKey },
  }
}

function workItem(ctx: Ctx, filing: Filing, id: Id, code: string, system: string): Statement {
  return {
    text: `insert into work_item (id, kind, code, system, unit_id, applicant_id, submitter_id, helper_id, procedure_code, revision, opened_at)
           values ($1, 'dossier', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      id,
      code,
      system,
      filing.unit,
      filing.applicant,
      filing.submitter,
      filing.helper ?? null,
      filing.procedure.code,
      filing.procedure.revision,
      ctx.now,
    ],
  }
}

function dossierRow(ctx: Ctx, filing: Filing, answers: Answers, id: Id, code: string, system: string, trackKey: string): Statement {
  return {
    text: `insert into dossier (work_item_id, procedure_code, revision, channel, receiving_unit_id, system, unit_id, answers, track_hash, track_number_key, track_key, submitted_at, draft_id)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    values: [
      id,
      filing.procedure.code,
      filing.procedure.revision,
      filing.channel,
      filing.receivingUnit,
      system,
      filing.unit,
      ctx.keys.sealJson({ answers, provenance: filing.provenance, ...(filing.shown && { shown: filing.shown }) }, 'dossier.answers'),
      trackHash(trackKey),
      trackNumberKey(ctx, code, filing.trackBy),
      ctx.keys.seal(trackKey, 'dossier.track_key'),
      ctx.now,
      filing.draft ?? null,
    ],
  }
}

/** What opens the case to the counter that took it in, wherever it lies. */
function intake(ctx: Ctx, filing: Filing, id: Id, code: string, system: string): Statement[] {
  if (ctx.actor.counter === undefined) return []
  return [
    {
      text: `insert into counter_intake (work_item_id, code, procedure_code, receiving_unit_id, system, unit_id, account_id, post_id, draft_id, at)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      values: [
        id,
        code,
        filing.procedure.code,
        filing.receivingUnit,
        system,
        filing.unit,
        ctx.actor.id,
        ctx.actor.posts[0] ?? null,
        filing.draft ?? null,
        ctx.now,
      ],
    },
  ]
}

/** What is compared when somebody comes with the QR code: the key itself is not stored readable. */
export function trackHash(trackKey: string): Buffer {
  return createHash('sha256').update(trackKey).digest()
}

/** What a unit that takes a case over puts behind its number: "-C1". */
export const passedOn = /-C(\d+)$/

/** What is compared when somebody comes with number, birth date and full ID. */
export function trackNumberKey(ctx: Pick<Ctx, 'keys'>, code: string, by: Filing['trackBy']): Buffer {
  // A case that was passed on keeps its number, with a sign behind it: both are asked for under the first.
  const number = code.trim().toUpperCase().replace(passedOn, '')
  return ctx.keys.lookUpKey('track', `${number}\n${by.bornOn}\n${by.number}`)
}

function state(filing: Filing, id: Id, system: string): Statement {
  return {
    text: "insert into work_state (work_item_id, system, unit_id, status, step, version) values ($1, $2, $3, 'submitted', $4, 1)",
    values: [id, system, filing.unit, filing.procedure.begins],
  }
}

function deskRow(ctx: Ctx, step: string, id: Id, desk: { system: string; post: Id }, unit: Id, due: string | null, actId: Id): Statement {
  return {
    text: "insert into desk (work_item_id, step, part, post_id, system, unit_id, due_at, opened_at, opened_by) values ($1, $2, 'lead', $3, $4, $5, $6, $7, $8)",
    values: [id, step, desk.post, desk.system, unit, due ?? 'infinity', ctx.now, actId],
  }
}

function searchEntry(ctx: Ctx, filing: Filing, id: Id, code: string, system: string): Statement {
  const tokens = wordKeys(ctx, [code, code.split('-').at(-1) ?? '', ...filing.words])
  return {
    text: 'insert into search_entry (work_item_id, system, unit_id, applicant_id, tokens, opened_at) values ($1, $2, $3, $4, $5::bigint[], $6)',
    values: [id, system, filing.unit, filing.applicant, `{${tokens.join(',')}}`, ctx.now],
  }
}

/** A draft that is gone was sent before: the second sending stores nothing. It goes first, so that two sendings at once meet here. */
function leavingDraft(draft: Id): Statement[] {
  return [
    {
      text: "with gone as (delete from draft where id = $1 returning 1) select refuse_unless(count(*) = 1, 'draft-gone') from gone",
      values: [draft],
    },
    forgetUploads(draft),
  ]
}

/** Numbers are drawn in a short trip of their own: a gap after a failed submission does no harm, a row lock held through the act would. */
async function drawCode(ctx: Ctx, unit: Id): Promise<string> {
  const day = new Date(Date.parse(ctx.now) + 7 * 3_600_000).toISOString().slice(0, 10)
  const [drawn] = await ctx.pool.trip([
    {
      text: `with next as (insert into code_series (unit_id, day, last) values ($1, $2, 1)
               on conflict (unit_id, day) do update set last = code_series.last + 1 returning last)
             select next.last, u.code from next, unit u where u.id = $1`,
      values: [unit, day],
    },
  ])
  const [row] = rowsOf<{ last: number; code: string }>(drawn)
  if (row === undefined) throw new Refusal(422, 'no-such-unit')
  return `${row.code}-${day.slice(2).replaceAll('-', '')}-${String(row.last).padStart(4, '0')}`
}
