import { Type } from 'typebox'
import { type Asking, type Finding, type LookUp, recorded } from './look-up.ts'
import { type Endpoint, isSilent, put } from './sources.ts'

export const personFields = ['number', 'name', 'bornOn', 'sex', 'ethnicity', 'nationality', 'homeTown'] as const
export type PersonField = (typeof personFields)[number]
/** `bornOn` may be a year or a month only; `sex` is `male` or `female`. */
export type PersonFields = Partial<Record<PersonField, string>>

export type PersonQuestion = {
  number: string
  /** What was declared; whatever is given is compared. */
  name?: string
  bornOn?: string
  sex?: 'male' | 'female'
  /** The fields that the purpose needs. */
  want: readonly PersonField[]
}

const text = Type.String({ maxLength: 500 })
const mark = { at: Type.String({ maxLength: 40 }), replyId: Type.String({ maxLength: 64 }) }
const comparison = Type.Union([Type.Literal('match'), Type.Literal('mismatch'), Type.Literal('missing')])

const PersonAnswer = Type.Object({
  ...mark,
  result: comparison,
  differs: Type.Optional(Type.Array(text)),
  person: Type.Optional(Type.Partial(Type.Record(Type.Union(personFields.map((field) => Type.Literal(field))), text))),
})

/** Asks the population database whether a declared person is who they are said to be. Source of duty: NQ 66.7/2025/NQ-CP, Article 4. */
export async function lookUpPerson(
  population: Endpoint,
  asking: Asking,
  { want, ...declared }: PersonQuestion,
): Promise<LookUp<PersonFields>> {
  const askedAt = asking.now()
  const question = { queryId: asking.queryId, purpose: asking.purpose, ...declared, fields: want }
  const answer = await put(population, '/tra-cuu', question, PersonAnswer)
  const topic = { question: 'person', source: 'population' } as const
  if (isSilent(answer)) return recorded(asking, askedAt, topic, { status: 'unavailable', reason: answer.silent })
  const { result, at, replyId, differs = [], person = {} } = answer
  if (result === 'missing') return recorded(asking, askedAt, topic, { status: 'missing', reason: 'not-found', at, replyId })
  return recorded(asking, askedAt, topic, { status: result, at, replyId, differs, fields: onlyWanted(person, want) })
}

/** A source that sends more than it was asked for does not make us keep more. */
function onlyWanted(person: PersonFields, want: readonly PersonField[]): PersonFields {
  return Object.fromEntries(Object.entries(person).filter(([field]) => want.some((wanted) => wanted === field)))
}

export type ResidenceFields = {
  kind: 'permanent' | 'temporary'
  provinceCode: string
  provinceName: string
  communeCode: string
  communeName: string
  detail: string
  since: string
}

const ResidenceAnswer = Type.Object({
  ...mark,
  result: comparison,
  differs: Type.Optional(Type.Array(text)),
  residence: Type.Optional(
    Type.Object({
      kind: Type.Union([Type.Literal('permanent'), Type.Literal('temporary')]),
      provinceCode: text,
      provinceName: text,
      communeCode: text,
      communeName: text,
      detail: text,
      since: text,
    }),
  ),
})

/** Asks where a person resides, and with `communeCode` whether it is there. */
export async function lookUpResidence(
  population: Endpoint,
  asking: Asking,
  question: { number: string; communeCode?: string },
): Promise<LookUp<ResidenceFields>> {
  const askedAt = asking.now()
  const answer = await put(population, '/cu-tru', { queryId: asking.queryId, purpose: asking.purpose, ...question }, ResidenceAnswer)
  return recorded(asking, askedAt, { question: 'residence', source: 'population' }, foundResidence(answer))
}

type ResidenceReply = Awaited<ReturnType<typeof put<typeof ResidenceAnswer>>>

function foundResidence(answer: ResidenceReply): Finding<ResidenceFields> {
  if (isSilent(answer)) return { status: 'unavailable', reason: answer.silent }
  const { result, at, replyId, differs = [], residence } = answer
  if (result === 'missing' || !residence) return { status: 'missing', reason: 'not-found', at, replyId }
  return { status: result, at, replyId, differs, fields: residence }
}
