import { calendarFor } from '#modules/rules'
import { act, type Ctx, contextFor, idAt, later, type Plan, Refusal } from '#platform/act'
import { type Answer, rowsOf, type Statement } from '#platform/db'
import { type Id, newId, newRandomKey } from '#platform/id'
import type { Case } from './case.ts'
import { wordsOf } from './file-draft.ts'
import { attach } from './files.ts'
import { type Expected, type Moved, move } from './move.ts'
import { caseFrom, caseQuestions } from './store/load.ts'
import { passedOn, trackHash, trackNumberKey } from './submit.ts'
import { dueOf } from './term.ts'
import { wordKeys } from './words.ts'

const postsThere = (unit: Id): Statement => ({
  text: `select u.system, p.id as post_id, p.role from unit u left join lateral (select p.id, p.role from post p join unit c on c.id = p.unit_id
           where (c.id = u.id or (c.parent_id = u.id and c.level = 'centre')) and p.valid_to is null) p on true
         where u.id = $1 and u.level in ('commune', 'department') and u.valid_to is null order by p.id`,
  values: [unit],
})

type PostThere = { system: string; post_id: Id | null; role: string | null }

/** What the unit that takes over is told by the job; it carries no answer and no name. */
type Passed = { item: Id; code: string; from: Id; fromUnit: Id; unit: Id; post: Id; system: string }

/**
 * Passes a case on to the unit that is competent. Here it ends; there a job opens it anew with the same answers, papers and promised
 * hour, under the same number with a sign behind it. The applicant is told and files nothing again.
 */
export function transfer(ctx: Ctx, code: string, toUnit: Id, reason: string, expected: Expected = {}): Promise<Moved> {
  return move(
    ctx,
    code,
    'transfer',
    expected,
    (found, actId, _calendar, [there]) => {
      if (reason.trim() === '') throw new Refusal(422, 'reason-needed')
      if (toUnit === found.unit) throw new Refusal(422, 'asks-itself')
      const { system, post } = deskThere(found, there)
      const item = newId(Date.parse(ctx.now))
      const next = numberAfter(found.code)
      const passed: Passed = { item, code: next, from: found.id, fromUnit: found.unit, unit: toUnit, post, system }
      return {
        target: 'closed',
        params: { toUnit, item, next },
        private: { reason },
        after: [link(ctx, found, actId, passed), later('take-over', passed)],
        notice: { kind: 'transferred', params: { toUnit, next } },
      }
    },
    [postsThere(toUnit)],
  )
}

function deskThere(found: Case, answer: Answer | undefined): { system: string; post: Id } {
  const rows = rowsOf<PostThere>(answer)
  const role = found.procedure.steps[found.procedure.begins]?.by
  const [unit] = rows
  const post = rows.find((row) => row.role === role)?.post_id
  if (unit === undefined) throw new Refusal(422, 'no-such-unit')
  if (post === undefined || post === null) throw new Refusal(409, 'no-post-for-step', { role: role ?? '' })
  return { system: unit.system, post }
}

/** "…-0001" becomes "…-0001-C1", that "…-0001-C2". */
function numberAfter(code: string): string {
  const [, times = '0'] = passedOn.exec(code) ?? []
  return `${code.replace(passedOn, '')}-C${Number(times) + 1}`
}

// The draft's look-ups stay proof for the unit that takes over, also after a second passing on.
const link = (ctx: Ctx, found: Case, actId: Id, passed: Passed): Statement => ({
  text: `insert into transfer (from_item, to_item, from_code, to_code, from_unit, to_unit, act_id, applicant_id, submitter_id, draft_id, at)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, (select coalesce(d.draft_id, (select t.draft_id from transfer t where t.to_item = $1)) from dossier d where d.work_item_id = $1), $10)`,
  values: [found.id, passed.item, found.code, passed.code, found.unit, passed.unit, actId, found.applicant, found.submitter, ctx.now],
})

type FileRow = { file_id: Id; component: string }

/**
 * Opens a case that was passed on, at the unit that takes it over (a job). It acts for both units: it reads there and writes here. Asked
 * again it finds its work done.
 */
export async function takeOver(ctx: Ctx, passed: Passed): Promise<{ ok: true }> {
  const both = contextFor(ctx, { ...ctx.actor, units: [passed.unit, passed.fromUnit] }, ctx.now)
  const own = caseQuestions(passed.from)
  const more = [
    { text: 'select 1 from work_item where id = $1', values: [passed.item] },
    {
      text: `select u.file_id, u.component from file_use u where u.work_item_id = $1 and u.component <> 'receipt' and u.component not like 'result:%' and u.component not like 'form:%'
             and not exists (select from file_use_end e where e.file_id = u.file_id and e.work_item_id = u.work_item_id and e.component = u.component)`,
      values: [passed.from],
    },
  ]
  return act<{ ok: true }>(both, [...own, ...more], async (answers): Promise<Plan<{ ok: true }>> => {
    const [there, files] = answers.slice(own.length)
    if ((there?.rows.length ?? 0) > 0) return { instead: { ok: true } }
    return planOf(both, await caseFrom(both, answers), passed, rowsOf<FileRow>(files))
  })
}

async function planOf(ctx: Ctx, found: Case, passed: Passed, files: readonly FileRow[]): Promise<Plan<{ ok: true }>> {
  const actId = idAt(ctx.now)
  const home = { id: passed.item, system: passed.system, unit: passed.unit }
  const begins = found.procedure.begins
  const dueAt = found.dueAt ?? found.promisedAt
  const deskDueAt = await deskDue(ctx, found, passed)
  const clock = { receivedAt: found.receivedAt, dueAt, promisedAt: found.promisedAt }
  const params = { from: found.code, ...clock, desk: passed.post, deskDueAt }
  return {
    act: { name: 'take-over', item: passed.item, system: passed.system, unit: passed.unit, step: begins, params },
    id: actId,
    before: [workItem(ctx, found, passed)],
    after: [
      dossierRow(ctx, found, passed),
      {
        text: `insert into work_state (work_item_id, system, unit_id, status, step, version, received_at, due_at, promised_at) values ($1, $2, $3, 'submitted', $4, 1, $5, $6, $7)`,
        values: [passed.item, passed.system, passed.unit, begins, found.receivedAt, dueAt, found.promisedAt],
      },
      deskRow(ctx, begins, passed, actId, deskDueAt),
      ...attach(
        ctx,
        files.map((one) => ({ file: one.file_id, component: one.component })),
        home,
        actId,
      ),
      searchEntry(ctx, found, passed),
    ],
    answer: { ok: true },
  }
}

function workItem(ctx: Ctx, found: Case, passed: Passed): Statement {
  return {
    text: `insert into work_item (id, kind, code, system, unit_id, applicant_id, submitter_id, helper_id, procedure_code, revision, opened_at)
           values ($1, 'dossier', $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    values: [
      passed.item,
      passed.code,
      passed.system,
      passed.unit,
      found.applicant,
      found.submitter,
      found.helper,
      found.procedure.code,
      found.procedure.revision,
      ctx.now,
    ],
  }
}

/** A key of its own, since papers print it; the old key and the old number lead here through the link. */
function dossierRow(ctx: Ctx, found: Case, passed: Passed): Statement {
  const trackKey = newRandomKey()
  return {
    text: `insert into dossier (work_item_id, procedure_code, revision, channel, receiving_unit_id, system, unit_id, answers, track_hash, track_number_key, track_key, submitted_at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    values: [
      passed.item,
      found.procedure.code,
      found.procedure.revision,
      found.channel,
      found.receivingUnit,
      passed.system,
      passed.unit,
      ctx.keys.sealJson(found.filed, 'dossier.answers'),
      trackHash(trackKey),
      trackNumberKey(ctx, passed.code, { bornOn: '', number: trackKey }),
      ctx.keys.seal(trackKey, 'dossier.track_key'),
      found.submittedAt,
    ],
  }
}

async function deskDue(ctx: Ctx, found: Case, passed: Passed): Promise<string> {
  const within = found.procedure.steps[found.procedure.begins]?.within
  const due = within === undefined ? null : dueOf(await calendarFor(ctx, passed.unit), within, ctx.now, [])
  return due ?? 'infinity'
}

function deskRow(ctx: Ctx, begins: string, passed: Passed, actId: Id, due: string): Statement {
  return {
    text: `insert into desk (work_item_id, step, part, post_id, system, unit_id, due_at, opened_at, opened_by) values ($1, $2, 'lead', $3, $4, $5, $6, $7, $8)`,
    values: [passed.item, begins, passed.post, passed.system, passed.unit, due, ctx.now, actId],
  }
}

function searchEntry(ctx: Ctx, found: Case, passed: Passed): Statement {
  const words = wordKeys(ctx, [passed.code, found.code, ...wordsOf(found.procedure, found.filed.answers)])
  return {
    text: 'insert into search_entry (work_item_id, system, unit_id, applicant_id, tokens, opened_at) values ($1, $2, $3, $4, $5::bigint[], $6)',
    values: [passed.item, passed.system, passed.unit, found.applicant, `{${words.join(',')}}`, ctx.now],
  }
}
