import { type Ctx, idAt } from '#platform/act'
import { type Answer, asActor, ask, rowsOf, type Statement } from '#platform/db'
import { type Id, isId } from '#platform/id'

/** One thing that happened: codes and parameters; the post, never the name, is what citizens read. */
export type Event = {
  seq: number
  name: string
  step: string | null
  at: string
  actorId: Id
  post: string | null
  unit: Id
  params: Record<string, unknown>
  /** Reasons and the like, opened for those who may read the case. */
  private: Record<string, unknown>
}

export type UsedPaper = {
  file: Id
  component: string
  name: string
  mediaType: string
  size: number
  sha256: string
  scan: string
  at: string
}
export type Access = { at: string; post: string | null; unit: Id; purpose: string }
export type LookedUp = {
  id: Id
  source: string
  purpose: string
  component: string | null
  status: string
  at: string
  result: Record<string, unknown>
  challenged: boolean
}
export type AskedElsewhere = {
  id: Id
  code: string
  subject: string
  toUnit: Id
  question: string
  dueAt: string
  outcome: string | null
  answer: string | null
  answeredAt: string | null
}

/** One passing on: from or to another unit, with the number that the case has there. */
export type PassedOn = { way: 'from' | 'to'; code: string; unit: Id; at: string }

const about = (item: Id, text: string): Statement => ({ text, values: [item] })

/** The question for the look-ups of a case, by its id or number; those made while it was a draft come along. */
export function lookUpQuestion(ref: Id | string): Statement {
  const item = isId(ref) ? '$1::uuid' : '(select id from work_item where code = $1)'
  return {
    text: `select l.id, l.source, l.purpose, l.component, l.status, l.at, l.result, exists (select from look_up_challenge c where c.look_up_id = l.id) as challenged from look_up l
      where l.work_item_id = ${item} or l.draft_id = (select coalesce(d.draft_id, (select t.draft_id from transfer t where t.to_item = d.work_item_id)) from dossier d where d.work_item_id = ${item}) order by l.at`,
    values: [ref],
  }
}

type LookUpRow = Omit<LookedUp, 'result'> & { result: Buffer }

export function lookUpsFrom(ctx: Pick<Ctx, 'keys'>, answer: Answer | undefined): LookedUp[] {
  return rowsOf<LookUpRow>(answer).map((row) => ({
    ...row,
    result: ctx.keys.openJson<Record<string, unknown>>(row.result, 'look_up.result'),
  }))
}

/** Everything around a case, in one trip. */
export async function surroundingsOf(
  ctx: Ctx,
  item: Id,
): Promise<{
  events: Event[]
  papers: UsedPaper[]
  accesses: Access[]
  lookUps: LookedUp[]
  asked: AskedElsewhere[]
  requests: { no: number; at: string; answered: boolean; defects: { code: string; note: string }[] }[]
  /** Where the case came from and went to, when units passed it on. */
  passed: PassedOn[]
}> {
  const [acts, files, accesses, lookUps, asked, requests, passed] = await ask(ctx.pool, ctx.actor, [
    about(
      item,
      'select a.seq, a.name, a.step, a.at, a.actor_id, p.title as post, a.unit_id, a.params, a.private from act a left join post p on p.id = a.post_id where a.work_item_id = $1 order by a.seq',
    ),
    about(
      item,
      `select u.file_id, u.component, f.name, f.media_type, f.size, encode(f.sha256, 'hex') as sha256, coalesce(v.verdict, f.scan) as scan, u.at from file_use u join stored_file f on f.id = u.file_id left join file_scan v on v.file_id = f.id
      where u.work_item_id = $1 and not exists (select from file_use_end e where e.file_id = u.file_id and e.work_item_id = u.work_item_id and e.component = u.component) order by u.at, u.component`,
    ),
    about(
      item,
      'select r.at, p.title as post, r.unit_id, r.purpose from record_access r left join post p on p.id = r.post_id where r.work_item_id = $1 order by r.at desc limit 200',
    ),
    lookUpQuestion(item),
    about(
      item,
      `select c.work_item_id, w.code, c.subject, c.to_unit, c.question, c.due_at, a.outcome, a.answer, a.at as answered_at from consultation c left join work_item w on w.id = c.work_item_id
      left join consultation_answer a on a.work_item_id = c.work_item_id where c.parent_id = $1 order by c.at`,
    ),
    about(
      item,
      `select r.no, r.at, r.defects, exists (select from supplement_answer a where a.request_id = r.id) as answered from supplement_request r where r.work_item_id = $1 order by r.no`,
    ),
    about(
      item,
      'select from_code, to_code, from_unit, to_unit, at, to_item = $1 as arrived from transfer where from_item = $1 or to_item = $1 order by at',
    ),
  ])
  return {
    events: rowsOf<{
      seq: number
      name: string
      step: string | null
      at: string
      actor_id: Id
      post: string | null
      unit_id: Id
      params: Record<string, unknown>
      private: Buffer | null
    }>(acts).map((row) => ({
      seq: row.seq,
      name: row.name,
      step: row.step,
      at: row.at,
      actorId: row.actor_id,
      post: row.post,
      unit: row.unit_id,
      params: row.params,
      private: row.private === null ? {} : ctx.keys.openJson<Record<string, unknown>>(row.private, 'act.private'),
    })),
    papers: rowsOf<{
      file_id: Id
      component: string
      name: Buffer
      media_type: string
      size: bigint
      sha256: string
      scan: string
      at: string
    }>(files).map((row) => ({
      file: row.file_id,
      component: row.component,
      name: ctx.keys.openText(row.name, 'stored_file.name'),
      mediaType: row.media_type,
      size: Number(row.size),
      sha256: row.sha256,
      scan: row.scan,
      at: row.at,
    })),
    accesses: rowsOf<{ at: string; post: string | null; unit_id: Id; purpose: string }>(accesses).map((row) => ({
      at: row.at,
      post: row.post,
      unit: row.unit_id,
      purpose: row.purpose,
    })),
    lookUps: lookUpsFrom(ctx, lookUps),
    asked: rowsOf<{
      work_item_id: Id
      code: string | null
      subject: string
      to_unit: Id
      question: Buffer
      due_at: string
      outcome: string | null
      answer: Buffer | null
      answered_at: string | null
    }>(asked).map((row) => ({
      id: row.work_item_id,
      code: row.code ?? '',
      subject: row.subject,
      toUnit: row.to_unit,
      question: ctx.keys.openText(row.question, 'consultation.question'),
      dueAt: row.due_at,
      outcome: row.outcome,
      answer: row.answer === null ? null : ctx.keys.openText(row.answer, 'consultation_answer.answer'),
      answeredAt: row.answered_at,
    })),
    requests: rowsOf<{ no: number; at: string; defects: Buffer; answered: boolean }>(requests).map((row) => ({
      no: row.no,
      at: row.at,
      answered: row.answered,
      defects: ctx.keys.openJson<{ code: string; note: string }[]>(row.defects, 'supplement_request.defects'),
    })),
    passed: rowsOf<{ from_code: string; to_code: string; from_unit: Id; to_unit: Id; at: string; arrived: boolean }>(passed).map((row) =>
      row.arrived
        ? { way: 'from', code: row.from_code, unit: row.from_unit, at: row.at }
        : { way: 'to', code: row.to_code, unit: row.to_unit, at: row.at },
    ),
  }
}

/** Leaves the trace that the person can see: which post looked at the case, why and when. Once an hour for the same post and purpose. */
export function noteAccess(ctx: Ctx, item: Id, unit: Id, system: string, purpose: string, id: Id): Promise<unknown> {
  const post = ctx.actor.posts[0] ?? null
  return ctx.pool.trip([
    asActor(ctx.actor),
    {
      text: `insert into record_access (id, work_item_id, account_id, post_id, system, unit_id, purpose, at)
             select $1, $2, $3, $4, $5, $6, $7, $8 where not exists (select from record_access r where r.work_item_id = $2 and r.account_id = $3 and r.purpose = $7 and r.at > $8::timestamptz - interval '1 hour')`,
      values: [id, item, ctx.actor.id, post, system, unit, purpose, ctx.now],
    },
  ])
}

/** The same for a paper that is opened by itself; who has opened the case within the hour has left his trace already. */
export function noteFileAccess(ctx: Ctx, file: Id): Promise<unknown> {
  const post = ctx.actor.posts[0] ?? null
  return ctx.pool.trip([
    asActor(ctx.actor),
    {
      text: `insert into record_access (id, work_item_id, account_id, post_id, system, unit_id, purpose, at)
             select $5, u.work_item_id, $2, $3, u.system, u.unit_id, 'look', $4 from (select work_item_id, system, unit_id from file_use where file_id = $1 order by at desc limit 1) u
             where not exists (select from record_access r where r.work_item_id = u.work_item_id and r.account_id = $2 and r.at > $4::timestamptz - interval '1 hour')`,
      values: [file, ctx.actor.id, post, ctx.now, idAt(ctx.now)],
    },
  ])
}
