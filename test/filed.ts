import { type Channel, type Means, submit } from '#modules/dossiers'
import { type Answers, inForce } from '#modules/procedures'
import { people } from '#sandbox'
import type { Somebody, World } from './world.ts'

export type FiledCase = { code: string; id: string; trackKey: string }

/** Somebody files a procedure at a unit with these answers; uploads are named in the answers and need no file. */
export async function fileCase(
  w: World & { means: Means },
  filing: { who: Somebody; procedure: string; unit: string; answers: Answers; channel?: Channel; now?: string },
): Promise<FiledCase> {
  const { who, unit, answers, channel = 'online', now = w.now } = filing
  const ctx = w.as(who, { now })
  const procedure = await inForce(ctx, filing.procedure, now.slice(0, 10))
  const person = people.find((one) => one.key === who.key)
  if (procedure === undefined || person === undefined) throw new Error(`${who.key} cannot file ${filing.procedure}`)
  const filed = await submit(ctx, {
    procedure,
    answers,
    provenance: {},
    channel,
    unit: w.unit(unit),
    receivingUnit: w.unit(unit),
    applicant: who.person,
    submitter: who.person,
    files: [],
    trackBy: { bornOn: person.bornOn, number: person.number },
    words: [who.name],
  })
  if (!filed.ok) throw new Error(`not filed: ${JSON.stringify(filed)}`)
  return filed
}
