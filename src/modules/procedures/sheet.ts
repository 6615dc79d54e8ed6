import type { Instant } from '#platform/clock'
import type { Answers, Provenance } from './answers.ts'
import { settle } from './apply.ts'
import { holds } from './condition.ts'
import { type Raw, withPage } from './normalise.ts'
import { type Asked, pagesFor } from './pages.ts'
import type { Procedure } from './procedure.ts'

const sheetId = 'to-khai'

/** The same form with everything on one page: who writes for somebody else asks in one go. */
function asSheet(procedure: Procedure): Procedure {
  return { ...procedure, pages: [{ id: sheetId, title: procedure.name, asks: procedure.pages.flatMap(({ asks }) => asks) }] }
}

/**
 * The whole form at once, in sections as its pages stand: what applies, what another answer on the same sheet may still open, and what is
 * known and therefore not asked. A section of which nothing is left is left out.
 */
export function sheetFor(procedure: Procedure, given: Answers, { now, known = {} }: { now: Instant; known?: Provenance }): Asked[] {
  const [sheet] = pagesFor(asSheet(procedure), given, { now, known })
  if (sheet === undefined) return []
  const answers = settle(procedure, given, now)
  return procedure.pages.flatMap((page): Asked[] => {
    const asks = sheet.asks.filter(({ name }) => page.asks.includes(name))
    const shown = sheet.known.filter(({ name }) => page.asks.includes(name))
    if (asks.length + shown.length === 0) return []
    const notes = (page.notes ?? []).filter(({ when }) => holds(when, answers)).map(({ text }) => text)
    return [{ id: page.id, title: page.title, ...(page.intro ? { intro: page.intro } : {}), notes, asks, known: shown }]
  })
}

/** Earlier answers with the whole sheet answered anew, as `withPage` does for one page. */
export function withSheet(procedure: Procedure, earlier: Answers, raw: Raw, known: Provenance = {}): Answers {
  const told = Object.entries(earlier).filter(([name]) => procedure.fields[name]?.kind === 'given')
  return { ...Object.fromEntries(told), ...withPage(asSheet(procedure), earlier, sheetId, raw, known) }
}
