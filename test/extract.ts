import { chooseEntry, confirmDraft, findEntries, getCase, propose, receive } from '#modules/dossiers'
import type { Answers } from '#modules/procedures'
import { personCalled } from '#sandbox'
import type { BirthWorld } from './birth.ts'
import { fileAny, sealFrom } from './registry-case.ts'
import type { Office } from './world.ts'

/** Hồng asks for copies of an entry. */
export function extractAnswers(change: Answers): Answers {
  const hong = personCalled('hong')
  return {
    relation: 'parent',
    applicantName: hong.name,
    applicantId: hong.number,
    applicantBornOn: hong.bornOn,
    applicantPhone: hong.phone,
    kind: 'birth',
    copyForm: 'extract',
    registeredAt: { commune: '09187' },
    copies: 2,
    receiveBy: 'online',
    truthful: true,
    ...change,
  }
}

/** Files a request for copies and has it received. */
export async function askForCopies(
  w: BirthWorld,
  change: Answers,
  office: { unit: string; office: Office } = { unit: w.units.a, office: w.a },
) {
  const { code } = await fileAny(w, { procedure: '2.000635', answers: extractAnswers(change), unit: office.unit })
  await receive(w.as(office.office.receptionist), code)
  return code
}

/** Searches as the registrar does. */
export async function searched(w: BirthWorld, code: string, office: Office = w.a) {
  const ctx = w.as(office.registrar)
  const search = await findEntries(ctx, w.sources, await getCase(ctx, code))
  if (search === undefined) throw new Error('the procedure gives no copies')
  return search
}

/** Chooses the only entry that is found, and carries the copy to its seal. */
export async function copyIssued(w: BirthWorld, code: string, office: Office = w.a): Promise<void> {
  const { entries } = await searched(w, code, office)
  await chooseEntry(w.as(office.registrar), w.sources, code, entries[0]?.ref ?? '')
  await propose(w.as(office.registrar), code, 'Có trong sổ')
  await confirmDraft(w.as(w.hong), code)
  await sealFrom(w, code, office)
}
