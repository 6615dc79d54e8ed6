import { stillSignedIn } from '#modules/identity'
import { type Ctx, entryFor, idAt, once, Refusal } from '#platform/act'
import type { Statement } from '#platform/db'
import type { Id } from '#platform/id'
import { type Fault, faultsIn } from './check.ts'
import { type Data, isSame, type Place, partAt, placeText, withPart } from './data.ts'
import { lint, mayBeSubmitted } from './lint.ts'
import { type DraftAct, may, relationTo } from './policy.ts'
import { shapeAt } from './shape-at.ts'
import { type EventAct, eventRow, exactlyOne, getRevisionDraft, type RevisionDraft } from './store.ts'

export type Saved = { ok: true; version: number } | { ok: false; because: 'changed' | 'not-a-draft' | 'wrong' }

/** @throws Refusal 403 unless the table of the policy lets the actor do this with the draft */
export function refuseUnlessMay(ctx: Ctx, act: DraftAct, draft: Pick<RevisionDraft, 'authors'>): void {
  if (!may[act][relationTo(ctx, draft.authors)]) throw new Refusal(403, 'not-for-you')
}

/** A part as somebody wants it to be; undefined takes it away. */
export type Change = { readonly place: Place; readonly part: Data | undefined }

/**
 * Stores what one page says, with what stood there before. Another version than the page showed stores nothing: somebody else wrote meanwhile,
 * and what was typed is shown beside it.
 */
export function saveParts(ctx: Ctx, id: Id, { changes, version }: { changes: readonly Change[]; version: number }): Promise<Saved> {
  return once<Saved>(ctx, async () => {
    const draft = await getRevisionDraft(ctx, id)
    refuseUnlessMay(ctx, 'write', draft)
    if (draft.state !== 'draft') return { instead: { ok: false, because: 'not-a-draft' } }
    if (draft.version !== version) return { instead: { ok: false, because: 'changed' } }
    const real = changes.filter(({ place, part }) => !isSame(partAt(draft.body, place), part))
    if (real.length === 0) return { instead: { ok: true, version } }
    if (real.some(({ place, part }) => part !== undefined && strangeIn(draft.body, place, part).length > 0))
      return { instead: { ok: false, because: 'wrong' } }
    const body = real.reduce<Data>((so, { place, part }) => withPart(so, place, part), draft.body)
    const update = {
      text: `update revision_draft set body = $3, version = version + 1, changed_by = $4, changed_at = $5 where id = $1 and version = $2 and state = 'draft'`,
      values: [id, version, JSON.stringify(body), ctx.actor.id, ctx.now],
    }
    const rows = real.map((one) => changeRow(ctx, draft, one))
    return {
      as: ctx.actor,
      statements: [...stillSignedIn(ctx), exactlyOne(update, 'revision-changed'), ...rows],
      answer: { ok: true, version: version + 1 },
    }
  })
}

function changeRow(ctx: Ctx, { id, version, body }: RevisionDraft, { place, part }: Change): Statement {
  return {
    text: 'insert into revision_change (draft_id, version, place, before, after, by, at) values ($1, $2, $3, $4, $5, $6, $7)',
    values: [id, version + 1, placeText(place), jsonOf(partAt(body, place)), jsonOf(part), ctx.actor.id, ctx.now],
  }
}

const jsonOf = (data: Data | undefined): string | null => (data === undefined ? null : JSON.stringify(data))

/** A draft may miss what is still to be written, and may not hold what the language does not have. */
function strangeIn(body: Data, place: Place, part: Data): Fault[] {
  const shape = shapeAt(withPart(body, place, part), place)
  if (shape === undefined) return [{ at: place, rule: 'notEntries' }]
  return faultsIn(shape, part, place).filter(({ rule }) => rule !== 'missing' && rule !== 'oneLanguage')
}

export type Decided = { ok: true } | { ok: false; because: 'own-work' | 'wrong-state' | 'findings' | 'note-missing' | 'changed' }

const from: Readonly<Record<'submit' | 'sendBack' | 'approve' | 'drop', readonly RevisionDraft['state'][]>> = {
  submit: ['draft'],
  sendBack: ['submitted', 'approved'],
  approve: ['submitted'],
  drop: ['draft', 'submitted', 'approved'],
}
const to = { submit: 'submitted', sendBack: 'draft', approve: 'approved', drop: 'dropped' } as const

/**
 * Leads a draft through its life: submitted, sent back with a reason, approved by a second person, dropped. One with dead ends is not submitted;
 * nobody approves what he wrote himself.
 */
export function decide(
  ctx: Ctx,
  id: Id,
  act: keyof typeof to,
  { version, note = '' }: { version: number; note?: string },
): Promise<Decided> {
  return once<Decided>(ctx, async () => {
    const draft = await getRevisionDraft(ctx, id)
    if (act === 'approve' && relationTo(ctx, draft.authors) === 'author') return { instead: { ok: false, because: 'own-work' } }
    refuseUnlessMay(ctx, act, draft)
    if (draft.version !== version) return { instead: { ok: false, because: 'changed' } }
    if (!from[act].includes(draft.state)) return { instead: { ok: false, because: 'wrong-state' } }
    if ((act === 'sendBack' || act === 'drop') && note === '') return { instead: { ok: false, because: 'note-missing' } }
    if ((act === 'submit' || act === 'approve') && !mayBeSubmitted(lint(draft.body, 'vi')))
      return { instead: { ok: false, because: 'findings' } }
    return { as: ctx.actor, statements: [...stillSignedIn(ctx), ...moving(ctx, draft, act, to[act], note)], answer: { ok: true } }
  })
}

/** The statements of one move, with its event and the entry in the chain of whoever did it. */
function moving(ctx: Ctx, draft: RevisionDraft, act: EventAct, state: RevisionDraft['state'], note: string): Statement[] {
  const update = {
    text: 'update revision_draft set state = $4 where id = $1 and version = $2 and state = $3',
    values: [draft.id, draft.version, draft.state, state],
  }
  return [
    exactlyOne(update, 'revision-changed'),
    eventRow(ctx, idAt(ctx.now), draft, act, note),
    entryFor(ctx.keys, ctx.actor.id, `revision.${act}`, draft.id, ctx.now, { code: draft.code, version: draft.version, note }),
  ]
}
