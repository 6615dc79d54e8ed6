import { shortUnitName } from '#modules/directory'
import type { Event } from '#modules/dossiers'
import { partNames } from '#modules/editing'
import { roles } from '#modules/procedures'
import { localDate, localTime } from '#platform/clock'
import { appointmentText, dateText, weekdayName } from '#platform/text'
import type { Step } from '../../components/index.ts'
import { straightWay } from '../way.ts'
import type { Seen } from './gather.ts'
import { words } from './words.ts'

const byApplicant = new Set(['submit', 'supplement', 'confirmDraft', 'correctDraft', 'chooseTime', 'askOtherTime', 'withdraw', 'rate'])
// Whose reasons are meant for the applicant; what officials write to each other is not.
const told = new Set(['refuse', 'stop', 'apologise', 'withdraw'])
// Steps that a citizen waits for by name; what lies between them is the office's own.
const milestones = ['confirmDraft', 'chooseTime', 'recordAppearance', 'sign', 'deliver'] as const

/** Where the dossier has been, where it lies and what is to come, each by post: never by the name of an official. */
export function timelineOf(seen: Seen): Step[] {
  const done = seen.around.events.flatMap((event) => stepOf(seen, event))
  if (seen.found.closedAt !== null) return done
  return [...done, nowOf(seen), ...aheadOf(seen)]
}

function stepOf(seen: Seen, event: Event): Step[] {
  const say = words(seen.lang)
  const key = titleKey(event)
  // The grounds of a refusal are a proposal until a leader has approved them.
  if (key === undefined || (event.name === 'refuse' && seen.found.status !== 'refused')) return []
  const reason = told.has(event.name) ? event.private.reason : undefined
  const because = typeof reason === 'string' && reason !== '' ? `. ${say('reasonWas', { reason })}` : ''
  return [
    {
      state: 'done',
      title: say(key),
      when: dayAndHour(event.at, seen),
      at: event.at,
      who: `${whoOf(seen, event)}${because}${changesOf(seen, event)}`,
    },
  ]
}

/** What is different for a dossier that went over to a newer revision. */
function changesOf({ lang }: Seen, { name, params }: Event): string {
  return name === 'rebase' ? `. ${words(lang)('whatChanged', { parts: partNames(params.parts, lang) })}` : ''
}

type Known = Parameters<ReturnType<typeof words>>[0] & `event.${string}`

function titleKey({ name, params }: Event): Known | undefined {
  if (name === 'confirmDraft' && params.silence === true) return 'event.silence'
  const key = `event.${name}`
  return key in words.all ? (key as Known) : undefined
}

function whoOf({ lang, directory, now }: Seen, { name, post, unit, params }: Event): string {
  const say = words(lang)
  const isOwn = byApplicant.has(name) && params.silence !== true
  // An official did it in the applicant's place: at which counter, and in which post.
  const counter = typeof params.counter === 'string' ? params.counter : undefined
  if (isOwn && counter === undefined) return say('byYou')
  const where = directory.findUnit(counter ?? unit)
  const place = where === undefined ? '' : shortUnitName(where, localDate(now))
  if (isOwn) return say('byYouAtCounter', { post: post ?? say('official'), place })
  return [post, place].filter((part) => part !== null && part !== '').join(', ')
}

/** "thứ Ba 17/11, 09:12"; the year where it is another. */
export function dayAndHour(at: string, { lang, now }: Pick<Seen, 'lang' | 'now'>): string {
  const day = localDate(at)
  const date = day.slice(0, 4) === localDate(now).slice(0, 4) ? dateText(day.slice(5)) : dateText(day)
  return `${weekdayName(day, lang)} ${date}, ${localTime(at)}`
}

function nowOf(seen: Seen): Step {
  const { found, lang, directory, now } = seen
  const step = found.procedure.steps[found.step]
  const waits = found.status === 'waiting-applicant'
  const desk = found.desks.find((one) => one.part === 'lead')
  const post = desk === undefined ? undefined : directory.findPost(desk.postId)
  // A step outside the office, such as another agency's database, lies in no unit of ours.
  const unit = post === undefined ? undefined : directory.findUnit(post.unit)
  const role = step === undefined ? '' : roles[step.by].name[lang]
  const who = waits
    ? words(lang)('byYou')
    : [post?.title ?? role, unit === undefined ? '' : shortUnitName(unit, localDate(now))].filter((part) => part !== '').join(', ')
  const title = waits && step?.by !== 'applicant' ? words(lang)('supplement') : (step?.status[lang] ?? found.step)
  return { state: 'now', title, who }
}

function aheadOf({ found, lang, answers }: Seen): Step[] {
  const [, ...ahead] = straightWay(found.procedure, answers, found.step)
  return ahead.flatMap((name): Step[] => {
    const step = found.procedure.steps[name]
    if (step === undefined || !milestones.some((act) => step.may[act] !== undefined)) return []
    const isLast = step.may.deliver !== undefined
    const when = isLast && found.dueAt !== null ? { when: words(lang)('dueAtStep', { at: appointmentText(found.dueAt, lang) }) } : {}
    return [{ state: 'ahead', title: step.task[lang], ...when, who: roles[step.by].name[lang] }]
  })
}
