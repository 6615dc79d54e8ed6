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
import { absence, appearance, offer } from './appointment.ts'
import { noteName } from './defects.tsx'
import { proposedIn, toldIn } from './left-open.tsx'
import type { Verb } from './verbs.ts'

/** What an act is done with: the case, what lies around it where an act needs that, what was typed, and what issuing needs. */
export type Doing = {
  ctx: Ctx
  code: string
  desk: () => Promise<AtDesk>
  typed: Typed
  body: Readonly<Record<string, unknown>>
  services: Services
}

/** Does one act. The version is that of the page on which it was pressed: what changed since is somebody else's. */
export const perform: Record<Verb, (doing: Doing) => Promise<unknown>> = {
  receive: async ({ ctx, code, desk, typed, body }) =>
    receive(ctx, code, versionIn(typed), await toldIn(typed, body, async (date) => closeOn(await desk(), date))),
  propose: ({ ctx, code, typed }) => propose(ctx, code, typed.lines('opinion'), versionIn(typed), proposedIn(typed)),
  approve: ({ ctx, code, typed }) => approve(ctx, code, versionIn(typed)),
  offerTimes: (doing) => offer(doing),
  recordAppearance: (doing) => appearance(doing),
  recordAbsence: (doing) => absence(doing),
  enter: ({ ctx, code, typed }) => enter(ctx, code, versionIn(typed)),
  sign: ({ ctx, code, typed, services }) => sign(ctx, services.means, code, typed.raw('shown'), versionIn(typed)),
  seal: ({ ctx, code, typed, services }) => seal(ctx, services.means, code, versionIn(typed)),
  deliver: async ({ ctx, code, typed }) => {
    const way = typed.raw('way')
    if (way !== 'counter' && way !== 'online' && way !== 'post') throw new Refusal(422, 'way-missing')
    return deliver(ctx, code, way, versionIn(typed))
  },
  askForMore: ({ ctx, code, typed }) => {
    const defects = typed.all('defect').map((code) => {
      const note = typed.line(noteName(code))
      return note === '' ? { code } : { code, note }
    })
    return askForMore(ctx, code, defects, typed.lines('leaderReason'), versionIn(typed))
  },
  consult: async (doing) => {
    const { ctx, code, typed } = doing
    const [toUnit, text] = [unitIn(typed), typed.lines('question')]
    if (text === '') throw new Refusal(422, 'question-missing')
    const question = { consultation: typed.raw('subject'), toUnit, text: [text, ...sentAlong(await doing.desk(), typed)].join('\n') }
    return consult(ctx, code, question, versionIn(typed))
  },
  sendBack: ({ ctx, code, typed }) => sendBack(ctx, code, typed.lines('reason'), versionIn(typed)),
  apologise: async ({ ctx, code, desk, typed, body }) =>
    apologise(
      ctx,
      code,
      typed.lines('reason'),
      closeOn(await desk(), parseDate(writtenDate(datePartsIn(body, 'newDue')))),
      versionIn(typed),
    ),
  transfer: async ({ ctx, code, typed }) => transfer(ctx, code, unitIn(typed), typed.lines('reason'), versionIn(typed)),
  stop: ({ ctx, code, typed }) => stop(ctx, code, typed.lines('reason'), versionIn(typed)),
  refuse: async ({ ctx, code, desk, typed }) => {
    const { found } = await desk()
    const ground = found.procedure.defects.find((one) => one.code === typed.raw('ground'))
    const reason = typed.lines('reason') || (ground?.text.vi ?? '')
    const basis = typed.line('basis') || (ground?.basis ?? '')
    return refuse(ctx, code, { reason, basis, elsewhere: typed.lines('elsewhere') || (ground?.remedy.vi ?? '') }, versionIn(typed))
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
function sentAlong({ found, naming }: AtDesk, typed: Typed): string[] {
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
