import { directoryOn } from '#modules/directory'
import { type Answer, type Answers, isPlace, isRows, placeText, settle } from '#modules/procedures'
import { recordResidence, registerForTax } from '#modules/sharing'
import { type Ctx, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case } from './case.ts'
import { allot, allottedBefore, recorded } from './enter.ts'
import { sendBack } from './forward.ts'
import { communeNames } from './office.ts'
import type { Sources } from './sources.ts'
import { getCase } from './store/load.ts'

/*
 * What another system must take on before the paper goes out. No answer: the job fails and is tried again, the dossier visibly waits. The
 * id of the request is one of the dossier's own, so that asking again never writes twice there.
 */

const text = (answer: Answer | undefined): string =>
  typeof answer === 'string' ? answer : typeof answer === 'number' ? String(answer) : ''

function answersOf(found: Case): Answers {
  return settle(found.procedure, found.filed.answers, found.submittedAt)
}

/** Puts a residence that the police decided into the residence database; a permanent one has no last day. */
export async function residenceRecorded(ctx: Ctx, sources: Sources, item: Id): Promise<void> {
  const found = await getCase(ctx, item)
  if (found.status !== 'waiting-number') return
  const answers = answersOf(found)
  const { dwelling, people, listed } = answers
  if (!isPlace(dwelling)) throw new Error(`${found.code} names no dwelling`)
  const alone = { number: text(answers.personId), name: text(answers.personName) }
  const named = (rows: Answer | undefined) =>
    isRows(rows) ? rows.map((row) => ({ number: row.citizenId ?? '', name: row.name ?? '' })) : []
  // Whoever signs for a list stays there only when the list says so.
  const all = isRows(listed) ? named(listed) : [alone, ...named(people)]
  const answer = await recordResidence(
    sources.population,
    { queryId: item, purpose: found.procedure.code, now: () => ctx.now },
    {
      agencyCode: (await directoryOn(ctx)).getUnit(found.unit).code,
      communeCode: dwelling.commune ?? '',
      detail: dwelling.detail ?? '',
      from: text(answers.from),
      ...(text(answers.to) === '' ? {} : { to: text(answers.to) }),
      householder: text(answers.householderName) || alone.name,
      people: all,
    },
  )
  if (answer.status !== 'match') throw new Error(`the residence database took nothing on: ${answer.status} ${answer.reason ?? ''}`)
  await unlessMovedOn(recorded(ctx, item, answer.queryId))
}

/** Registers a household business for tax; the code that comes back is its number. */
export async function taxRegistered(ctx: Ctx, sources: Sources, item: Id): Promise<void> {
  const found = await getCase(ctx, item)
  if (found.status !== 'waiting-number') return
  const known = await allottedBefore(ctx, item)
  if (known !== undefined) return unlessMovedOn(allot(ctx, item, known, 'known'))
  const answers = answersOf(found)
  const entry = await entryOf(ctx, item)
  const names = communeNames(await directoryOn(ctx), localDate(ctx.now))
  const naming = { language: 'vi', communeName: (code: string) => names.get(code), fileName: () => undefined } as const
  const { headOffice, taxAddress } = answers
  const place = isPlace(headOffice) ? headOffice : {}
  const answer = await registerForTax(
    sources.tax,
    { queryId: entry, purpose: found.procedure.code, now: () => ctx.now },
    {
      name: text(answers.businessName),
      communeCode: place.commune ?? '',
      address: placeText(place, naming),
      sector: text(answers.mainSectorCode),
      capital: text(answers.capital),
      startsOn: text(answers.startsOn),
      employees: typeof answers.employees === 'number' ? answers.employees : 0,
      owner: { number: text(answers.ownerId), name: text(answers.ownerName) },
      taxAddress: placeText(isPlace(taxAddress) ? taxAddress : place, naming),
      phone: text(answers.businessPhone),
    },
  )
  // Rejected is not silence: an official must look at the data.
  if (answer.status === 'mismatch')
    return unlessMovedOn(sendBack(ctx, found.code, 'Hệ thống đăng ký thuế không nhận dữ liệu: xem lại chủ hộ, địa chỉ và mã ngành'))
  if (answer.status !== 'match' || answer.fields === null)
    throw new Error(`no code of the household business yet: ${answer.status} ${answer.reason ?? ''}`)
  await unlessMovedOn(allot(ctx, item, answer.fields.code, answer.queryId, { taxOffice: answer.fields.office }))
}

/** The register entry's id is the request's id. */
async function entryOf(ctx: Ctx, item: Id): Promise<Id> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: 'select id from register_entry where work_item_id = $1', values: [item] }])
  const [entry] = rowsOf<{ id: Id }>(answer)
  if (entry === undefined) throw new Error('a code is wanted before the register entry')
  return entry.id
}

/** A second run of a job finds its work done: that is no failure. */
async function unlessMovedOn(work: Promise<unknown>): Promise<void> {
  await work.catch((error: unknown) => {
    if (!(error instanceof Refusal && error.status === 409)) throw error
  })
}
