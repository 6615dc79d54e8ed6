import Type from 'typebox'

/** Shapes that several doors speak of. What is no member here is refused when it is sent. */
const closed = { additionalProperties: false } as const

export const Words = Type.Object({ vi: Type.String(), en: Type.String() }, { ...closed, description: 'The same in Vietnamese and English' })
export const Id = Type.String({ format: 'uuid' })
export const Instant = Type.String({ format: 'date-time', description: 'An instant in UTC' })
export const Day = Type.String({ format: 'date' })
export const Code = Type.String({ minLength: 1, maxLength: 60, description: 'The number of a dossier, as its receipt prints it' })
export const CommuneCode = Type.String({ pattern: '^\\d{5}$', description: 'Commune code of QĐ 19/2025/QĐ-TTg' })
export const ProcedureCode = Type.String({ pattern: '^[\\d.]{3,20}$', description: 'Code in the national catalogue of procedures' })
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$', description: 'SHA-256 in hexadecimal' })
export const orNull = <T extends Type.TSchema>(schema: T) => Type.Union([schema, Type.Null()])

export const object = <P extends Type.TProperties>(properties: P) => Type.Object(properties, closed)

/** One thing wrong with what was sent. */
export const FaultSchema = object({
  at: Type.String({ description: 'JSON pointer into what was sent' }),
  rule: Type.String({ description: 'Keyword of JSON Schema, or rule of the procedure, that does not hold' }),
  detail: Type.Optional(Type.String({ description: 'What is wrong and how to right it, in the language asked for' })),
})

/** RFC 9457. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String({ description: '«urn:lien-thong:problem:» and the reason, or «about:blank»' }),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String({ description: 'What is wrong and what to do, as one would tell a person' }),
    instance: Type.String({ description: 'Id of the request; the log knows it' }),
    reason: Type.Optional(Type.String()),
    faults: Type.Optional(Type.Array(FaultSchema)),
  },
  closed,
)
