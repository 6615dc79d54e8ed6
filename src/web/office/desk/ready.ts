import { shortUnitName } from '#modules/directory'
import { evidenceOf } from '#modules/dossiers'
import { componentsFor, type PaperNeeded, sentenceOf, warningsIn } from '#modules/procedures'
import { localDate } from '#platform/clock'
import type { AtDesk } from './gather.ts'
import { words } from './words.ts'

/** One thing that should hold before the next step. `field`: where on the page it can be put right. */
export type Line = { ready: boolean; text: string; field?: string }

/** What must hold before the case goes on: papers, data, differences, questions still open. It informs; the official decides. */
export function readyLines(desk: AtDesk): Line[] {
  return [...entryLine(desk), ...feeLine(desk), ...paperLines(desk), ...differences(desk), ...doubts(desk), ...openQuestions(desk)]
}

/** A result is not handed over before what it costs was noted. */
function feeLine({ fees, found, lang }: AtDesk): Line[] {
  if (found.procedure.steps[found.step]?.may.deliver === undefined || fees.due.total === 0n) return []
  return [{ ready: fees.settled, text: words(lang)(fees.settled ? 'ready.paid' : 'ready.unpaid') }]
}

/** A copy is made from an entry that somebody has chosen. */
function entryLine({ entry, lang }: AtDesk): Line[] {
  if (entry === undefined) return []
  const chosen = entry.chosen !== undefined
  return [{ ready: chosen, text: words(lang)(chosen ? 'ready.entry' : 'ready.noEntry') }]
}

function paperLines({ found, around, lang }: AtDesk): Line[] {
  const say = words(lang)
  const evidence = evidenceOf(found.procedure, around.lookUps)
  const { provenance, answers, shown = [] } = found.filed
  const needed = componentsFor(found.procedure, answers, { now: found.submittedAt, known: provenance, evidence, shown })
  const lines = needed.flatMap(({ component, standing }): Line[] => {
    if (standing === 'made') return []
    return [{ ready: isReady(standing), text: say(`ready.${standing}`, { paper: component.name[lang] }) }]
  })
  const count = around.papers.filter((one) => one.scan === 'unscanned').length
  return count === 0 ? lines : [...lines, { ready: false, text: say('ready.unscanned', { count }) }]
}

function isReady(standing: PaperNeeded['standing']): boolean {
  return standing === 'attached' || standing === 'data' || standing === 'shown'
}

const named = ['population', 'civil-status', 'vneid-wallet', 'vneid'] as const

/** The name of an agency's service; one that nobody named speaks for itself. */
export function serviceName(source: string, lang: AtDesk['lang']): string {
  const known = named.find((one) => one === source)
  return known === undefined ? source : words(lang)(`source.${known}`)
}

function differences({ found, around, mismatches, lang }: AtDesk): Line[] {
  const say = words(lang)
  const open = mismatches.filter((one) => one.settled === undefined)
  const fields = open.map(({ field }): Line => {
    const label = found.procedure.fields[field]?.label[lang] ?? field
    return { ready: false, text: say('ready.mismatch', { field: label }), field: `lech-${field}` }
  })
  const told = around.lookUps.flatMap(({ source, status, challenged }): Line[] => {
    if (challenged) return [{ ready: false, text: say('ready.challenged', { source: serviceName(source, lang) }) }]
    return status === 'mismatch' ? [{ ready: false, text: say('ready.wrong', { source: serviceName(source, lang) }) }] : []
  })
  const texts = new Set<string>()
  return [...fields, ...told.filter(({ text }) => !texts.has(text) && texts.add(text))]
}

function doubts({ found, lang }: AtDesk): Line[] {
  const { procedure, filed } = found
  return warningsIn(procedure, filed.answers, { now: found.submittedAt }).map((one) => ({
    ready: false,
    text: sentenceOf(procedure, one, lang),
  }))
}

function openQuestions({ around, directory, lang, now }: AtDesk): Line[] {
  return around.asked
    .filter((one) => one.outcome === null)
    .map((one) => {
      const unit = directory.findUnit(one.toUnit)
      return { ready: false, text: words(lang)('ready.asking', { unit: unit === undefined ? '' : shortUnitName(unit, localDate(now)) }) }
    })
}
