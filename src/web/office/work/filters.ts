import { mostCounted, type Tally, type Wanted } from '#modules/dossiers'
import type { Req } from '#platform/http'
import type { Language } from '#platform/i18n'
import { isId } from '#platform/id'
import type { FilterTab } from '../../components/index.ts'
import { asked } from '../../typed.ts'
import { capped } from '../frame.ts'
import { endOfDay } from './time.ts'
import { words } from './words.ts'

/** Parts of a list by urgency, as they stand in its address. */
export const parts = { all: '', late: 'qua-han', today: 'hom-nay', ahead: 'con-han', paused: 'tam-dung', followed: 'theo-doi' } as const
export type Part = keyof typeof parts

/** What the address of a list asks for. */
export type Filter = { part: Part; procedure?: string; step?: string; after?: { dueAt: string; id: string } }

export function filterIn(req: Req): Filter {
  const part = (Object.keys(parts) as Part[]).find((one) => parts[one] !== '' && parts[one] === asked(req, 'han')) ?? 'all'
  const [procedure, step, after] = [asked(req, 'thu-tuc'), asked(req, 'buoc'), placeIn(asked(req, 'sau'))]
  return { part, ...(procedure && { procedure }), ...(step && { step }), ...(after && { after }) }
}

/** The address of a list with some parts of its filter changed; another filter begins at the first page. */
export function addressOf(path: string, filter: Filter): string {
  const query = new URLSearchParams()
  if (parts[filter.part] !== '') query.set('han', parts[filter.part])
  if (filter.procedure !== undefined) query.set('thu-tuc', filter.procedure)
  if (filter.step !== undefined) query.set('buoc', filter.step)
  if (filter.after !== undefined) query.set('sau', `${filter.after.dueAt}~${filter.after.id}`)
  const text = query.toString()
  return text === '' ? path : `${path}?${text}`
}

/** The place after which the next page goes on; anything that is no such place is the beginning. */
function placeIn(text: string): Filter['after'] {
  const [dueAt = '', id] = text.split('~')
  const isHour = dueAt === 'infinity' || (/^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(dueAt) && !Number.isNaN(Date.parse(dueAt)))
  return isHour && isId(id) ? { dueAt, id } : undefined
}

/** The filter as the list's question takes it. */
export function wantedBy({ part, procedure, step, after }: Filter, now: string, most: number): Wanted {
  const evening = endOfDay(now)
  const span = {
    all: {},
    late: { dueBefore: now, paused: false },
    today: { dueFrom: now, dueBefore: evening, paused: false },
    ahead: { dueFrom: evening, paused: false },
    paused: { paused: true },
    followed: {},
  }[part]
  return { ...span, most, ...(procedure && { procedure }), ...(step && { step }), ...(after && { after }) }
}

/** How much there is of each part, in what the other filters let through. What is followed lies on no desk and is no part of all. */
export type Counts = Record<Part, number>

export function countsOf(tallies: readonly Tally[], waiting: number, { procedure, step }: Filter): Counts {
  const shown = tallies.filter((one) => (procedure ?? one.procedure) === one.procedure && (step ?? one.step) === one.step)
  const sum = (part: 'late' | 'today' | 'ahead' | 'paused') => shown.reduce((total, one) => total + one[part], 0)
  const [late, today, ahead, paused] = [sum('late'), sum('today'), sum('ahead'), sum('paused')]
  return { all: late + today + ahead + paused, late, today, ahead, paused, followed: waiting }
}

export function tabsOf(path: string, filter: Filter, counts: Counts, lang: Language): FilterTab[] {
  const say = words(lang)
  // Soonest first: where counting stopped, what lies further ahead was not all counted.
  const isCut = counts.all > mostCounted
  const countOf = (part: Part) => (isCut && part === 'ahead' ? `${mostCounted}+` : capped(counts[part]))
  return (Object.keys(parts) as Part[]).map((part) => {
    const { after: _anew, ...rest } = filter
    return {
      href: addressOf(path, { ...rest, part }),
      label: say(part),
      count: countOf(part),
      current: part === filter.part,
      late: part === 'late' && counts.late > 0,
    }
  })
}
