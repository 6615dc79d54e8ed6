import { lookUpDeathNote } from '#modules/sharing'
import { proofOf } from './proofs.ts'
import { askingFor, type Brought, declaredIn, kept, type Question } from './source-question.ts'

/** The signed death notice of somebody named by number, name and birth date. What is found stands for the paper. */
export async function askHealth(question: Question): Promise<Brought> {
  const { ctx, sources, procedure, lookUp } = question
  const { number, name, bornOn } = declaredIn(procedure, lookUp.by)
  if (number === '' || name === undefined || bornOn === undefined) return { status: 'missing', at: ctx.now, items: {}, proofs: [] }
  const found = await lookUpDeathNote(sources.health, askingFor(question), { number, name, bornOn })
  const note = found.status === 'match' ? found.fields : null
  const told = {
    deathNote: note === null ? undefined : 'data',
    'deathNote.number': note?.number,
    'deathNote.issuedOn': note?.issuedOn,
    'deathNote.facility': note?.facility,
    'deathNote.diedOn': note?.diedOn,
    'deathNote.diedAt': note?.diedAt,
    'deathNote.hourKnown': note === null ? undefined : 'known',
    // The health system holds the notices of facilities; those of communes come on paper.
    'deathNote.circumstance': note === null ? undefined : 'facility',
  }
  return { status: found.status, at: found.at, items: kept(lookUp, told), proofs: [proofOf(procedure, 'deathNote', found)] }
}
