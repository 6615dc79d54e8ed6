import { reportDeath } from '#modules/sharing'
import type { Ctx } from '#platform/act'
import type { Id } from '#platform/id'
import { resultOf } from './enter.ts'
import { entryOf, placeOf } from './register-place.ts'
import type { Sources } from './sources.ts'
import { getCase } from './store/load.ts'

/**
 * Tells the population database of a death that stands in the register, so that whatever hangs on the person ends there. Somebody without
 * a number is not in that database. No answer: the job is tried again; the id of the register entry makes it one message.
 */
export async function deathReported(ctx: Ctx, sources: Sources, item: Id): Promise<void> {
  const found = await getCase(ctx, item)
  if (resultOf(found).reports?.event !== 'death') return
  const { deceasedId, deceasedName, diedOn, diedAt } = found.filed.answers
  if (typeof deceasedId !== 'string' || typeof deceasedName !== 'string' || typeof diedOn !== 'string') return
  const entry = await entryOf(ctx, item)
  const answer = await reportDeath(
    sources.population,
    { queryId: entry.id, purpose: found.procedure.code, now: () => ctx.now },
    {
      deceased: { number: deceasedId, name: deceasedName, diedOn, ...(typeof diedAt === 'string' ? { diedAt } : {}) },
      register: await placeOf(ctx, found, entry),
    },
  )
  if (answer.status === 'unavailable') throw new Error(`the population database took no note of the death: ${answer.reason ?? ''}`)
}
