import { personOf } from '#modules/identity'
import { type Answer, isPlace } from '#modules/procedures'
import { lookUpBusinessName, lookUpDwelling, lookUpKinship, lookUpOwnBusiness } from '#modules/sharing'
import { proofOf } from './proofs.ts'
import { askingFor, type Brought, declaredIn, kept, type Question } from './source-question.ts'

// Each of these is asked about the person who is signed in, by the number that VNeID told: a number that somebody typed opens nothing.

const nothing = (at: string): Brought => ({ status: 'missing', at, items: {}, proofs: [] })

function placeIn(question: Question): { commune: string; detail: string } | undefined {
  const place = Object.values(question.lookUp.by).find((one: Answer) => isPlace(one))
  return isPlace(place) && place.commune !== undefined ? { commune: place.commune, detail: place.detail ?? '' } : undefined
}

/** Whether the house at an address is the person's own, by the land database. */
export async function askLand(question: Question): Promise<Brought> {
  const { ctx, sources, lookUp, procedure } = question
  const { number } = await personOf(ctx)
  const place = placeIn(question)
  if (number === undefined || place === undefined || place.detail === '') return nothing(ctx.now)
  const asked = { number, communeCode: place.commune, detail: place.detail }
  const found = await lookUpDwelling(sources.land, askingFor(question), asked)
  const items = kept(lookUp, { dwelling: found.status === 'match' ? 'owned' : undefined })
  return { status: found.status, at: found.at, items, proofs: [proofOf(procedure, 'dwelling', found)] }
}

/** Whether a householder, named by number and name, is close kin of the person. */
export async function askKinship(question: Question): Promise<Brought> {
  const { ctx, sources, lookUp, procedure } = question
  const { number } = await personOf(ctx)
  const named = declaredIn(procedure, lookUp.by)
  if (number === undefined || named.number === '' || named.name === undefined) return nothing(ctx.now)
  const asked = { number, householder: { number: named.number, name: named.name } }
  const found = await lookUpKinship(sources.population, askingFor(question), asked)
  const items = kept(lookUp, { kinship: found.status === 'match' ? 'family' : undefined })
  return { status: found.status, at: found.at, items, proofs: [proofOf(procedure, 'kinship', found)] }
}

/** Whether a name is taken in the commune of the head office, and whether the person has a household business already. */
export async function askBusinessRegister(question: Question): Promise<Brought> {
  const { ctx, sources, lookUp, procedure } = question
  const wanted = lookUp.items.map(({ item }) => item)
  const { number } = await personOf(ctx)
  if (wanted.includes('owner')) {
    if (number === undefined) return nothing(ctx.now)
    const found = await lookUpOwnBusiness(sources.tax, askingFor(question), { number })
    const owner = found.status === 'match' ? (found.fields?.has ? 'has' : 'none') : undefined
    return { status: found.status, at: found.at, items: kept(lookUp, { owner }), proofs: [proofOf(procedure, 'owner', found)] }
  }
  const name = Object.values(lookUp.by).find((one) => typeof one === 'string')
  const place = placeIn(question)
  if (typeof name !== 'string' || place === undefined) return nothing(ctx.now)
  const found = await lookUpBusinessName(sources.tax, askingFor(question), { name, communeCode: place.commune })
  const told = found.status === 'match' ? (found.fields?.taken ? 'taken' : 'free') : undefined
  return { status: found.status, at: found.at, items: kept(lookUp, { name: told }), proofs: [proofOf(procedure, 'name', found)] }
}
