import { stillSignedIn } from '#modules/identity'
import { type Ctx, entryFor, idAt, once, Refusal } from '#platform/act'
import type { Id } from '#platform/id'
import { type Data, isEntries, withPart } from './data.ts'
import { readExport } from './exchange.ts'
import { type Beginning, newBody } from './new-body.ts'
import { relationTo } from './policy.ts'
import { eventRow, exactlyOne, openDraftOf, publishedBody, type RevisionDraft } from './store.ts'

export type Begun = { ok: true; id: Id } | { ok: false; problems: { field: string; text: string }[] }

/** Begins the next revision of a published procedure; where somebody has begun it already, that draft goes on. */
export function beginCopy(ctx: Ctx, code: string): Promise<Begun> {
  return begin(ctx, async () => {
    const found = await publishedBody(ctx, code)
    if (found === undefined) throw new Refusal(404, 'no-such-procedure')
    return { code, body: found.body, basedOn: found.revision, origin: 'copy' }
  })
}

/** Begins a procedure of which nothing exists: with the questions about the applicant, and everything else to be written. */
export function beginNew(ctx: Ctx, beginning: Beginning): Promise<Begun> {
  return begin(ctx, async () => {
    const made = newBody(beginning, ctx.now)
    if (!made.ok) return made
    const known = await publishedBody(ctx, beginning.code)
    if (known !== undefined || (await openDraftOf(ctx, beginning.code)) !== undefined)
      return { ok: false, problems: [{ field: 'code', text: 'code-taken' }] }
    return { code: beginning.code, body: made.body, basedOn: null, origin: 'new' }
  })
}

/** Begins the next revision out of what another install's editor exported. What cannot be read is refused in words, and nothing is stored. */
export function beginImport(ctx: Ctx, text: string, language: 'vi' | 'en'): Promise<Begun> {
  return begin(ctx, async () => {
    const read = readExport(text, language)
    if (!read.ok) return { ok: false, problems: read.problems.map((one) => ({ field: 'file', text: one })) }
    const code = isEntries(read.body) ? String(read.body.code) : ''
    const known = await publishedBody(ctx, code)
    if ((await openDraftOf(ctx, code)) !== undefined) return { ok: false, problems: [{ field: 'file', text: 'draft-open' }] }
    return { code, body: read.body, basedOn: known?.revision ?? null, origin: 'import' }
  })
}

type Making = { code: string; body: Data; basedOn: number | null; origin: RevisionDraft['origin'] }

function begin(ctx: Ctx, making: () => Promise<Making | Extract<Begun, { ok: false }>>): Promise<Begun> {
  return once<Begun>(ctx, async () => {
    if (relationTo(ctx, []) === 'stranger') throw new Refusal(403, 'not-for-you')
    const made = await making()
    if ('ok' in made) return { instead: made }
    const open = await openDraftOf(ctx, made.code)
    if (open !== undefined) return { instead: { ok: true, id: open } }
    const id = idAt(ctx.now)
    const row = {
      text: `insert into revision_draft (id, code, based_on, origin, body, state, made_by, made_at, changed_by, changed_at)
             values ($1, $2, $3, $4, $5, 'draft', $6, $7, $6, $7) on conflict do nothing`,
      values: [id, made.code, made.basedOn, made.origin, JSON.stringify(withoutNumber(made.body)), ctx.actor.id, ctx.now],
    }
    const entry = entryFor(ctx.keys, ctx.actor.id, 'revision.made', id, ctx.now, { code: made.code, origin: made.origin })
    const statements = [
      ...stillSignedIn(ctx),
      exactlyOne(row, 'revision-changed'),
      eventRow(ctx, idAt(ctx.now), { id, version: 1 }, 'made'),
      entry,
    ]
    return { as: ctx.actor, statements, answer: { ok: true, id } }
  })
}

/** The number of a revision is given when it is published: two installs number on their own. From now on it is written by hand. */
const withoutNumber = (body: Data): Data => withPart(withPart(body, ['revision'], undefined), ['derived'], undefined)
