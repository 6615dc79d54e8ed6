import type { TSchema } from 'typebox'
import { Compile, type Validator } from 'typebox/compile'
import { Convert } from 'typebox/value'
import { Refusal } from '#platform/act'
import { type Doors, problemOf, type Reply, type Req } from '#platform/http'
import { sentences } from '../sentences.ts'
import type { Services } from '../services.ts'
import type { AnyDoor } from './door.ts'

/** One thing that is wrong with what was sent: a JSON pointer to it, and the keyword or rule that it breaks. */
export type Fault = { at: string; rule: string; detail?: string }

/** Answers with a problem (RFC 9457) that names every fault. */
export function faulty(req: Req, reply: Reply, reason: string, faults: readonly Fault[]): Reply {
  const problem = problemOf(new Refusal(422, reason), req.lang, req.id, sentences)
  return reply
    .code(422)
    .type('application/problem+json')
    .send(JSON.stringify({ ...problem, faults }))
}

/** Opens a machine door. What does not fit its schemas never reaches its handler. */
export function openDoor(doors: Doors, services: Services, door: AnyDoor): void {
  const { handle, once } = door
  if (handle === undefined) return
  const checks = {
    params: checkOf(door.params),
    query: checkOf(door.query),
    body: checkOf(door.body && 'schema' in door.body ? door.body.schema : undefined),
  }
  const isStream = door.body !== undefined && 'bytes' in door.body
  const handler = async (req: Req, reply: Reply) => {
    if (door.body !== undefined) assertType(req, 'bytes' in door.body ? door.body.bytes : 'application/json')
    const params = checks.params(req.params, true)
    const query = checks.query(req.query, true)
    const body = isStream ? { value: undefined, faults: [] } : checks.body(req.body, false)
    const faults = [...under('/params', params.faults), ...under('/query', query.faults), ...under('', body.faults)]
    if (faults.length > 0) return faulty(req, reply, 'not-as-documented', faults)
    const given = { params: params.value, query: query.value, body: body.value } as { params: never; query: never; body: never }
    const answer = await handle({ req, reply, services, ...given })
    if (reply.sent) return reply
    return reply
      .code(answer.status ?? 200)
      .headers(answer.headers ?? {})
      .send(answer.body)
  }
  const path = door.path.replaceAll(/\{(\w+)\}/g, ':$1')
  const asked = { may: door.may, machine: true, ...(isStream && { streamed: true }), ...(once !== true && { keyless: true }) }
  if (door.method === 'GET') doors.get(path, asked, handler)
  else if (door.method === 'POST') doors.post(path, asked, handler)
  else doors.patch(path, asked, handler)
}

function assertType(req: Req, wanted: string): void {
  if ((req.headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() !== wanted)
    throw new Refusal(415, 'not-this-type', { type: wanted })
}

type Checked = { value: unknown; faults: Fault[] }

/** `convert`: what travels in an address is text; numbers and truth values are read from it. */
function checkOf(schema: TSchema | undefined): (value: unknown, convert: boolean) => Checked {
  if (schema === undefined) return () => ({ value: {}, faults: [] })
  let validator: Validator | undefined
  return (given, convert) => {
    validator ??= Compile(schema)
    const value = convert ? Convert(schema, given) : given
    return { value, faults: validator.Check(value) ? [] : faultsIn(validator.Errors(value)) }
  }
}

type Told = { instancePath: string; keyword: string; params: object }

/** A schema's errors as faults; what stands under a refused member is told once. */
export function faultsIn(errors: readonly Told[]): Fault[] {
  const missing = (params: object): string[] =>
    'requiredProperties' in params && Array.isArray(params.requiredProperties) ? params.requiredProperties.map(String) : []
  const faults = errors.flatMap(({ instancePath, keyword, params }): Fault[] => {
    if (keyword === 'required') return missing(params).map((name) => ({ at: `${instancePath}/${name}`, rule: 'required' }))
    if (keyword === 'additionalProperties') return []
    return [{ at: instancePath, rule: keyword === 'boolean' ? 'unknown-member' : keyword }]
  })
  return faults.slice(0, 100)
}

const under = (place: string, faults: readonly Fault[]): Fault[] => faults.map((fault) => ({ ...fault, at: `${place}${fault.at}` }))
