import { shortUnitName } from '#modules/directory'
import type { Event } from '#modules/dossiers'
import { partNames } from '#modules/editing'
import { localDate, localTime } from '#platform/clock'
import { dateText, momentText, moneyText } from '#platform/text'
import type { LogEntry } from '../../components/index.ts'
import { actName } from '../work/rows.ts'
import type { AtDesk } from './gather.ts'
import { words } from './words.ts'

/** What happened to the case, the newest first: hour, act, who. */
export function logOf(desk: AtDesk): LogEntry[] {
  return desk.around.events.toReversed().map((event) => ({
    hour: hourOf(event.at, desk.now),
    at: event.at,
    act: [titleOf(desk, event), detailsOf(desk, event).join('; ')].filter((part) => part !== '').join(': '),
    who: whoOf(desk, event),
  }))
}

/** The hour today, else the day before it. */
function hourOf(at: string, now: string): string {
  return localDate(at) === localDate(now) ? localTime(at) : `${dateText(localDate(at)).slice(0, 5)} ${localTime(at)}`
}

function titleOf({ lang }: AtDesk, { name, params }: Event): string {
  const say = words(lang)
  switch (name) {
    case 'submit':
      return say('event.submit', { files: Number(params.files ?? 0) })
    case 'supplement':
    case 'answered':
    case 'settle':
    case 'take-over':
    case 'issueReceipt':
      return say(`event.${name}`)
    case 'issueForm':
      return formTitle(lang, params)
    case 'confirmDraft':
      return params.silence === true ? say('event.silence') : actName(name, lang)
    case 'recompute':
      return say('event.due')
    case 'rebase':
      return say('event.rebase', { revision: String(params.to ?? ''), parts: partNames(params.parts, lang) })
    default:
      return actName(name, lang)
  }
}

const forms = ['supplement', 'refusal', 'apology', 'stop'] as const

function formTitle(lang: AtDesk['lang'], params: Event['params']): string {
  const say = words(lang)
  const form = forms.find((one) => one === params.form)
  const name = form === undefined ? '' : say(`office.${form}`)
  return say('event.issueForm', { form: name.charAt(0).toLocaleLowerCase('vi') + name.slice(1), number: String(params.number ?? '') })
}

function detailsOf(desk: AtDesk, event: Event): string[] {
  const { found, lang } = desk
  const { params, private: hidden } = event
  const said = ['reason', 'opinion', 'wish', 'leaderReason', 'question', 'handedTo'].flatMap((key) => {
    const text = hidden[key]
    return typeof text === 'string' && text !== '' ? [`“${text}”`] : []
  })
  const codes = Array.isArray(params.defects) ? params.defects : []
  const defects = codes.flatMap((code) => found.procedure.defects.find((one) => one.code === code)?.text[lang] ?? [])
  const absent = Array.isArray(params.absent) ? params.absent.map((name) => String(found.filed.answers[String(name)] ?? name)) : []
  const hour = typeof params.startsAt === 'string' ? [momentText(params.startsAt)] : []
  const due = typeof params.due === 'string' ? [words(lang)('due', { at: momentText(params.due) })] : []
  const field = typeof params.field === 'string' ? [found.procedure.fields[params.field]?.label[lang] ?? params.field] : []
  const money = typeof params.dong === 'string' && params.dong !== '0' ? [moneyText(BigInt(params.dong))] : []
  const receipt = typeof params.receipt === 'string' ? [words(lang)('receiptNo', { receipt: params.receipt })] : []
  return [...field, ...absent, ...hour, ...money, ...receipt, ...defects, ...said, ...due, ...counterOf(desk, event)]
}

/** What an official did in the applicant's place says at which counter. */
function counterOf({ directory, lang, now }: AtDesk, { params, name }: Event): string[] {
  const unit = typeof params.counter === 'string' ? directory.findUnit(params.counter) : undefined
  if (unit === undefined || !byApplicant.includes(name)) return []
  return [words(lang)('atCounterOf', { unit: shortUnitName(unit, localDate(now)) })]
}

/** Officials by name and post; the applicant and the program as such. */
function whoOf({ lang, names }: AtDesk, { actorId, post, name }: Event): string {
  const say = words(lang)
  const person = names.get(actorId)
  if (person !== undefined) return post === null ? person : `${person}, ${post.charAt(0).toLowerCase()}${post.slice(1)}`
  return byApplicant.includes(name) ? say('applicant') : say('itself')
}

const byApplicant = ['submit', 'supplement', 'confirmDraft', 'correctDraft', 'chooseTime', 'askOtherTime', 'withdraw', 'rate']
