import type { Span } from '@opentelemetry/api'
import type { FastifyReply, FastifyRequest } from 'fastify'
import type { VNode } from 'preact'
import type { Ctx } from '#platform/act'
import type { Actor } from '#platform/db'
import type { Language } from '#platform/i18n'

/** Who knocks: found from the session cookie before any handler runs. */
export type Who = {
  actor: Actor
  /** How the person is addressed in the masthead, and from where; absent for the public. */
  shown?: { name: string; post?: string; unit?: string }
  /** Bound into every form of this visitor. */
  visitor: string
}

/** What a page may ask of the request beyond its parameters. */
export type Asked = {
  who: Who
  ctx: Ctx
  lang: Language
  csrf: string
  /** Where a form sends its key; a fresh one for every form shown. */
  newKey: () => string
}

declare module 'fastify' {
  interface FastifyRequest {
    who: Who
    ctx: Ctx
    lang: Language
    readonly csrf: string
    /** Whether a form's token is this visitor's. A `streamed` door asks it itself, since the token comes inside the body. */
    isOurForm: (token: unknown) => boolean
    span: Span
  }
  interface FastifyReply {
    /** Sends a page: markup rendered on the server. */
    page(this: FastifyReply, vnode: VNode): FastifyReply
  }
  interface FastifyContextConfig {
    may?: string
    /** The body is taken by the handler itself, piece by piece. */
    streamed?: boolean
    /** A door for machines: no form token, problems as JSON. */
    machine?: boolean
    /** Needs no idempotency key: it changes nothing that could be doubled. */
    keyless?: boolean
  }
}

export type Req = FastifyRequest
export type Reply = FastifyReply
