import { Type } from 'typebox'
import { type Asking, type LookUp, recorded } from './look-up.ts'
import { type Endpoint, isSilent, put } from './sources.ts'

export type DwellingFields = { title: string }
export type KinshipFields = { relation: 'spouse' | 'parent' | 'child' | 'sibling' }

const text = Type.String({ maxLength: 300 })
const mark = { at: text, replyId: text }

const DwellingAnswer = Type.Object({
  ...mark,
  result: Type.Union([Type.Literal('owned'), Type.Literal('other'), Type.Literal('missing')]),
  title: Type.Optional(text),
})

/** Asks the land database whether the person signed in owns the house or land at an address. It never says who else does. */
export async function lookUpDwelling(
  land: Endpoint | undefined,
  asking: Asking,
  question: { number: string; communeCode: string; detail: string },
): Promise<LookUp<DwellingFields>> {
  const askedAt = asking.now()
  const topic = { question: 'dwelling', source: 'land' } as const
  if (land === undefined) return recorded(asking, askedAt, topic, { status: 'unavailable', reason: 'unreachable' })
  const answer = await put(land, '/cho-o', { queryId: asking.queryId, purpose: asking.purpose, ...question }, DwellingAnswer)
  if (isSilent(answer)) return recorded(asking, askedAt, topic, { status: 'unavailable', reason: answer.silent })
  const { at, replyId, result, title } = answer
  if (result === 'owned' && title !== undefined)
    return recorded(asking, askedAt, topic, { status: 'match', at, replyId, fields: { title } })
  return recorded(asking, askedAt, topic, { status: 'missing', reason: 'not-found', at, replyId })
}

const KinshipAnswer = Type.Object({
  ...mark,
  result: Type.Union([Type.Literal('related'), Type.Literal('missing')]),
  relation: Type.Optional(Type.Union([Type.Literal('spouse'), Type.Literal('parent'), Type.Literal('child'), Type.Literal('sibling')])),
})

/** Asks whether the person signed in is close kin of a householder who is named by number and name: nothing is said of anybody else. */
export async function lookUpKinship(
  population: Endpoint,
  asking: Asking,
  question: { number: string; householder: { number: string; name: string } },
): Promise<LookUp<KinshipFields>> {
  const askedAt = asking.now()
  const topic = { question: 'kinship', source: 'population' } as const
  const answer = await put(population, '/quan-he', { queryId: asking.queryId, purpose: asking.purpose, ...question }, KinshipAnswer)
  if (isSilent(answer)) return recorded(asking, askedAt, topic, { status: 'unavailable', reason: answer.silent })
  const { at, replyId, result, relation } = answer
  if (result === 'related' && relation !== undefined)
    return recorded(asking, askedAt, topic, { status: 'match', at, replyId, fields: { relation } })
  return recorded(asking, askedAt, topic, { status: 'missing', reason: 'not-found', at, replyId })
}
