import pg from 'pg'

type Parser = (text: string) => unknown

/** '2026-11-21 08:05:00.123+00' (the sessions run in UTC) to '2026-11-21T08:05:00.123Z'; for instants that stand as text within JSON. */
export function instantOf(text: string): string {
  return `${text.replace(' ', 'T').replace(/\+00$/, '')}Z`
}

/** What differs from pg's own: no Date ever, whole numbers beyond 2^53 as bigint. */
const own = new Map<number, Parser>([
  [20, BigInt], // int8
  [1082, String], // date
  [1114, String], // timestamp
  [1184, instantOf], // timestamptz
])

/** The parser of a column type, by its object id. */
export function parserOf(oid: number): Parser {
  return own.get(oid) ?? (pg.types.getTypeParser(oid, 'text') as Parser)
}
