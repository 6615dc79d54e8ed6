import { calendarFor } from '#modules/rules'
import { act, type Ctx, idAt, later, type Plan, Refusal } from '#platform/act'
import { rowsOf, type Statement } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { type Expected, type Moved, move, planHere } from './move.ts'
import { caseFrom, caseQuestions } from './store/load.ts'
import { dueOf } from './term.ts'

/** What is asked of another unit, and about what. */
export type Question = { consultation: string; toUnit: Id; text: string }

const deskThere = (unit: Id): Statement => ({
  text: `select u.system, p.id as post_id from unit u left join post p on p.unit_id = u.id and p.role = 'registrar' and p.valid_to is null where u.id = $1 order by p.id limit 1`,
  values: [unit],
})

/**
 * Asks another unit. The question is a work item of its own there, with its own clock; here the step stays open and, where the law
 * says so, the dossier's clock stands still until the answer is there.
 */
export function consult(ctx: Ctx, code: string, question: Question, expected: Expected = {}): Promise<Moved> {
  return move(
    ctx,
    code,
    'consult',
    expected,
    async (found, actId, _calendar, [there]) => {
      const kind = found.procedure.consultations.find((one) => one.id === question.consultation)
      if (kind === undefined) throw new Refusal(422, 'unknown-consultation')
      if (question.toUnit === found.unit) throw new Refusal(422, 'asks-itself')
      const [desk] = rowsOf<{ system: string; post_id: Id | null }>(there)
      if (desk === undefined || desk.post_id === null) throw new Refusal(409, 'no-post-for-step', { role: 'registrar' })
      const item = newId(Date.parse(ctx.now))
      const due = dueOf(await calendarFor(ctx, question.toUnit), kind.within, ctx.now, [])
      if (due === null) throw new Refusal(409, 'calendar-unknown')
      return {
        params: { consultation: kind.id, toUnit: question.toUnit, item, due },
        private: { question: question.text },
        after: [
          {
            text: `insert into consultation (work_item_id, parent_id, act_id, from_unit, to_unit, subject, question, due_at, at) values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
            values: [
              item,
              found.id,
              actId,
              found.unit,
              question.toUnit,
              kind.id,
              ctx.keys.seal(question.text, 'consultation.question'),
              due,
              ctx.now,
            ],
          },
          // Opened by a job with the other unit's scope: this actor may not write there.
          later('open-consultation', {
            item,
            code: `${found.code}-H${item.slice(-4)}`,
            parent: found.id,
            unit: question.toUnit,
            fromUnit: found.unit,
            system: desk.system,
            post: desk.post_id,
            due,
            procedure: found.procedure.code,
          }),
        ],
        ...(kind.outsideClock === true ? { pause: 'consultation' } : {}),
      }
    },
    [deskThere(question.toUnit)],
  )
}

/** The job that puts the question on the desk of the unit that was asked. Its actor has that unit's scope. */
export function openConsultation(
  ctx: Ctx,
  asked: { item: Id; code: string; unit: Id; system: string; post: Id; due: string; procedure: string },
): Promise<{ ok: true }> {
  const actId = idAt(ctx.now)
  return act<{ ok: true }>(
    ctx,
    [{ text: 'select 1 from work_item where id = $1', values: [asked.item] }],
    ([there]): Plan<{ ok: true }> => {
      if ((there?.rows.length ?? 0) > 0) return { instead: { ok: true } }
      return {
        act: {
          name: 'consult',
          item: asked.item,
          system: asked.system,
          unit: asked.unit,
          step: 'answer',
          params: { dueAt: asked.due, desk: asked.post, deskDueAt: asked.due },
        },
        id: actId,
        before: [
          {
            text: `insert into work_item (id, kind, code, system, unit_id, procedure_code, opened_at) values ($1, 'consultation', $2, $3, $4, $5, $6)`,
            values: [asked.item, asked.code, asked.system, asked.unit, asked.procedure, ctx.now],
          },
        ],
        after: [
          {
            text: `insert into work_state (work_item_id, system, unit_id, status, step, version, received_at, due_at) values ($1, $2, $3, 'asked', 'answer', 1, $4, $5)`,
            values: [asked.item, asked.system, asked.unit, ctx.now, asked.due],
          },
          {
            text: `insert into desk (work_item_id, step, part, post_id, system, unit_id, due_at, opened_at, opened_by) values ($1, 'answer', 'lead', $2, $3, $4, $5, $6, $7)`,
            values: [asked.item, asked.post, asked.system, asked.unit, asked.due, ctx.now, actId],
          },
        ],
        answer: { ok: true },
      }
    },
  )
}

export type Answered = { ok: true; code: string }

const openQuestion = (code: string): Statement => ({
  text: `select w.id, w.system, w.unit_id, s.version, s.closed_at, c.parent_id, c.from_unit, c.to_unit, c.subject, d.post_id from work_item w join work_state s on s.work_item_id = w.id
         join consultation c on c.work_item_id = w.id left join desk d on d.work_item_id = w.id and d.part = 'lead' where w.code = $1`,
  values: [code],
})

/** The unit that was asked answers: found, not found, or something else in words. A job carries it back to the case. */
export function answerConsultation(ctx: Ctx, code: string, outcome: 'found' | 'not-found' | 'other', text: string): Promise<Answered> {
  return act<Answered>(ctx, [openQuestion(code)], ([asked]): Plan<Answered> => {
    const [row] = rowsOf<{
      id: Id
      system: string
      unit_id: Id
      closed_at: string | null
      parent_id: Id
      from_unit: Id
      to_unit: Id
      subject: string
      post_id: Id | null
      version: number
    }>(asked)
    if (row === undefined) throw new Refusal(404, 'no-such-dossier')
    if (row.closed_at !== null || row.post_id === null) throw new Refusal(409, 'moved-on')
    if (!ctx.actor.posts.includes(row.post_id)) throw new Refusal(403, 'not-for-you')
    if (text.trim() === '') throw new Refusal(422, 'reason-needed')
    const actId = idAt(ctx.now)
    return {
      act: {
        name: 'answer',
        item: row.id,
        system: row.system,
        unit: row.unit_id,
        step: 'answer',
        post: row.post_id,
        params: { outcome, subject: row.subject, parent: row.parent_id },
        private: { text },
      },
      id: actId,
      before: [
        {
          text: `with done as (update work_state set status = 'answered', version = version + 1, closed_at = $3 where work_item_id = $1 and version = $2 and closed_at is null returning 1)
                 select refuse_unless(count(*) = 1, 'moved-on') from done`,
          values: [row.id, row.version, ctx.now],
        },
        { text: 'delete from desk where work_item_id = $1', values: [row.id] },
      ],
      after: [
        {
          text: `insert into consultation_answer (work_item_id, act_id, from_unit, to_unit, outcome, answer, at) values ($1, $2, $3, $4, $5, $6, $7)`,
          values: [row.id, actId, row.from_unit, row.to_unit, outcome, ctx.keys.seal(text, 'consultation_answer.answer'), ctx.now],
        },
        later('consultation-answered', { item: row.parent_id, unit: row.from_unit, system: row.system, consultation: row.id, outcome }),
      ],
      answer: { ok: true, code },
    }
  })
}

const stillOpen = (item: Id): Statement => ({
  text: `select count(*)::int as open from consultation c where c.parent_id = $1 and not exists (select from consultation_answer a where a.work_item_id = c.work_item_id)`,
  values: [item],
})

/** The answer reaches the case (machine act): it is written there, and the clock runs on when nothing else is being asked. */
export function noteAnswer(ctx: Ctx, item: Id, consultation: Id, outcome: string): Promise<Moved> {
  const own = caseQuestions(item)
  return act<Moved>(ctx, [...own, stillOpen(item)], async (answers): Promise<Plan<Moved>> => {
    const found = await caseFrom(ctx, answers)
    const [count] = rowsOf<{ open: number }>(answers[own.length])
    const last = (count?.open ?? 0) === 0 && found.pauses.some((pause) => pause.until === null && pause.cause === 'consultation')
    return planHere(ctx, found, 'answered', idAt(ctx.now), await calendarFor(ctx, found.unit), {
      params: { consultation, outcome },
      ...(last ? { pause: 'ends' } : {}),
    })
  })
}
