import { type Answer, type Answers, type Field, holds, type Procedure, problemsIn, settle } from '#modules/procedures'
import { addDays, localDate } from '#platform/clock'

const personal = (year: number, isMale: boolean) =>
  `027${year < 2000 ? (isMale ? 0 : 1) : isMale ? 2 : 3}${String(year % 100).padStart(2, '0')}000123`

/** What a field could be answered with, the likeliest first: whatever the rules of a procedure want, one of them should do. */
function candidates(field: Field, today: string, file: (name: string) => string, name: string): Answer[] {
  switch (field.kind) {
    case 'fullName':
      return ['Nguyễn Thị Hoa', 'Trần Đức Anh', 'Nguyễn Văn Nam']
    case 'text':
      return ['Việc mẫu', 'Hộ kinh doanh Hoa Mẫu', '12/2026', '00418.GCS.24001.26', '0101234567', '12', 'A', '2026'].map((text) =>
        text.slice(0, field.most),
      )
    case 'date':
      return [today, '1998-03-12', '1995-07-04', '1960-05-01', '2023-05-20', addDays(today, -10), addDays(today, 10), addDays(today, -400)]
    case 'citizenId':
      return [1998, 1995, 1960, 2026, 2023].flatMap((year) => [personal(year, false), personal(year, true)])
    case 'phone':
      return ['0912345678']
    case 'email':
      return ['nguoi.mau@example.vn']
    case 'choice':
    case 'given':
      return field.options.map(({ value }) => value)
    case 'code':
      return field.list === 'ethnicity' ? ['01', '02'] : ['VN', 'KR']
    case 'place':
      return [
        { commune: '09187', detail: 'Khu mẫu' },
        { commune: '09187' },
        { commune: '09190', detail: 'Thôn mẫu' },
        { country: 'US', detail: 'Boston' },
      ]
    case 'int':
      return [...new Set([Math.max(field.least, 1), field.least, 2, 3, field.most])]
    case 'money':
      return [...new Set([Math.max(field.least, 1), field.most])].map(String)
    case 'bool':
      return field.mustBeTrue ? [true] : [false, true]
    case 'upload':
      return [[file(name)]]
    case 'list': {
      const row = Object.entries(field.cells).map(([cell, of]) => [cell, String(candidates(of, today, file, cell)[0] ?? '')] as const)
      return [[Object.fromEntries(row)]]
    }
    default:
      return []
  }
}

const mostTries = 60

/**
 * Answers to everything that a procedure asks, such that nothing is wrong with them, around answers that are given and stay as they are.
 * Undefined when none was found: then the rules contradict what was given.
 */
export function answerAll(
  procedure: Procedure,
  given: Answers,
  now: string,
  file: (name: string) => string = () => 'a-file',
): Answers | undefined {
  const today = localDate(now)
  // Of a paper, a place or a list the guide knows only that there is one: here it gets a content.
  const isPresence = (name: string, { kind }: Field) => given[name] === '–' || kind === 'upload' || kind === 'list' || kind === 'place'
  const pool = Object.entries(procedure.fields).flatMap(([name, field]) =>
    given[name] === undefined || isPresence(name, field) ? [{ name, field, values: candidates(field, today, file, name) }] : [],
  )
  const owed = (answers: Answers): Answers => {
    let all = answers
    for (let more = true; more; ) {
      const settled = settle(procedure, all, now)
      const missing = pool.filter(
        ({ name, field, values }) => all[name] === undefined && field.required && values.length > 0 && holds(field.when, settled),
      )
      more = missing.length > 0
      all = { ...all, ...Object.fromEntries(missing.flatMap(({ name, values }) => (values[0] === undefined ? [] : [[name, values[0]]]))) }
    }
    return all
  }
  const problems = (answers: Answers) => problemsIn(procedure, settle(procedure, answers, now), { now })
  const present = pool.flatMap(({ name, values }): [string, Answer][] =>
    given[name] === undefined || values[0] === undefined ? [] : [[name, values[0]]],
  )
  let answers = owed({ ...given, ...Object.fromEntries(present) })
  for (let attempt = 0; attempt < mostTries; attempt += 1) {
    const wrong = problems(answers)
    if (wrong.length === 0) return answers
    const about = new Set(wrong.map(({ field }) => field))
    // First what the problems name, then anything else that a rule may look at.
    const tries = [...pool.filter(({ name }) => about.has(name)), ...pool.filter(({ name }) => !about.has(name))]
    const better = firstBetter(tries, answers, (one) => problems(owed(one)).length, wrong.length)
    if (better === undefined) return undefined
    answers = owed(better)
  }
  return undefined
}

function firstBetter(
  tries: readonly { name: string; values: readonly Answer[] }[],
  answers: Answers,
  wrongWith: (answers: Answers) => number,
  before: number,
): Answers | undefined {
  for (const { name, values } of tries) {
    for (const value of values) {
      const changed = { ...answers, [name]: value }
      if (wrongWith(changed) < before) return changed
    }
  }
  return undefined
}
