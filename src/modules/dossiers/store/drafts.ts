import { type Answers, knownRevision, type Procedure, type Provenance, revisionOf, type SourceName } from '#modules/procedures'
import type { Status as LookUpStatus } from '#modules/sharing'
import { type Ctx, Refusal } from '#platform/act'
import { asActor, rowsOf, type Statement } from '#platform/db'
import { type Id, isId } from '#platform/id'

/** How one question to a source ended; kept with the draft, so that a page can say so and nobody is asked twice. */
export type AskedSource = {
  /** The question itself: source and whom it was about. */
  readonly key: string
  readonly from: SourceName
  readonly fields: readonly string[]
  readonly status: LookUpStatus
  readonly at: string
  /** The rows that prove it. */
  readonly lookUps: readonly Id[]
  /** What a paper of the citizen's own wallet says: held against the answers, also where it replaces none. */
  readonly items?: Answers
}

/** Whose matter it is, as the card at the counter says it: what fills the form where VNeID would. */
export type CardSeen = { readonly name: string; readonly number?: string; readonly bornOn?: string; readonly phone?: string }

/** Who stands at the counter for which a draft is written. */
export type AtCounter = { readonly unit: Id; readonly applicant: Id; readonly submitter: Id; readonly helper: Id | null }

/** What a draft holds, sealed as one value. */
export type DraftContent = {
  readonly answers: Answers
  readonly known: Provenance
  /** Fields of which the citizen said that the source is wrong: typed now, and not asked of a source again. */
  readonly disputed: readonly string[]
  readonly asked: readonly AskedSource[]
  /** Of a sheet written at a counter: the card, and the papers that were seen and given back. */
  readonly card?: CardSeen
  readonly shown?: readonly string[]
  /** The form became another while this was under way: pages to be looked at again, by their ids; null when it was seen. */
  readonly changed?: { readonly pages: readonly string[] } | null
}

export type StoredDraft = DraftContent & {
  readonly id: Id
  readonly procedure: Procedure
  /** The competent unit that was chosen. */
  readonly unit: Id | null
  /** Place of the page reached, among all pages of the procedure. */
  readonly page: number
  readonly version: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly counter?: AtCounter
}

type Row = {
  id: Id
  procedure_code: string
  revision: number
  unit_id: Id | null
  answers: Buffer
  page: number
  version: number
  created_at: string
  updated_at: string
  party_id: Id
  counter_unit_id: Id | null
  submitter_id: Id | null
  helper_id: Id | null
}

const columns = [
  'id',
  'procedure_code',
  'revision',
  'unit_id',
  'answers',
  'page',
  'version',
  'created_at',
  'updated_at',
  'party_id',
  'counter_unit_id',
  'submitter_id',
  'helper_id',
] as const

/** @throws Refusal 404 when it is not the actor's, was filed or thrown away */
export async function readDraft(ctx: Ctx, id: Id): Promise<StoredDraft> {
  const row = isId(id) ? await ctx.db.selectFrom('draft').where('id', '=', id).select(columns).executeTakeFirst() : undefined
  if (row === undefined) throw new Refusal(404, 'no-such-draft')
  return fromRow(ctx, row)
}

/** The sheets that this official has begun at the counter and not taken in, newest first. */
export async function readCounterDrafts(ctx: Ctx, most: number): Promise<StoredDraft[]> {
  const rows = await ctx.db
    .selectFrom('draft')
    .where('account_id', '=', ctx.actor.id)
    .where('counter_unit_id', 'is not', null)
    .orderBy('updated_at', 'desc')
    .limit(most)
    .select(columns)
    .execute()
  return Promise.all(rows.map((row) => fromRow(ctx, row)))
}

/** The drafts of the party for whom the actor acts, newest first. */
export async function readOwnDrafts(ctx: Ctx, most: number): Promise<StoredDraft[]> {
  const rows = await ctx.db
    .selectFrom('draft')
    .where('party_id', '=', ctx.actor.party ?? ctx.actor.id)
    .orderBy('updated_at', 'desc')
    .limit(most)
    .select(columns)
    .execute()
  return Promise.all(rows.map((row) => fromRow(ctx, row)))
}

async function fromRow(ctx: Ctx, row: Row): Promise<StoredDraft> {
  const { procedure_code: code, revision } = row
  const procedure = knownRevision(ctx, code, revision) ?? (await revisionOf(ctx, code, revision))
  if (procedure === undefined) throw new Error(`revision ${revision} of ${code} is gone`)
  return {
    ...ctx.keys.openJson<DraftContent>(row.answers, 'draft.answers'),
    id: row.id,
    procedure,
    unit: row.unit_id,
    page: row.page,
    version: row.version,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...(row.counter_unit_id !== null && {
      counter: {
        unit: row.counter_unit_id,
        applicant: row.party_id,
        submitter: row.submitter_id ?? row.party_id,
        helper: row.helper_id,
      },
    }),
  }
}

function sealed(ctx: Ctx, { answers, known, disputed, asked, card, shown, changed }: DraftContent): Buffer {
  const content = { answers, known, disputed, asked, ...(card && { card }), ...(shown && { shown }), ...(changed && { changed }) }
  return ctx.keys.sealJson(content, 'draft.answers')
}

/** The same id twice makes one draft: a repeated tap begins nothing new. */
export async function insertDraft(
  ctx: Ctx,
  id: Id,
  procedure: Procedure,
  unit: Id | null,
  content: DraftContent,
  counter?: AtCounter,
): Promise<void> {
  await ctx.pool.trip([
    asActor(ctx.actor),
    {
      text: `insert into draft (id, account_id, party_id, procedure_code, revision, unit_id, answers, created_at, updated_at, counter_unit_id, submitter_id, helper_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $8, $9, $10, $11) on conflict (id) do nothing`,
      values: [
        id,
        ctx.actor.id,
        counter?.applicant ?? ctx.actor.party ?? ctx.actor.id,
        procedure.code,
        procedure.revision,
        unit,
        sealed(ctx, content),
        ctx.now,
        counter?.unit ?? null,
        counter?.submitter ?? null,
        counter?.helper ?? null,
      ],
    },
  ])
}

const mostTries = 4

export type Change = Partial<DraftContent> & {
  readonly page?: number
  readonly unit?: Id
  readonly procedure?: Procedure
  readonly rows?: readonly Statement[]
}

/**
 * Changes a draft on what is stored at that moment: when another device stores in between, the change is made again on the newer state,
 * so that neither loses the other's pages.
 * @throws Refusal 404 · 503 'busy' when others were faster again and again
 */
export async function changeDraft(ctx: Ctx, id: Id, change: (draft: StoredDraft) => Change): Promise<StoredDraft> {
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const before = await readDraft(ctx, id)
    const { page = before.page, unit = before.unit, procedure = before.procedure, rows = [], ...content } = change(before)
    const after: StoredDraft = { ...before, ...content, page, unit, procedure, version: before.version + 1, updatedAt: ctx.now }
    const answers = await ctx.pool
      .trip([
        asActor(ctx.actor),
        {
          text: `with moved as (update draft set answers = $3, page = $4, unit_id = $5, revision = $7, version = version + 1, updated_at = $6
                   where id = $1 and version = $2 returning 1) select refuse_unless(count(*) = 1, 'draft-changed') from moved`,
          values: [id, before.version, sealed(ctx, after), page, unit, ctx.now, procedure.revision],
        },
        ...rows,
      ])
      .catch(unlessGuarded)
    if (answers !== undefined) return after
  }
  throw new Refusal(503, 'busy')
}

function unlessGuarded(error: unknown): undefined {
  if (error instanceof Error && error.message === 'draft-changed') return undefined
  throw error
}

export async function deleteDraft(ctx: Ctx, id: Id, rows: readonly Statement[]): Promise<boolean> {
  const answers = await ctx.pool.trip([asActor(ctx.actor), ...rows, { text: 'delete from draft where id = $1 returning id', values: [id] }])
  return rowsOf(answers.at(-1)).length === 1
}
