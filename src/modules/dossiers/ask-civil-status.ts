import type { Answer, LookUp } from '#modules/procedures'
import { lookUpMaritalStatus, lookUpOwnMarriage, type MaritalFields, type Status } from '#modules/sharing'
import { type Proof, proofOf } from './proofs.ts'
import { askingFor, type Brought, declaredIn, kept, type Question } from './source-question.ts'

type Told = Readonly<Record<string, Answer | undefined>>
type Part = { status: Status; at: string; told: Told; proof: Proof }

const ofMarriage = (item: string) => item.startsWith('spouse.') || item.startsWith('marriage.')

/**
 * The civil-status database: the marriage of the person signed in, and how somebody stands. What is asked about somebody else is kept for
 * the desk to compare, and told to nobody on this side.
 */
export async function askCivilStatus(question: Question): Promise<Brought> {
  const items = question.lookUp.items.map(({ item }) => item)
  const parts = await Promise.all([
    ...(items.some(ofMarriage) ? [askOwnMarriage(question)] : []),
    ...(items.every(ofMarriage) ? [] : [askMaritalStatus(question)]),
  ])
  const told: Told = Object.assign({}, ...parts.map((part) => part.told))
  const silent = parts.find(({ status }) => status === 'unavailable')
  return {
    status: silent?.status ?? parts[0]?.status ?? 'unavailable',
    at: parts.at(-1)?.at ?? question.ctx.now,
    items: kept(question.lookUp, told),
    proofs: parts.map(({ proof }) => proof),
  }
}

/** The marriage of the person signed in, with the other spouse as the entry names him. */
async function askOwnMarriage(question: Question): Promise<Part> {
  const { sources, procedure, lookUp } = question
  const { number } = declaredIn(procedure, lookUp.by)
  const found = await lookUpOwnMarriage(sources.civilStatus, askingFor(question), { number })
  const entry = found.status === 'match' ? found.fields : null
  const told = {
    'spouse.citizenId': entry?.spouseNumber,
    'spouse.fullName': entry?.spouseName,
    'spouse.bornOn': entry?.spouseBornOn,
    'marriage.on': entry?.date,
    'marriage.commune': entry ? { commune: entry.agencyCode } : undefined,
    'marriage.number': entry?.number,
  }
  return { status: found.status, at: found.at, told, proof: proofOf(procedure, 'marriage', found) }
}

async function askMaritalStatus(question: Question): Promise<Part> {
  const { sources, procedure, lookUp } = question
  const found = await lookUpMaritalStatus(sources.civilStatus, askingFor(question), declaredIn(procedure, lookUp.by))
  const told = found.status === 'match' && found.fields !== null ? toldOf(found.fields) : {}
  const proof = proofOf(procedure, 'maritalStatus', found)
  return { status: found.status, at: found.at, told, proof: { ...proof, result: resultOf(lookUp, found, told) } }
}

function toldOf({ status, nextMarriage, lastMarriedOn, divorce, spouseDeath }: MaritalFields): Told {
  return {
    status,
    nextMarriage,
    'lastMarriage.on': status === 'married' ? undefined : lastMarriedOn,
    'divorce.number': divorce?.number,
    'divorce.on': divorce?.on,
    'divorce.court': divorce?.court,
    'spouseDeath.number': spouseDeath?.number,
    'spouseDeath.on': spouseDeath?.on,
    'spouseDeath.agency': spouseDeath?.agency,
  }
}

/** Somebody else's history is kept as items to compare, without the fields that the applicant's own pages show. */
function resultOf(lookUp: LookUp, found: object, told: Told): object {
  if (!lookUp.items.some(({ compared }) => compared)) return found
  return { ...found, fields: null, about: Object.keys(lookUp.by), items: kept(lookUp, told) }
}
