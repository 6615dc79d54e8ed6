import { feesFor, fingerprint, type Procedure, problemsIn, revisionOf } from '#modules/procedures'
import { act, type Ctx, contextFor, idAt, type Plan, Refusal } from '#platform/act'
import { type Actor, ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case } from './case.ts'
import { caseFrom, caseQuestions } from './store/load.ts'

export const rebaseTask = 'rebase-dossiers'

/** Why a dossier stays with the revision that it began with. */
export type Stays = 'step' | 'answers' | 'deadline' | 'fees' | 'closed'

/**
 * Whether an open dossier may go over to a newer revision: its step is there, its answers still are complete, and neither the promised time nor
 * what was told about money would be another. Whatever would turn against the applicant keeps the dossier where it is.
 */
export function fitsInto(
  found: Pick<Case, 'procedure' | 'filed' | 'step' | 'closedAt' | 'submittedAt'>,
  next: Procedure,
): Stays | undefined {
  const { procedure, filed, submittedAt } = found
  if (found.closedAt !== null) return 'closed'
  if (!Object.hasOwn(next.steps, found.step)) return 'step'
  const timesOf = ({ resolvedWithin, otherTimes = [] }: Procedure) => JSON.stringify([sorted(resolvedWithin), otherTimes.map(sorted)])
  if (timesOf(procedure) !== timesOf(next)) return 'deadline'
  if (problemsIn(next, filed.answers, { now: submittedAt }).length > 0) return 'answers'
  const dueOf = (one: Procedure) => feesFor(one, filed.answers, submittedAt).total
  return dueOf(procedure) === dueOf(next) ? undefined : 'fees'
}

const sorted = (value: object): unknown => Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1))

/** The parts of the whole that two revisions have differently, by their names in the language. */
export function changedParts(before: Procedure, after: Procedure): string[] {
  const own = new Set(['revision', 'inForceFrom', 'inForceTo', 'derived'])
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].filter((name) => !own.has(name))
  // The fingerprint does not mind in which order a database gave the keys: each part is put into the same whole and compared.
  const whole = fingerprint(before)
  return names.filter((name) => fingerprint({ ...before, [name]: Object.entries(after).find(([key]) => key === name)?.[1] }) !== whole)
}

/** Puts one open dossier on a newer revision, with what is different; the promise stays. Undefined when it stays where it is. */
export function rebase(ctx: Ctx, item: Id, to: number): Promise<{ moved: boolean }> {
  return act<{ moved: boolean }>(ctx, caseQuestions(item), async (answers): Promise<Plan<{ moved: boolean }>> => {
    if (ctx.actor.kind !== 'job') throw new Refusal(403, 'not-for-you')
    const found = await caseFrom(ctx, answers)
    const { code, revision } = found.procedure
    const next = await revisionOf(ctx, code, to)
    if (next === undefined || revision >= to || fitsInto(found, next) !== undefined) return { instead: { moved: false } }
    const params = { from: revision, to, parts: changedParts(found.procedure, next) }
    return {
      act: { name: 'rebase', item, system: found.system, unit: found.unit, step: found.step, params },
      id: idAt(ctx.now),
      after: [{ text: 'select rebase_dossier($1, $2)', values: [item, to] }],
      answer: { moved: true },
    }
  })
}

const open = `select w.id, w.unit_id, w.system from work_item w join work_state s on s.work_item_id = w.id
  where w.kind = 'dossier' and w.procedure_code = $1 and w.revision < $2 and s.closed_at is null order by w.id limit 5000`

/** Every open dossier of a procedure that fits into a newer revision goes over to it, each in an act of its own; the others stay. */
export async function rebaseOpen(ctx: Ctx, code: string, to: number): Promise<{ moved: number; stayed: number }> {
  const units = await ctx.db.selectFrom('unit').select(['id', 'system']).execute()
  const done = { moved: 0, stayed: 0 }
  for (const system of new Set(units.map((unit) => unit.system))) {
    const actor: Actor = { ...ctx.actor, system, units: units.filter((unit) => unit.system === system).map((unit) => unit.id) }
    const [answer] = await ask(ctx.pool, actor, [{ text: open, values: [code, to] }])
    for (const { id } of rowsOf<{ id: Id }>(answer)) {
      const { moved } = await rebase(contextFor(ctx, actor, ctx.now), id, to)
      done[moved ? 'moved' : 'stayed'] += 1
    }
  }
  return done
}
