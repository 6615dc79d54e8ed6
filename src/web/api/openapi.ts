import type { TObject, TSchema } from 'typebox'
import type { Language } from '#platform/i18n'
import { sessionCookie } from '../session.ts'
import type { AnyDoor, Example } from './door.ts'
import { ProblemSchema } from './schemas.ts'
import { groups, words } from './words.ts'

type Json = Readonly<Record<string, unknown>>

const problem = { $ref: '#/components/schemas/Problem' }

/** The machine doors as OpenAPI 3.1: made of the very schemas that check what is sent. */
export function openApi(doors: readonly AnyDoor[], publicUrl: string, lang: Language): Json {
  const say = words(lang)
  const paths: Record<string, Record<string, Json>> = {}
  for (const door of doors) {
    paths[door.path] ??= {}
    Object.assign(paths[door.path] ?? {}, { [door.method.toLowerCase()]: operation(door, lang) })
  }
  return {
    openapi: '3.1.0',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info: { title: say('title'), version: '1', description: [say('intro'), say('who'), say('once'), say('problems')].join('\n\n') },
    servers: [{ url: publicUrl }],
    tags: Object.entries(groups).map(([name, title]) => ({ name, description: title[lang] })),
    paths,
    components: {
      schemas: { Problem: ProblemSchema },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: say('bearer') },
        cookie: { type: 'apiKey', in: 'cookie', name: sessionCookie, description: say('cookie') },
      },
    },
  }
}

function operation(door: AnyDoor, lang: Language): Json {
  return {
    operationId: idOf(door),
    tags: [door.group],
    summary: door.does[lang],
    ...(door.explains === undefined ? {} : { description: door.explains[lang] }),
    security: door.may === 'anyone' ? [] : [{ bearer: [] }, { cookie: [] }],
    parameters: [...inPlace('path', door.params), ...inPlace('query', door.query), ...headersOf(door, lang)],
    ...(door.body === undefined ? {} : { requestBody: bodyOf(door) }),
    responses: responses(door, lang),
  }
}

/** "post-api-v1-dossiers": stable as long as the address is. */
export function idOf({ method, path }: Pick<AnyDoor, 'method' | 'path'>): string {
  return [method, ...path.split('/')]
    .join('-')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
}

function inPlace(place: 'path' | 'query', schema: TObject | undefined): Json[] {
  const required = new Set(schema?.required ?? [])
  return Object.entries(schema?.properties ?? {}).map(([name, type]) => ({ name, in: place, required: required.has(name), schema: type }))
}

function headersOf(door: AnyDoor, lang: Language): Json[] {
  const own = Object.entries(door.headers ?? {}).map(([name, says]) => ({
    name,
    in: 'header',
    required: true,
    description: says[lang],
    schema: { type: 'string' },
  }))
  const key = {
    name: 'Idempotency-Key',
    in: 'header',
    required: true,
    description: words(lang)('key'),
    schema: { type: 'string', minLength: 8, maxLength: 200 },
  }
  return door.once === true ? [...own, key] : own
}

function bodyOf({ body, examples }: AnyDoor): Json {
  if (body === undefined || 'bytes' in body) return { required: true, content: { [body?.bytes ?? '']: {} } }
  const shown = examples.flatMap((example): [string, Json][] =>
    example.body !== undefined && 'json' in example.body
      ? [[nameOf(example), { summary: example.shows.en, value: example.body.json }]]
      : [],
  )
  return { required: true, content: { 'application/json': { schema: body.schema, examples: Object.fromEntries(shown) } } }
}

function responses(door: AnyDoor, lang: Language): Json {
  const told = Object.entries(door.answers).map(([status, { says, schema, type = 'application/json' }]) => [
    status,
    { description: says[lang], content: { [type]: { ...schemaOf(schema), ...answersOf(door, Number(status)) } } },
  ])
  const otherwise = { description: words(lang)('problem'), content: { 'application/problem+json': { schema: problem } } }
  return { ...Object.fromEntries(told), default: otherwise }
}

function schemaOf(schema: TSchema | undefined): Json {
  if (schema === undefined) return {}
  return { schema: schema === ProblemSchema ? problem : schema }
}

function answersOf({ examples }: AnyDoor, status: number): Json {
  const shown = examples.filter(({ answer }) => answer.status === status && answer.body !== undefined)
  if (shown.length === 0) return {}
  return { examples: Object.fromEntries(shown.map((one) => [nameOf(one), { summary: one.shows.en, value: one.answer.body }])) }
}

const nameOf = ({ shows }: Example): string =>
  shows.en
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
