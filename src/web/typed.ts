import type { Req } from '#platform/http'
import { cleanInput, cleanParagraphs } from '#platform/text'

/** What was typed into a form. A field that was not sent is empty. */
export type Typed = {
  /** One line, cleaned. */
  line(name: string): string
  /** Several lines, cleaned. */
  lines(name: string): string
  /** As it came: for passwords. */
  raw(name: string): string
  /** All values of one name: what was ticked. */
  all(name: string): string[]
}

export function typedIn(req: Req): Typed {
  const body = typeof req.body === 'object' && req.body !== null ? (req.body as Record<string, unknown>) : {}
  const raw = (name: string): string => {
    const value = body[name]
    return typeof value === 'string' ? value : ''
  }
  return {
    raw,
    line: (name) => cleanInput(raw(name)),
    lines: (name) => cleanParagraphs(raw(name)),
    all: (name) => [body[name]].flat().filter((one): one is string => typeof one === 'string' && one !== ''),
  }
}

/** A parameter of the path; routes name only those they have. */
export function param(req: Req, name: string): string {
  const params = req.params as Readonly<Record<string, string | undefined>>
  return params[name] ?? ''
}

/** A parameter of the query; empty when it is missing or stands there twice. */
export function asked(req: Req, name: string): string {
  const query = req.query as Readonly<Record<string, unknown>>
  const value = query[name]
  return typeof value === 'string' ? value : ''
}
