import { namesOf } from '#modules/identity'
import { type Ctx, Refusal } from '#platform/act'
import { ask, rowsOf, type Statement } from '#platform/db'
import type { Id } from '#platform/id'
import type { Data } from './data.ts'

export type DraftState = 'draft' | 'submitted' | 'approved' | 'published' | 'dropped'
export type EventAct = 'made' | 'submit' | 'sendBack' | 'approve' | 'publish' | 'drop'

/** The next revision of a procedure while officers work on it. */
export type RevisionDraft = {
  readonly id: Id
  readonly code: string
  readonly basedOn: number | null
  readonly revision: number | null
  readonly origin: 'copy' | 'new' | 'import'
  readonly body: Data
  readonly version: number
  readonly state: DraftState
  readonly changedBy: Id
  readonly changedAt: string
  /** Everybody who began it or wrote in it. */
  readonly authors: readonly Id[]
}

type Row = {
  id: Id
  code: string
  based_on: number | null
  revision: number | null
  origin: RevisionDraft['origin']
  body: Data
  version: number
  state: DraftState
  changed_by: Id
  changed_at: string
  authors: Id[]
}

const columns = `d.id, d.code, d.based_on, d.revision, d.origin, d.body, d.version, d.state, d.changed_by, d.changed_at,
  array(select distinct c.by from revision_change c where c.draft_id = d.id) || d.made_by as authors`

function draftFrom({ based_on, changed_by, changed_at, ...row }: Row): RevisionDraft {
  return { ...row, basedOn: based_on, changedBy: changed_by, changedAt: changed_at }
}

/** @throws Refusal 404 when there is none, or it is not the actor's to see */
export async function getRevisionDraft(ctx: Ctx, id: Id): Promise<RevisionDraft> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: `select ${columns} from revision_draft d where d.id = $1`, values: [id] }])
  const [row] = rowsOf<Row>(answer)
  if (row === undefined) throw new Refusal(404, 'no-such-revision-draft')
  return draftFrom(row)
}

/** The draft of a procedure that is still under work. */
export async function openDraftOf(ctx: Ctx, code: string): Promise<Id | undefined> {
  const row = await ctx.db
    .selectFrom('revision_draft')
    .select('id')
    .where('code', '=', code)
    .where('state', 'in', ['draft', 'submitted', 'approved'])
    .executeTakeFirst()
  return row?.id
}

/** The stored definition of a published revision; of the newest where none is named. */
export async function publishedBody(ctx: Ctx, code: string, revision?: number): Promise<{ revision: number; body: Data } | undefined> {
  const text = `select revision, body from procedure_revision where code = $1 and state = 'published' and ($2::int is null or revision = $2)
    order by revision desc limit 1`
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text, values: [code, revision ?? null] }])
  return rowsOf<{ revision: number; body: Data }>(answer)[0]
}

/** One line of the list of procedures. */
export type ListedProcedure = {
  readonly code: string
  readonly name: string
  readonly revision: number | null
  readonly inForceFrom: string | null
  readonly draft: { readonly id: Id; readonly state: DraftState; readonly changedAt: string } | undefined
}

type ListedRow = {
  code: string
  name: string
  revision: number | null
  in_force_from: string | null
  draft_id: Id | null
  state: DraftState | null
  changed_at: string | null
}

/** Every procedure that is published or being written, those under work first. */
export async function listedProcedures(ctx: Ctx): Promise<ListedProcedure[]> {
  const text = `with newest as (select distinct on (code) code, revision, name, in_force_from::text from procedure_revision
      where state = 'published' order by code, revision desc),
    open as (select id, code, state, changed_at, coalesce(body->'name'->>'vi', code) as name from revision_draft where state in ('draft', 'submitted', 'approved'))
    select coalesce(n.code, o.code) as code, coalesce(n.name, o.name) as name, n.revision, n.in_force_from, o.id as draft_id, o.state, o.changed_at
    from newest n full join open o on o.code = n.code order by (o.id is null), coalesce(n.code, o.code)`
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text, values: [] }])
  return rowsOf<ListedRow>(answer).map(({ code, name, revision, in_force_from, draft_id, state, changed_at }) => ({
    code,
    name,
    revision,
    inForceFrom: in_force_from,
    draft: draft_id === null || state === null || changed_at === null ? undefined : { id: draft_id, state, changedAt: changed_at },
  }))
}

/** What somebody did with a draft: a saved page with what stood there before and after, or an event of its life. */
export type Entry = { readonly at: string; readonly by: string; readonly version: number } & (
  | { readonly change: { readonly place: string; readonly before: Data | null; readonly after: Data | null } }
  | { readonly event: { readonly act: EventAct; readonly note: string } }
)

type ChangeRow = { version: number; place: string; before: Data | null; after: Data | null; by: Id; at: string }
type EventRow = { version: number; act: EventAct; note: string; by: Id; at: string }

/** Everything that happened to a draft, newest first. */
export async function historyOf(ctx: Ctx, id: Id): Promise<Entry[]> {
  const [changes, events] = await ask(ctx.pool, ctx.actor, [
    {
      text: 'select version, place, before, after, by, at from revision_change where draft_id = $1 order by version desc limit 500',
      values: [id],
    },
    { text: 'select version, act, note, by, at from revision_event where draft_id = $1 order by at desc limit 200', values: [id] },
  ])
  const [changed, happened] = [rowsOf<ChangeRow>(changes), rowsOf<EventRow>(events)]
  const names = await namesOf(ctx, [...new Set([...changed, ...happened].map((row) => row.by))])
  const told = ({ by, at, version }: ChangeRow | EventRow) => ({ at, version, by: names.get(by) ?? '–' })
  const entries: Entry[] = [
    ...changed.map((row) => ({ ...told(row), change: { place: row.place, before: row.before, after: row.after } })),
    ...happened.map((row) => ({ ...told(row), event: { act: row.act, note: row.note } })),
  ]
  return entries.sort((a, b) => b.at.localeCompare(a.at) || b.version - a.version || ('event' in a ? -1 : 1))
}

/** A statement that stores nothing, and lets nothing of its trip be stored, unless it touched exactly one row. */
export function exactlyOne(change: Statement, otherwise: string): Statement {
  return {
    text: `with done as (${change.text} returning 1) select refuse_unless(count(*) = 1, '${otherwise}') from done`,
    values: change.values,
  }
}

export function eventRow(ctx: Ctx, id: Id, draft: { id: Id; version: number }, act: EventAct, note = ''): Statement {
  const text = 'insert into revision_event (id, draft_id, version, act, note, by, at) values ($1, $2, $3, $4, $5, $6, $7)'
  return { text, values: [id, draft.id, draft.version, act, note, ctx.actor.id, ctx.now] }
}
