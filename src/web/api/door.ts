import type { Static, TObject, TSchema } from 'typebox'
import type { Words } from '#modules/procedures'
import type { Reply, Req } from '#platform/http'
import type { Services } from '../services.ts'

/** What a door answers. Without a status it is 200. */
export type Answer = { status?: number; body?: unknown; headers?: Record<string, string> }

/** One documented answer. */
export type AnswerDoc = { says: Words; schema?: TSchema; type?: string }

/** A request and its answer as they really are: the documentation shows it, a test runs it. */
export type Example = {
  shows: Words
  /** Who knocks: with a session where it is not the public. */
  as: 'public' | 'citizen' | 'receptionist'
  params?: Record<string, string>
  query?: Record<string, string>
  headers?: Record<string, string>
  /** JSON, or bytes as base64 for a door that takes bytes; `paper`: the certificate that was issued in the end. */
  body?: { json: unknown } | { base64: string } | { paper: true }
  answer: { status: number; body?: unknown; headers?: Record<string, string> }
}

/** What was asked, already checked by the door's own schemas. */
export type Asked<P extends TObject, Q extends TObject, B extends TSchema> = {
  req: Req
  reply: Reply
  services: Services
  params: Static<P>
  query: Static<Q>
  body: Static<B>
}

type Described = {
  method: 'GET' | 'POST' | 'PATCH'
  /** As OpenAPI writes it: `/api/v1/dossiers/{code}`. */
  path: string
  /** A name of `web/policy.ts`. */
  may: string
  group: 'procedures' | 'filing' | 'dossiers' | 'papers' | 'office' | 'install'
  /** What it does, as one sentence. */
  does: Words
  explains?: Words
  /** The request needs an `Idempotency-Key`: sent twice it happens once. */
  once?: true
  headers?: Readonly<Record<string, Words>>
  answers: Readonly<Record<number, AnswerDoc>>
  examples: readonly Example[]
}

export type Door<P extends TObject = TObject, Q extends TObject = TObject, B extends TSchema = TSchema> = Described & {
  params?: P
  query?: Q
  /** One schema for a body of JSON; a media type for bytes that come as a stream. */
  body?: { schema: B } | { bytes: string }
  /** Left out where another area opened the door: it is documented here all the same. */
  handle?: (asked: Asked<P, Q, B>) => Promise<Answer>
}

/** A door with its types set aside, for lists; the schemas keep them true. */
export type AnyDoor = Described & {
  params?: TObject
  query?: TObject
  body?: { schema: TSchema } | { bytes: string }
  handle?: (asked: { req: Req; reply: Reply; services: Services; params: never; query: never; body: never }) => Promise<Answer>
}

/** Writes a door: its schemas check, type and document it, and its handler is given what they say. */
export function door<P extends TObject, Q extends TObject, B extends TSchema>(written: Door<P, Q, B>): AnyDoor {
  return written
}
