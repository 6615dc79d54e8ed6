import { type Static, Type } from 'typebox'
import { daysBefore } from '../dates.ts'
import { type Person, personCalled } from '../people.ts'
import { sameDate, sameName } from '../population/compare.ts'
import { answered } from '../questions.ts'
import type { Routes } from '../routes.ts'

export const DeathNoteQuestion = Type.Object({
  queryId: Type.String({ minLength: 8, maxLength: 64 }),
  purpose: Type.String({ minLength: 1, maxLength: 200 }),
  number: Type.String({ pattern: '^\\d{12}$' }),
  name: Type.String({ maxLength: 200 }),
  bornOn: Type.String({ pattern: '^\\d{4}(-\\d{2}(-\\d{2})?)?$' }),
})
type DeathNoteQuestion = Static<typeof DeathNoteQuestion>

/** Deaths that a facility certified, so many days before the sandbox was started: one lately, one that nobody registered in time. */
const rows = [
  { of: 'suu', daysAgo: 3, at: '05:40' },
  { of: 'ca', daysAgo: 40, at: '21:15' },
] as const

const facility = 'Bệnh viện Đa khoa mẫu Bắc Ninh'

/** Plays the health data service: POST /giay-bao-tu gives the signed death notice of somebody named by number, name and birth date. */
export function health(now: () => string): Routes {
  const started = now()
  return {
    'POST /giay-bao-tu': (call) => answered(call, DeathNoteQuestion, now, (question) => ({ json: noteOf(question, started) })),
  }
}

/** Whoever does not know name and birth date learns not even that there is a notice. */
function noteOf(question: DeathNoteQuestion, started: string): object {
  const index = rows.findIndex(({ of }) => personCalled(of).number === question.number)
  const row = rows[index]
  if (row === undefined || !isNamed(question, personCalled(row.of))) return { result: 'not-found' }
  const diedOn = daysBefore(started, row.daysAgo)
  const number = `${String(index + 1).padStart(5, '0')}.GBT.99027.${diedOn.slice(2, 4)}`
  return { result: 'found', note: { number, issuedOn: diedOn, facility, diedOn, diedAt: row.at } }
}

function isNamed({ name, bornOn }: DeathNoteQuestion, person: Person): boolean {
  return sameName(name, person.name) && sameDate(bornOn, person.bornOn)
}
