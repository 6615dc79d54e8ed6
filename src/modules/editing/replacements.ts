import { type Ctx, once, Refusal } from '#platform/act'
import { ask, rowsOf } from '#platform/db'
import { type Data, isEntries, isList } from './data.ts'

/** A paper of a procedure that data of other systems replaces, as a resolution lists it. */
export type ListedReplacement = {
  readonly code: string
  readonly paper: string
  readonly databases: readonly string[]
  readonly databaseText: string
  readonly legal: string
  readonly article: string
}

const mostLines = 20_000
const mostLetters = 2_000

/** What a file lists, and how many of its lines cannot be read; undefined for a file that is no such list. */
export function readReplacements(data: Data): { readonly lines: readonly ListedReplacement[]; readonly unread: number } | undefined {
  if (!isList(data) || data.length > mostLines) return undefined
  const lines = data.flatMap((one) => lineFrom(one) ?? [])
  return { lines, unread: data.length - lines.length }
}

function lineFrom(one: Data): ListedReplacement | undefined {
  if (!isEntries(one)) return undefined
  const text = (name: string): string => {
    const value = one[name]
    return typeof value === 'string' ? value.normalize('NFC').trim().slice(0, mostLetters) : ''
  }
  const [code, paper] = [text('code'), text('paper')]
  const databases = isList(one.databases)
    ? one.databases.filter((each) => typeof each === 'string' && /^[a-z-]{1,40}$/.test(each)).map(String)
    : []
  if (!/^[\d.]{3,20}$/.test(code) || paper === '' || databases.length === 0) return undefined
  return { code, paper, databases, databaseText: text('databaseText'), legal: text('legal'), article: text('article') }
}

const page = 200

/**
 * Takes a list in. A line that stands there already changes nothing.
 * @throws Refusal 403 for anybody but the program's own commands
 */
export async function importReplacements(ctx: Ctx, lines: readonly ListedReplacement[]): Promise<{ added: number; known: number }> {
  if (ctx.actor.kind !== 'job') throw new Refusal(403, 'not-for-you')
  const before = await countOf(ctx)
  for (let at = 0; at < lines.length; at += page) {
    const statements = lines.slice(at, at + page).map((one) => ({
      text: `insert into component_replacement (code, paper, databases, database_text, legal, article, imported_at)
             values ($1, $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      values: [one.code, one.paper, `{${one.databases.join(',')}}`, one.databaseText, one.legal, one.article, ctx.now],
    }))
    await once(ctx, async () => ({ as: ctx.actor, statements, answer: null }))
  }
  const added = (await countOf(ctx)) - before
  return { added, known: lines.length - added }
}

async function countOf(ctx: Ctx): Promise<number> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: 'select count(*)::int as n from component_replacement', values: [] }])
  return rowsOf<{ n: number }>(answer)[0]?.n ?? 0
}

/** The papers of a procedure that data replaces. */
export async function replacementsFor(ctx: Ctx, code: string): Promise<ListedReplacement[]> {
  const text = `select code, paper, databases, database_text as "databaseText", legal, article from component_replacement
    where code = $1 order by paper, legal, article limit 100`
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text, values: [code] }])
  return rowsOf<ListedReplacement>(answer)
}
