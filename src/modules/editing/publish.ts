import { stillSignedIn } from '#modules/identity'
import { fromRow } from '#modules/procedures'
import { type Ctx, entryFor, idAt, later, once, Refusal } from '#platform/act'
import { epochMs, instantAt, localDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import { refuseUnlessMay } from './change.ts'
import { withPart } from './data.ts'
import { lint, mayBeSubmitted } from './lint.ts'
import { eventRow, exactlyOne, getRevisionDraft, publishedBody } from './store.ts'

/** What happens to those who are under way: they keep their revision, they go over where it fits, or whoever handles them is asked. */
export const forDossiers = ['pin', 'rebase', 'ask'] as const
export const forDrafts = ['pin', 'rebase'] as const

export type Release = {
  readonly inForceFrom: string
  readonly dossiers: (typeof forDossiers)[number]
  readonly drafts: (typeof forDrafts)[number]
}

export type PublishedDraft = { ok: true; code: string; revision: number } | { ok: false; because: 'wrong-state' | 'past' | 'findings' }

/**
 * Publishes an approved draft as the next revision, in force from a day on. From then on it never changes; what happens to the dossiers and drafts
 * under way is stored with it.
 * @throws Refusal 403 for whoever keeps no procedures, 409 when somebody else was faster
 */
export function publishDraft(ctx: Ctx, id: Id, { inForceFrom, dossiers, drafts }: Release): Promise<PublishedDraft> {
  return once<PublishedDraft>(ctx, async () => {
    const draft = await getRevisionDraft(ctx, id)
    refuseUnlessMay(ctx, 'publish', draft)
    if (draft.state !== 'approved') return { instead: { ok: false, because: 'wrong-state' } }
    if (inForceFrom < localDate(ctx.now)) return { instead: { ok: false, because: 'past' } }
    const body = withPart(draft.body, ['inForceFrom'], inForceFrom)
    if (!mayBeSubmitted(lint(body, 'vi'))) return { instead: { ok: false, because: 'findings' } }
    const revision = ((await publishedBody(ctx, draft.code))?.revision ?? 0) + 1
    const procedure = fromRow({ definition: withPart(body, ['revision'], revision) })
    const stored = JSON.stringify(withPart(body, ['revision'], revision))
    const row = {
      text: `insert into procedure_revision (code, revision, name, in_force_from, basis, body, state, proposed_at, published_at, published_by)
             values ($1, $2, $3, $4, $5, $6, 'published', $7, $7, $8) on conflict do nothing`,
      values: [draft.code, revision, procedure.name.vi, inForceFrom, procedure.basis, stored, ctx.now, ctx.actor.id],
    }
    const release = {
      text: 'insert into revision_release (code, revision, draft_id, in_force_from, dossiers, drafts, by, at) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing',
      values: [draft.code, revision, id, inForceFrom, dossiers, drafts, ctx.actor.id, ctx.now],
    }
    const over = {
      text: `update revision_draft set state = 'published', revision = $3 where id = $1 and version = $2 and state = 'approved'`,
      values: [id, draft.version, revision],
    }
    const entry = entryFor(ctx.keys, ctx.actor.id, 'revision.publish', id, ctx.now, {
      code: draft.code,
      revision,
      inForceFrom,
      dossiers,
      drafts,
    })
    const goesOver =
      dossiers === 'rebase' ? [later(rebaseTask, { code: draft.code, revision: String(revision) }, startOf(ctx, inForceFrom))] : []
    const statements = [
      ...stillSignedIn(ctx),
      row,
      release,
      exactlyOne(over, 'revision-changed'),
      eventRow(ctx, idAt(ctx.now), draft, 'publish'),
      entry,
      ...goesOver,
    ]
    return { as: ctx.actor, statements, answer: { ok: true, code: draft.code, revision } }
  })
}

/** What open dossiers wait for when they go over: the task of the dossiers' own module. */
const rebaseTask = 'rebase-dossiers'

/** With the first minute of the day, or at once where that has passed. */
function startOf({ now }: Ctx, day: string): { runAt?: string } {
  const begins = instantAt(day, '00:00')
  return epochMs(begins) > epochMs(now) ? { runAt: begins } : {}
}

export type Impact = {
  readonly dossiers: number
  readonly drafts: number
  readonly byRevision: readonly { kind: 'dossier' | 'draft'; revision: number; count: number }[]
}

/** How many are under way under which revision, in the whole province. */
export async function impactOf(ctx: Ctx, code: string): Promise<Impact> {
  if (ctx.actor.roles?.includes('procedureOfficer') !== true) throw new Refusal(403, 'not-for-you')
  const [answer] = await ask(ctx.pool, ctx.actor, [
    { text: 'select kind, revision, count::int as count from revision_impact($1)', values: [code] },
  ])
  const byRevision = rowsOf<{ kind: 'dossier' | 'draft'; revision: number; count: number }>(answer)
  const total = (kind: 'dossier' | 'draft') => byRevision.filter((row) => row.kind === kind).reduce((sum, row) => sum + row.count, 0)
  return { dossiers: total('dossier'), drafts: total('draft'), byRevision }
}
