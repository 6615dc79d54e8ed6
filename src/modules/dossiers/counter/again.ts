import { type PersonDetails, sealedAt } from '#modules/identity'
import { type Ctx, contextFor } from '#platform/act'
import { ask, nobody, rowsOf } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { applicantOf } from '../applicant.ts'
import { fillKnown } from '../known.ts'
import type { Sources } from '../sources.ts'
import { insertDraft } from '../store/drafts.ts'
import { caseAtCounter } from './at-counter.ts'
import { cardOf, told } from './begin.ts'

/** The program itself, which may know the persons of a case: an official reads no list of people. */
function machine(ctx: Ctx): Ctx {
  return contextFor(ctx, { id: nobody, kind: 'job', system: ctx.actor.system, posts: [], units: [] }, ctx.now)
}

/** The name of somebody who has to do with a sheet or case of this counter. */
export async function nameOfParty(ctx: Ctx, party: Id): Promise<string> {
  return (await applicantOf(machine(ctx), party)).name
}

/**
 * Another sheet of the same procedure for the same people, who still stand there: nobody is asked for the card twice.
 * @throws Refusal 404 for a dossier that this counter has nothing to do with
 */
export async function beginAgain(ctx: Ctx, sources: Sources, code: string, id: Id = newId(Date.parse(ctx.now))): Promise<Id> {
  const { ctx: here, found } = await caseAtCounter(ctx, code)
  const { procedure, unit, applicant, submitter, helper } = found
  const known = await applicantOf(machine(ctx), applicant)
  const card = cardOf({
    name: known.name,
    ...(known.number && { number: known.number }),
    details: await detailsOf(ctx, applicant),
    cardSeen: true,
  })
  const content = { answers: told(procedure, card, ctx.now), known: {}, disputed: [], asked: [], card }
  await insertDraft(here, id, procedure, unit, content, { unit: here.actor.counter ?? unit, applicant, submitter, helper })
  await fillKnown(here, sources, id)
  return id
}

async function detailsOf(ctx: Ctx, person: Id): Promise<Pick<PersonDetails, 'bornOn' | 'phone'>> {
  const [answer] = await ask(ctx.pool, machine(ctx).actor, [{ text: 'select details from person where id = $1', values: [person] }])
  const [row] = rowsOf<{ details: Buffer }>(answer)
  const { bornOn, phone, own } = row === undefined ? {} : ctx.keys.openJson<PersonDetails>(row.details, sealedAt.details)
  const called = own?.phone ?? phone
  return { ...(bornOn && { bornOn }), ...(called && { phone: called }) }
}
