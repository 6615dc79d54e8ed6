import { type Appointment, appearanceIn } from '#modules/procedures'
import { type Ctx, idAt, Refusal, refuseUnless } from '#platform/act'
import { addMinutes, epochMs, localDate } from '#platform/clock'
import type { Statement } from '#platform/db'
import type { Id } from '#platform/id'
import type { Case } from './case.ts'
import { isWorkingTime } from './free-times.ts'
import { type Expected, type Moved, move } from './move.ts'
import { giveBack, type Round, roundsFrom, roundsQuestion } from './store/appointments.ts'

function appointmentOf(found: Case): Appointment {
  const appears = appearanceIn(found.procedure)
  if (appears === undefined) throw new Error(`nobody has to appear in ${found.procedure.code}`)
  return appears.appointment
}

/** The appointment that has been made and has not ended yet. */
export function openAppointment(rounds: readonly Round[]): (Round & { chosen: NonNullable<Round['chosen']> }) | undefined {
  const last = rounds.at(-1)
  return last?.chosen && last.outcome === null ? { ...last, chosen: last.chosen } : undefined
}

/**
 * The office offers working times to come; the applicant picks one. Offered anew, an hour already taken is given back.
 * @throws Refusal 422 where a time is none of the office's, past, or none was named
 */
export function offerTimes(ctx: Ctx, code: string, times: readonly string[], expected: Expected = {}): Promise<Moved> {
  return move(
    ctx,
    code,
    'offerTimes',
    expected,
    (found, actId, calendar, [answer]) => {
      const { minutes, offers } = appointmentOf(found)
      const offered = [...new Set(times)].sort()
      if (offered.length === 0) throw new Refusal(422, 'no-time-named')
      if (offered.length > offers.most) throw new Refusal(422, 'too-many-times', { most: offers.most })
      const wrong = offered.find((time) => !isWorkingTime(calendar, time, minutes, ctx.now))
      if (wrong !== undefined) throw new Refusal(422, 'not-a-working-time', { at: wrong })
      const no = (roundsFrom(answer).at(-1)?.no ?? 0) + 1
      return {
        params: { no, times: offered },
        before: [giveBack(found.id)],
        after: [offerRow(ctx, found, actId, idAt(ctx.now), { no, minutes, times: offered })],
        notice: { kind: 'times-offered' },
      }
    },
    [roundsQuestion(code)],
  )
}

/**
 * A time on which the office has agreed with everybody, at the counter or by telephone: offered and chosen in one act.
 * @throws Refusal 422 where it is none of the office's, 409 where the hour is taken
 */
export function agreeTime(ctx: Ctx, code: string, startsAt: string, expected: Expected = {}): Promise<Moved> {
  return move(
    ctx,
    code,
    'offerTimes',
    expected,
    (found, actId, calendar, [answer]) => {
      const { minutes } = appointmentOf(found)
      if (!isWorkingTime(calendar, startsAt, minutes, ctx.now)) throw new Refusal(422, 'not-a-working-time', { at: startsAt })
      const offer = idAt(ctx.now)
      const no = (roundsFrom(answer).at(-1)?.no ?? 0) + 1
      const endsAt = addMinutes(startsAt, minutes)
      return {
        params: { no, times: [startsAt], startsAt, endsAt },
        before: [takeHour(found, startsAt, endsAt)],
        after: [
          offerRow(ctx, found, actId, offer, { no, minutes, times: [startsAt] }),
          chosenRow(ctx, found, actId, offer, startsAt, endsAt),
        ],
        target: appearanceIn(found.procedure)?.name ?? found.step,
        deskDueAt: endsAt,
        notice: { kind: 'time-chosen', params: { due: startsAt } },
      }
    },
    [roundsQuestion(code)],
  )
}

function takeHour(found: Case, startsAt: string, endsAt: string): Statement {
  return { text: 'select take_hour($1, $2, $3, $4, $5)', values: [found.id, found.system, found.unit, startsAt, endsAt] }
}

function offerRow(
  ctx: Ctx,
  found: Case,
  actId: Id,
  id: Id,
  { no, minutes, times }: { no: number; minutes: number; times: string[] },
): Statement {
  return {
    text: 'insert into appointment_offer (id, work_item_id, act_id, no, minutes, times, system, unit_id, at) values ($1, $2, $3, $4, $5, $6::timestamptz[], $7, $8, $9)',
    values: [id, found.id, actId, no, minutes, times, found.system, found.unit, ctx.now],
  }
}

function chosenRow(ctx: Ctx, found: Case, actId: Id, offer: Id, startsAt: string, endsAt: string): Statement {
  return {
    text: 'insert into appointment (offer_id, work_item_id, act_id, starts_at, ends_at, system, unit_id, at) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [offer, found.id, actId, startsAt, endsAt, found.system, found.unit, ctx.now],
  }
}

/** The applicant picks one of the offered times. @throws Refusal 422 for another time, 409 where somebody has taken it meanwhile */
export function chooseTime(ctx: Ctx, code: string, startsAt: string, expected: Expected = {}): Promise<Moved> {
  return move(
    ctx,
    code,
    'chooseTime',
    expected,
    (found, actId, _calendar, [answer]) => {
      const round = roundsFrom(answer).at(-1)
      if (round === undefined || round.chosen !== null) throw new Refusal(409, 'moved-on')
      if (!round.offered.some((time) => epochMs(time) === epochMs(startsAt))) throw new Refusal(422, 'not-offered')
      if (epochMs(startsAt) <= epochMs(ctx.now)) throw new Refusal(422, 'time-is-past')
      const endsAt = addMinutes(startsAt, round.minutes)
      return {
        params: { no: round.no, startsAt, endsAt },
        before: [takeHour(found, startsAt, endsAt)],
        after: [chosenRow(ctx, found, actId, round.offer, startsAt, endsAt)],
        deskDueAt: endsAt,
        notice: { kind: 'time-chosen', params: { due: startsAt } },
      }
    },
    [roundsQuestion(code)],
  )
}

/** None of the offered times fits, or the one chosen no longer does: the office offers others. Silence means the same. */
export function askOtherTime(ctx: Ctx, code: string, wish: string, expected: Expected = {}): Promise<Moved> {
  const silent = ctx.actor.kind === 'job'
  return move(ctx, code, 'askOtherTime', expected, (found) => ({
    params: { silence: silent },
    private: { wish },
    before: [giveBack(found.id)],
    ...(silent ? { notice: { kind: 'time-not-chosen' } } : {}),
  }))
}

export type Came = { appeared: readonly string[]; confirmed: readonly string[] }

/**
 * Everybody who had to come came, showed who he is and declared: only now may a result follow.
 * @throws Refusal 422 where somebody or a declaration is missing, 409 before the day
 */
export function recordAppearance(ctx: Ctx, code: string, came: Came, expected: Expected = {}): Promise<Moved> {
  return move(
    ctx,
    code,
    'recordAppearance',
    expected,
    (found, actId, _calendar, [answer]) => {
      const { attends, confirms } = appointmentOf(found)
      const missing = attends.find((name) => !came.appeared.includes(name))
      if (missing !== undefined) throw new Refusal(422, 'not-all-appeared', { field: missing })
      const open = confirms.find(({ id }) => !came.confirmed.includes(id))
      if (open !== undefined) throw new Refusal(422, 'not-confirmed', { confirm: open.id })
      const round = openAppointment(roundsFrom(answer))
      if (round !== undefined && localDate(ctx.now) < localDate(round.chosen.startsAt))
        throw new Refusal(409, 'not-the-day', { at: round.chosen.startsAt })
      const confirmed = confirms.map(({ id }) => id)
      return {
        params: { appeared: [...attends], confirmed },
        before: [giveBack(found.id)],
        after: [appearanceRow(ctx, found, actId, round, { appeared: attends, absent: [], confirmed })],
      }
    },
    [roundsQuestion(code)],
  )
}

/** Somebody who had to come did not: the hour is given back and others are offered. @throws Refusal 422 before the hour, or where nobody was named */
export function recordAbsence(ctx: Ctx, code: string, absent: readonly string[], note: string, expected: Expected = {}): Promise<Moved> {
  return move(
    ctx,
    code,
    'recordAbsence',
    expected,
    (found, actId, _calendar, [answer]) => {
      const { attends } = appointmentOf(found)
      const named = attends.filter((name) => absent.includes(name))
      if (named.length === 0) throw new Refusal(422, 'nobody-absent')
      const round = openAppointment(roundsFrom(answer))
      if (round !== undefined && epochMs(ctx.now) < epochMs(round.chosen.startsAt))
        throw new Refusal(422, 'not-yet-time', { at: round.chosen.startsAt })
      const appeared = attends.filter((name) => !named.includes(name))
      return {
        params: { absent: named, appeared },
        private: { reason: note },
        before: [giveBack(found.id)],
        after: [appearanceRow(ctx, found, actId, round, { appeared, absent: named, confirmed: [] })],
        notice: { kind: 'appointment-missed' },
      }
    },
    [roundsQuestion(code)],
  )
}

type Outcome = { appeared: readonly string[]; absent: readonly string[]; confirmed: readonly string[] }

function appearanceRow(ctx: Ctx, found: Case, actId: Id, round: Round | undefined, outcome: Outcome): Statement {
  return {
    text: `insert into appearance (id, work_item_id, act_id, offer_id, appeared, absent, confirmed, system, unit_id, at)
           values ($1, $2, $3, $4, $5::text[], $6::text[], $7::text[], $8, $9, $10)`,
    values: [
      idAt(ctx.now),
      found.id,
      actId,
      round?.offer ?? null,
      outcome.appeared,
      outcome.absent,
      outcome.confirmed,
      found.system,
      found.unit,
      ctx.now,
    ],
  }
}

/** Guards a step that may only follow when the case has an appearance on record. */
export function onlyAfterAppearance(item: Id): Statement {
  return refuseUnless('exists (select from appearance where work_item_id = $1 and cardinality(absent) = 0)', [item], 'nobody-appeared')
}
