import {
  apologise,
  approve,
  askForMore,
  consult,
  deliver,
  enter,
  propose,
  receive,
  refuse,
  seal,
  sendBack,
  sign,
  stop,
  transfer,
} from '#modules/dossiers'
import { checkYourAnswers } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { dayNumber, instantOfLocalMinute } from '#platform/clock'
import { isId } from '#platform/id'
import { parseDate } from '#platform/text'
import { datePartsIn, writtenDate } from '../../components/index.ts'
import type { Services } from '../../services.ts'
import type { Typed } from '../../typed.ts'
import type { AtDesk } from '../desk/gather.ts'
import { noteName } from './defects.tsx'
import type { Verb } from './verbs.ts'

/** What an act is done with: the case as it was read a moment ago, what was typed, and what issuing needs. */
export type Doing = { ctx: Ctx; desk: AtDesk; typed: Typed; body: Readonly<Record<string, unknown>>; services: Services }

/** Does one act. The version is that of the page on which it was pressed: what changed since is somebody else's. */
export const perform: Record<Verb, (doing: Doing) => Promise<unknown>> = {
  receive: ({ ctx, desk, typed }) => receive(ctx, desk.found.code, versionIn(typed)),
  propose: ({ ctx, desk, typed }) => propose(ctx, desk.found.code, typed.lines('opinion'), versionIn(typed)),
  approve: ({ ctx, desk, typed }) => approve(ctx, desk.found.code, versionIn(typed)),
  enter: ({ ctx, desk, typed }) => enter(ctx, desk.found.code, versionIn(typed)),
  sign: ({ ctx, desk, typed, services }) => sign(ctx, services.means, desk.found.code, typed.raw('shown'), versionIn(typed)),
  seal: ({ ctx, desk, typed, services }) => seal(ctx, services.means, desk.found.code, versionIn(typed)),
  deliver: async ({ ctx, desk, typed }) => {
    const way = typed.raw('way')
    if (way !== 'counter' && way !== 'online' && way !== 'post') throw new Refusal(422, 'way-missing')
    return deliver(ctx, desk.found.code, way, versionIn(typed))
  },
  askForMore: ({ ctx, desk, typed }) => {
    const defects = typed.all('defect').map((code) => {
      const note = typed.line(noteName(code))
      return note === '' ? { code } : { code, note }
    })
    return askForMore(ctx, desk.found.code, defects, typed.lines('leaderReason'), versionIn(typed))
  },
  consult: async (doing) => {
    const { ctx, desk, typed } = doing
    const [toUnit, text] = [unitIn(typed), typed.lines('question')]
    if (text === '') throw new Refusal(422, 'question-missing')
    const question = { consultation: typed.raw('subject'), toUnit, text: [text, ...sentAlong(doing)].join('\n') }
    return consult(ctx, desk.found.code, question, versionIn(typed))
  },
  sendBack: ({ ctx, desk, typed }) => sendBack(ctx, desk.found.code, typed.lines('reason'), versionIn(typed)),
  apologise: async ({ ctx, desk, typed, body }) =>
    apologise(
      ctx,
      desk.found.code,
      typed.lines('reason'),
      closeOn(desk, parseDate(writtenDate(datePartsIn(body, 'newDue')))),
      versionIn(typed),
    ),
  transfer: async ({ ctx, desk, typed }) => transfer(ctx, desk.found.code, unitIn(typed), typed.lines('reason'), versionIn(typed)),
  stop: ({ ctx, desk, typed }) => stop(ctx, desk.found.code, typed.lines('reason'), versionIn(typed)),
  refuse: ({ ctx, desk, typed }) => {
    const ground = desk.found.procedure.defects.find((one) => one.code === typed.raw('ground'))
    const reason = typed.lines('reason') || (ground?.text.vi ?? '')
    const basis = typed.line('basis') || (ground?.basis ?? '')
    return refuse(
      ctx,
      desk.found.code,
      { reason, basis, elsewhere: typed.lines('elsewhere') || (ground?.remedy.vi ?? '') },
      versionIn(typed),
    )
  },
}

export function versionIn(typed: Typed): { version?: number } {
  const version = Number.parseInt(typed.raw('version'), 10)
  return Number.isNaN(version) ? {} : { version }
}

/** @throws Refusal 422 where none was chosen */
function unitIn(typed: Typed): string {
  const unit = typed.raw('toUnit')
  if (!isId(unit)) throw new Refusal(422, 'no-such-unit')
  return unit
}

/** The lines of the parts that were chosen to go with the question; nothing else of the case leaves the office. */
function sentAlong({ desk, typed }: Doing): string[] {
  const { found, naming } = desk
  const sections = checkYourAnswers(found.procedure, found.filed.answers, { now: found.submittedAt, naming: { ...naming, language: 'vi' } })
  const chosen = typed.all('send')
  return sections.filter((one) => chosen.includes(one.id)).flatMap(({ rows }) => rows.map(({ label, value }) => `${label}: ${value}`))
}

/** The close of office on a working day. @throws Refusal 422 for anything that is none */
function closeOn({ calendar }: AtDesk, date: string | null): string {
  const close = date === null ? undefined : calendar.day(dayNumber(date)).spans.at(-1)?.[1]
  if (close === undefined) throw new Refusal(422, 'no-such-date')
  return instantOfLocalMinute(close)
}
