import {
  type Answers,
  fieldTaken,
  inForce,
  type Part,
  type Procedure,
  type Provenance,
  problemsIn,
  settle,
  takenFrom,
} from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Statement } from '#platform/db'
import { type Id, newId } from '#platform/id'
import type { Filing } from './submit.ts'

/** What was asked once for a whole life event, kept sealed until its last dossier is opened. */
export type AskedOnce = {
  readonly answers: Answers
  readonly provenance: Provenance
  readonly trackBy: Filing['trackBy']
  readonly words: readonly string[]
}

/** The part with which a life event begins; undefined for an ordinary procedure. */
export function firstPart({ parts }: Pick<Procedure, 'parts'>): Part | undefined {
  return parts?.find(({ after }) => after === undefined)
}

/** The procedure of a part as it is in force today. @throws Error when nobody has published it */
export async function procedureOf(ctx: Ctx, part: Part): Promise<Procedure> {
  const found = await inForce(ctx, part.code, localDate(ctx.now))
  if (found === undefined) throw new Error(`part ${part.id} needs procedure ${part.code}, which is not published`)
  return found
}

/** The answers of a part: those of the same name, those that bear another name there, and what a register entry tells. */
export function answersFor(
  part: Part,
  procedure: Procedure,
  given: Answers,
  entry: Readonly<Partial<Record<string, string>>> = {},
): Answers {
  const own = Object.keys(procedure.fields).flatMap((name): [string, Answers[string]][] => {
    const told = part.tells?.[name]
    const value = told === undefined ? takenFrom(part.takes?.[name] ?? name, given) : entry[told]
    return value === undefined ? [] : [[name, value]]
  })
  return Object.fromEntries(own)
}

/** Where each answer of the part came from; answers under another name keep their source. */
export function provenanceFor(part: Part, procedure: Procedure, answers: Answers, given: Provenance): Provenance {
  return Object.fromEntries(
    Object.keys(procedure.fields).flatMap((name) => {
      const field = fieldTaken(part.takes?.[name] ?? name, answers)
      const source = field === undefined ? undefined : given[field]
      return source === undefined ? [] : [[name, source]]
    }),
  )
}

/** @throws Error when the part's own form would refuse what the event's form took: a fault of the definition, never of the citizen */
export function assertComplete(ctx: Ctx, procedure: Procedure, answers: Answers): void {
  const problems = problemsIn(procedure, settle(procedure, { ...answers, channel: 'online' }, ctx.now), { now: ctx.now })
  if (problems.length === 0) return
  throw new Error(`${procedure.code} misses ${problems.map(({ field, rule }) => `${field}: ${rule}`).join(', ')}`)
}

/** The filing of the first part, with the rows that tie the thread together. */
export async function firstFiling(ctx: Ctx, filing: Filing): Promise<Filing> {
  const event = filing.procedure
  const part = firstPart(event)
  if (part === undefined) return filing
  const procedure = await procedureOf(ctx, part)
  const answers = answersFor(part, procedure, filing.answers)
  assertComplete(ctx, procedure, answers)
  const thread = newId(Date.parse(ctx.now))
  const asked: AskedOnce = { answers: filing.answers, provenance: filing.provenance, trackBy: filing.trackBy, words: filing.words }
  return {
    ...filing,
    procedure,
    answers,
    provenance: provenanceFor(part, procedure, filing.answers, filing.provenance),
    alongside: (opened) => [
      threadRow(ctx, { ...filing, procedure: event }, thread, opened.system, asked),
      partRow(ctx, { thread, part: part.id, threadUnit: filing.unit, threadSystem: opened.system, unit: filing.unit }, opened),
    ],
  }
}

function threadRow(ctx: Ctx, filing: Filing, id: Id, system: string, asked: AskedOnce): Statement {
  return {
    text: `insert into thread (id, procedure_code, revision, applicant_id, submitter_id, system, unit_id, filed, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [
      id,
      filing.procedure.code,
      filing.procedure.revision,
      filing.applicant,
      filing.submitter,
      system,
      filing.unit,
      ctx.keys.sealJson(asked, 'thread.filed'),
      ctx.now,
    ],
  }
}

export type Opened = { readonly id: Id; readonly act: Id; readonly system: string }
type Place = { thread: Id; part: string; threadUnit: Id; threadSystem: string; unit: Id }

export function partRow(ctx: Ctx, place: Place, opened: Opened): Statement {
  return {
    text: `insert into thread_part (thread_id, part, work_item_id, act_id, thread_unit, thread_system, system, unit_id, at)
           values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    values: [place.thread, place.part, opened.id, opened.act, place.threadUnit, place.threadSystem, opened.system, place.unit, ctx.now],
  }
}
