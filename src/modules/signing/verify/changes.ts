import {
  canonical,
  isWhite,
  type PdfDocument,
  PdfError,
  type Place,
  type Ref,
  readNumbered,
  refsIn,
  type Section,
  type Value,
} from '#platform/pdf'
import { type Finding, finding } from './findings.ts'

/** An object that reads differently in two revisions. Undefined: not there. */
export type Change = { num: number; before: Value | undefined; after: Value | undefined }
export type Difference = { changes: ReadonlyMap<number, Change>; findings: Finding[] }

/** Compares a signed beginning with a later revision of the same file, by place and by value. */
export function difference(before: PdfDocument, after: PdfDocument): Difference {
  const added = after.sections.filter(({ offset }) => offset >= before.bytes.length)
  const kept = after.sections.slice(added.length)
  if (kept.map(({ offset }) => offset).join() !== before.sections.map(({ offset }) => offset).join()) {
    return { changes: new Map(), findings: [finding('put-back')] }
  }
  const changes = changesBetween(before, after, new Set(added.map(({ offset }) => offset)))
  return {
    changes,
    findings: [...tables(before, added), ...trailers(before, after, added), ...gaps(before, after, added), ...shadows(before, changes)],
  }
}

/** New tables may list only objects of the new bytes, and free or hide nothing that was there. */
function tables(before: PdfDocument, added: readonly Section[]): Finding[] {
  const findings: Finding[] = []
  for (const { places } of added) {
    for (const [num, place] of places) {
      const then = before.places.get(num)
      const was = then !== undefined && then.kind !== 'free'
      if (place.kind === 'at' && place.offset < before.bytes.length) {
        if (then?.kind !== 'at' || then.offset !== place.offset) findings.push(finding('put-back'))
      } else if (was && (place.kind !== 'at' || place.gen !== genOf(then))) findings.push(finding('content-removed'))
    }
  }
  return findings
}

const genOf = (place: Place): number => (place.kind === 'in' ? 0 : place.gen)

const trailerKeys = new Set(['Size', 'Root', 'Prev', 'Info', 'ID', 'Type', 'W', 'Index', 'Length', 'Filter', 'DecodeParms'])

function trailers(before: PdfDocument, after: PdfDocument, added: readonly Section[]): Finding[] {
  const findings: Finding[] = []
  const then = before.trailer.entries
  for (const { trailer } of added) {
    if ([...trailer.entries.keys()].some((key) => !trailerKeys.has(key) && !then.has(key))) findings.push(finding('hidden-data'))
  }
  const now = after.trailer.entries
  const firstId = (id: Value | undefined) => canonical(before.array(id)[0])
  const same = canonical(then.get('Root')) === canonical(now.get('Root')) && canonical(then.get('Info')) === canonical(now.get('Info'))
  if (!same || firstId(then.get('ID')) !== firstId(now.get('ID'))) findings.push(finding('description-changed'))
  return findings
}

/** Every byte behind the signed ones belongs to an object, a table, or is white space. */
function gaps(before: PdfDocument, after: PdfDocument, added: readonly Section[]): Finding[] {
  const spans: { start: number; end: number }[] = added.map(({ offset, end }) => ({ start: offset, end }))
  const starts = new Set(added.map(({ offset }) => offset))
  for (const { places } of added) {
    for (const [num, place] of places) {
      if (place.kind !== 'at' || place.offset < before.bytes.length || starts.has(place.offset)) continue
      const object = readNumbered(after.bytes, place.offset, (value) => after.get(value))
      if (object.num !== num) throw new PdfError('entry points at something else')
      starts.add(place.offset)
      spans.push(object)
    }
  }
  spans.sort((a, b) => a.start - b.start)
  let at = before.bytes.length
  for (const { start, end } of [...spans, { start: after.bytes.length, end: after.bytes.length }]) {
    if (start < at || after.bytes.subarray(at, start).some((byte) => !isWhite(byte))) return [finding('hidden-data')]
    at = end
  }
  return []
}

/** A table that is a stream has a number too; it is no content. */
function changesBetween(before: PdfDocument, after: PdfDocument, tables: ReadonlySet<number>): Map<number, Change> {
  const changes = new Map<number, Change>()
  for (const num of new Set([...before.places.keys(), ...after.places.keys()])) {
    if (JSON.stringify(before.places.get(num)) === JSON.stringify(after.places.get(num))) continue
    const place = after.places.get(num)
    if (!before.places.has(num) && place?.kind === 'at' && tables.has(place.offset)) continue
    const change = { num, before: before.object(num)?.value, after: after.object(num)?.value }
    if (canonical(change.before) !== canonical(change.after)) changes.set(num, change)
  }
  return changes
}

/** Numbers that the signed revision named without defining them may never get a content. */
function shadows(before: PdfDocument, changes: ReadonlyMap<number, Change>): Finding[] {
  const fresh = [...changes.values()].filter((change) => change.before === undefined && change.after !== undefined)
  if (fresh.length === 0) return []
  const named = reachable(before, [before.root, ...refsIn(before.trailer.entries.get('Info'))])
  return fresh.some(({ num }) => named.has(num)) ? [finding('defined-later')] : []
}

/** All numbers that can be reached from some references, defined or not. `stop` cuts a branch off. */
export function reachable(document: PdfDocument, from: readonly Ref[], stop: (num: number) => boolean = () => false): Set<number> {
  const seen = new Set<number>()
  const queue = [...from]
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (seen.has(next.num) || stop(next.num)) continue
    seen.add(next.num)
    queue.push(...refsIn(document.object(next.num)?.value))
  }
  return seen
}
