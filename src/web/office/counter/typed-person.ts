import type { Doubt, Present, StandingHere } from '#modules/dossiers'
import type { Procedure } from '#modules/procedures'
import type { Language } from '#platform/i18n'
import { parsePartialDate } from '#platform/text'
import { type DateParts, datePartsIn, datePartsOf, type Problem, writtenDate } from '../../components/index.ts'
import type { Typed } from '../../typed.ts'
import { cardLine } from './card-line.ts'
import { words } from './words.ts'

/** What was typed about one person, to be shown again. */
export type PersonTyped = { card: string; number: string; name: string; born: DateParts; phone: string; cardSeen: boolean }

/** Fields of the three roles, told apart by what stands before their names. */
export const prefixes = { submitter: '', applicant: 'cho-', helper: 'giup-' } as const

const nothing: PersonTyped = { card: '', number: '', name: '', born: { day: '', month: '', year: '' }, phone: '', cardSeen: false }

export type WhoTyped = {
  submitter: PersonTyped
  applicant: PersonTyped
  helper: PersonTyped
  forOther: boolean
  helped: boolean
  commune: string
}

export const nobodyTyped: WhoTyped = {
  submitter: nothing,
  applicant: nothing,
  helper: nothing,
  forOther: false,
  helped: false,
  commune: '',
}

/** Reads the page; a scanned card counts more than what stands in the boxes below it. */
export function whoTypedIn(typed: Typed, body: Readonly<Record<string, unknown>>): WhoTyped {
  const person = (prefix: string): PersonTyped => {
    const line = cardLine(typed.raw(`${prefix}the`))
    const own = {
      card: '',
      number: typed.line(`${prefix}so`).replace(/[\s.]/g, ''),
      name: typed.line(`${prefix}ten`),
      born: datePartsIn(body, `${prefix}sinh`),
      phone: typed.line(`${prefix}dien-thoai`).replace(/[\s.-]/g, ''),
      cardSeen: typed.raw(`${prefix}da-xem`) !== '',
    }
    return line === undefined ? own : { ...own, number: line.number, name: line.name, born: datePartsOf(line.bornOn), cardSeen: true }
  }
  return {
    submitter: person(prefixes.submitter),
    applicant: person(prefixes.applicant),
    helper: person(prefixes.helper),
    forOther: typed.raw('thay') !== '',
    helped: typed.raw('giup') !== '',
    commune: typed.raw('xa'),
  }
}

/** The people as the counter understands them, or everything that is wrong with what was typed. */
export function presentFrom(who: WhoTyped, procedure: Procedure, lang: Language): { present: Present; problems: Problem[] } {
  const asked = procedure.identity !== 'notAsked'
  const problems = [
    ...problemsOf(who.submitter, prefixes.submitter, asked, lang),
    ...(who.forOther ? problemsOf(who.applicant, prefixes.applicant, asked, lang) : []),
    ...(who.helped && who.helper.name === '' ? [{ field: `${prefixes.helper}ten`, text: words(lang)('nameMissing') }] : []),
  ]
  const present: Present = {
    submitter: standing(who.submitter),
    ...(who.forOther && { applicant: standing(who.applicant) }),
    ...(who.helped && { helper: { name: who.helper.name, details: {}, cardSeen: false } }),
  }
  return { present, problems }
}

function problemsOf({ number, name, born, phone }: PersonTyped, prefix: string, asked: boolean, lang: Language): Problem[] {
  const say = words(lang)
  const written = writtenDate(born)
  const wantsNumber = asked || number !== ''
  return [
    ...(wantsNumber && number === '' ? [{ field: `${prefix}so`, text: say('numberMissing') }] : []),
    ...(number !== '' && !/^0\d{11}$/.test(number) ? [{ field: `${prefix}so`, text: say('numberWrong') }] : []),
    ...(name === '' ? [{ field: `${prefix}ten`, text: say('nameMissing') }] : []),
    ...(wantsNumber && parsePartialDate(written) === null ? [{ field: `${prefix}sinh`, text: say('bornWrong') }] : []),
    ...(phone !== '' && !/^0\d{9,10}$/.test(phone) ? [{ field: `${prefix}dien-thoai`, text: say('phoneWrong') }] : []),
  ]
}

function standing({ number, name, born, phone, cardSeen }: PersonTyped): StandingHere {
  const bornOn = parsePartialDate(writtenDate(born))
  return {
    name,
    ...(number !== '' && { number }),
    details: { ...(bornOn !== null && bornOn !== undefined && { bornOn }), ...(phone !== '' && { phone }) },
    cardSeen,
  }
}

/** Why somebody is not taken as who he is said to be, at the box that can mend it. */
export function doubtAbout(who: keyof Present, doubt: Doubt, lang: Language): Problem {
  return { field: `${prefixes[who]}so`, text: words(lang)(`doubt.${doubt}`) }
}
