import { type Answers, type Procedure, sheetFor } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { type Id, newId } from '#platform/id'
import { fillKnown } from '../known.ts'
import type { Sources } from '../sources.ts'
import { type CardSeen, insertDraft } from '../store/drafts.ts'
import { atCounter, counterOf, takesIn } from './at-counter.ts'
import { type Doubt, recognise, type Standing } from './recognise.ts'

/** Who is there: who hands it in, for whom when not for himself, and who came along to help. */
export type Present = { submitter: Standing; applicant?: Standing; helper?: Standing }

export type Begun = { ok: true; id: Id } | { ok: false; who: keyof Present; problem: Doubt }

/**
 * Begins a sheet for somebody at the counter. The three roles are kept apart from the first row on; each is the person whom the number
 * names, so that the case is found by whoever signs in with it later.
 * @param unit the competent unit, whichever of the province it is
 * @param id made by the page: the same one twice begins one sheet
 * @throws Refusal 403 for anybody but a receptionist · 409 where the procedure is not taken at a counter
 */
export async function beginAtCounter(
  ctx: Ctx,
  sources: Sources,
  { procedure, unit, present }: { procedure: Procedure; unit: Id; present: Present },
  id: Id = newId(Date.parse(ctx.now)),
): Promise<Begun> {
  if (procedure.channels?.includes('counter') === false) throw new Refusal(409, 'not-at-counter')
  const here = await atCounter(ctx)
  if (!takesIn(await counterOf(here), procedure)) throw new Refusal(409, 'not-at-counter')
  const persons: Partial<Record<keyof Present, Id>> = {}
  for (const who of ['submitter', 'applicant', 'helper'] as const) {
    const one = present[who]
    if (one === undefined) continue
    const known = await recognise(here, sources, procedure, id, one)
    if (!known.ok) return { ok: false, who, problem: known.problem }
    persons[who] = known.person
  }
  const { submitter = '', applicant = submitter, helper = null } = persons
  const card = cardOf(present.applicant ?? present.submitter)
  const content = { answers: told(procedure, card, ctx.now), known: {}, disputed: [], asked: [], card }
  await insertDraft(here, id, procedure, unit, content, { unit: here.actor.counter ?? unit, applicant, submitter, helper })
  await fillKnown(here, sources, id)
  return { ok: true, id }
}

export function cardOf({ name, number, details: { bornOn, phone } }: Standing): CardSeen {
  return { name, ...(number && { number }), ...(bornOn && { bornOn }), ...(phone && { phone }) }
}

/** What the person said and no card proves stands in the form as if it had been typed there. */
export function told(procedure: Procedure, { name, number, phone }: CardSeen, now: string): Answers {
  const said: Readonly<Record<string, string | undefined>> = number === undefined ? { fullName: name, phone } : { phone }
  const asked = sheetFor(procedure, { channel: 'counter' }, { now }).flatMap(({ asks }) => asks)
  const answers = asked.flatMap(({ name: field, field: { known = [] } }) => {
    const source = known.find((one) => one.from === 'vneid' && one.when === undefined && said[one.item] !== undefined)
    return source === undefined ? [] : [[field, said[source.item] ?? ''] as const]
  })
  return { ...usualIn(procedure), ...Object.fromEntries(answers), channel: 'counter' }
}

/** What it mostly is stands there already: the clerk changes what differs. */
function usualIn({ fields }: Procedure): Answers {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, field]) => (field.kind === 'choice' && field.usual !== undefined ? [[name, field.usual]] : [])),
  )
}
