import { Type } from 'typebox'
import { type Asking, type LookUp, recorded } from './look-up.ts'
import { type Endpoint, isSilent, put } from './sources.ts'

export type NameFields = { taken: boolean }
export type OwnerFields = { has: boolean }
/** What the tax system gives back: the code of the household business, and the tax office that looks after it. */
export type TaxFields = { code: string; office: string }

export type TaxRegistration = {
  name: string
  communeCode: string
  address: string
  sector: string
  capital: string
  startsOn: string
  employees: number
  owner: { number: string; name: string }
  taxAddress: string
  phone: string
}

const text = Type.String({ maxLength: 300 })
const mark = { at: text, replyId: text }
const yesOrNo = Type.Object({ ...mark, result: Type.Union([Type.Literal('yes'), Type.Literal('no')]) })
const tax = { source: 'tax' } as const

/** Asks the register of household businesses whether a name is taken in a commune, as names are compared: case, spaces and marks aside. */
export async function lookUpBusinessName(
  register: Endpoint | undefined,
  asking: Asking,
  question: { name: string; communeCode: string },
): Promise<LookUp<NameFields>> {
  const topic = { question: 'business-name', ...tax } as const
  return answered(register, asking, topic, '/ten', question, (isYes) => ({ taken: isYes }))
}

/** Asks whether the person signed in has a household business already, anywhere in the country. */
export async function lookUpOwnBusiness(
  register: Endpoint | undefined,
  asking: Asking,
  question: { number: string },
): Promise<LookUp<OwnerFields>> {
  const topic = { question: 'own-business', ...tax } as const
  return answered(register, asking, topic, '/chu-ho', question, (isYes) => ({ has: isYes }))
}

async function answered<Fields>(
  register: Endpoint | undefined,
  asking: Asking,
  topic: { question: 'business-name' | 'own-business'; source: 'tax' },
  path: string,
  question: object,
  fieldsOf: (isYes: boolean) => Fields,
): Promise<LookUp<Fields>> {
  const askedAt = asking.now()
  if (register === undefined) return recorded<Fields>(asking, askedAt, topic, { status: 'unavailable', reason: 'unreachable' })
  const answer = await put(register, path, { queryId: asking.queryId, purpose: asking.purpose, ...question }, yesOrNo)
  if (isSilent(answer)) return recorded<Fields>(asking, askedAt, topic, { status: 'unavailable', reason: answer.silent })
  const { at, replyId, result } = answer
  return recorded(asking, askedAt, topic, { status: 'match', at, replyId, fields: fieldsOf(result === 'yes') })
}

const TaxAnswer = Type.Object({
  ...mark,
  result: Type.Union([Type.Literal('registered'), Type.Literal('rejected'), Type.Literal('conflict')]),
  code: Type.Optional(Type.String({ pattern: '^\\d{10,13}$' })),
  office: Type.Optional(text),
})

/**
 * Sends what the tax system needs and takes back the code of the household business (NĐ 168/2025/NĐ-CP). Asked again with the same
 * `asking.queryId` the same code comes. `mismatch`: the tax system rejected the data, a person must look.
 */
export async function registerForTax(
  register: Endpoint | undefined,
  asking: Asking,
  business: TaxRegistration,
): Promise<LookUp<TaxFields>> {
  const askedAt = asking.now()
  const topic = { question: 'tax-registration', ...tax } as const
  if (register === undefined) return recorded(asking, askedAt, topic, { status: 'unavailable', reason: 'unreachable' })
  const answer = await put(register, '/dang-ky', { requestId: asking.queryId, ...business }, TaxAnswer)
  if (isSilent(answer)) return recorded(asking, askedAt, topic, { status: 'unavailable', reason: answer.silent })
  const { at, replyId, result, code, office } = answer
  if (result !== 'registered' || code === undefined)
    return recorded(asking, askedAt, topic, { status: 'mismatch', at, replyId, differs: ['content'] })
  return recorded(asking, askedAt, topic, { status: 'match', at, replyId, fields: { code, office: office ?? '' } })
}
