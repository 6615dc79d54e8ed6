import { canonical, isDict, isRef, type Value } from '#platform/pdf'
import { finding } from './findings.ts'
import { freshFrom, gained, numOf, type Reading, type Step, sameBut } from './step.ts'

/** The form: new fields at the end, a grown resource dictionary. */
export function readForm(step: Step, into: Reading): void {
  const [was, is] = [step.before.catalog.entries.get('AcroForm'), step.after.catalog.entries.get('AcroForm')]
  if (was === undefined || is === undefined || canonical(was) !== canonical(is)) return
  const [before, after] = [step.before.dict(was), step.after.dict(is)]
  const fields = (document: Step['before'], of: typeof before) => document.array(of.entries.get('Fields'))
  const added = gained(fields(step.before, before), fields(step.after, after))
  const isGrown = added?.every((item) => into.widgets.has(numOf(item) ?? -1)) === true
  if (!isGrown || !sameBut(before, after, ['Fields', 'DR']) || !hasOnlyGrown(before.entries.get('DR'), after.entries.get('DR'))) return
  const fresh = freshFrom(step, isRef(after.entries.get('DR')) ? [] : refsOf(after.entries.get('DR')))
  for (const num of [numOf(is), numOf(after.entries.get('Fields')), ...fresh]) if (num !== undefined) into.explained.add(num)
}

const refsOf = (value: Value | undefined) =>
  isDict(value) ? [...value.entries.values()].flatMap((one) => (isDict(one) ? [...one.entries.values()] : [one])).filter(isRef) : []

/** Every entry that was there is still the same; entries inside dictionaries likewise. */
function hasOnlyGrown(before: Value | undefined, after: Value | undefined): boolean {
  if (before === undefined || canonical(before) === canonical(after)) return true
  if (!isDict(before) || !isDict(after)) return false
  return [...before.entries].every(([key, value]) => hasOnlyGrown(value, after.entries.get(key)))
}

/** Pages: nothing but the widgets of signatures that were added, at the end of their list. */
export function readPages(step: Step, into: Reading): void {
  const [before, after] = [step.pagesBefore, step.pagesAfter]
  if (before.map(({ ref }) => ref.num).join() !== after.map(({ ref }) => ref.num).join()) {
    into.findings.push(finding('pages-changed'))
    return
  }
  for (const [index, was] of before.entries()) {
    const is = after[index]
    if (!is) continue
    const [oldList, newList] = [was.dict.entries.get('Annots'), is.dict.entries.get('Annots')]
    const added = gained(step.before.array(oldList), step.after.array(newList))
    const page = index + 1
    if (!added) into.findings.push(finding('appearance-changed', { page }))
    else if (added.some((item) => !into.widgets.has(numOf(item) ?? -1)))
      into.findings.push(finding('annotation-added', { page, who: step.who }))
    if (!sameBut(was.dict, is.dict, ['Annots', 'AA'])) into.findings.push(finding('page-changed', { page, who: step.who }))
    if (canonical(was.dict.entries.get('AA')) !== canonical(is.dict.entries.get('AA'))) into.findings.push(finding('action-added'))
    for (const num of [is.ref.num, numOf(newList)]) if (num !== undefined) into.explained.add(num)
  }
}

const catalogFindings = {
  OpenAction: 'action-added',
  AA: 'action-added',
  Names: 'action-added',
  OCProperties: 'layers-changed',
  Pages: 'pages-changed',
  DSS: 'evidence-changed',
} as const

/** The catalog: evidence and its extension mark may come; each other key has its sentence. */
export function readCatalog(step: Step, into: Reading): void {
  const [before, after] = [step.before.catalog, step.after.catalog]
  for (const key of new Set([...before.entries.keys(), ...after.entries.keys()])) {
    const [was, is] = [before.entries.get(key), after.entries.get(key)]
    if (canonical(was) === canonical(is)) continue
    if (key === 'DSS' && is !== undefined) continue
    if (key === 'Extensions' && isEsicAdded(was, is)) continue
    if (key === 'AcroForm') into.findings.push(finding('field-changed', { field: 'AcroForm' }))
    else into.findings.push(finding(isKnown(key) ? catalogFindings[key] : 'description-changed'))
  }
  into.explained.add(step.after.root.num)
}

const isKnown = (key: string): key is keyof typeof catalogFindings => Object.hasOwn(catalogFindings, key)

function isEsicAdded(was: Value | undefined, is: Value | undefined): boolean {
  if (!isDict(is) || (was !== undefined && !isDict(was))) return false
  const others = [...is.entries].filter(([key]) => key !== 'ESIC')
  return others.every(([key, value]) => canonical(value) === canonical(was?.entries.get(key)))
}

/** Document information: time of change and producer only. */
export function readInformation(step: Step, into: Reading): void {
  const at = step.after.trailer.entries.get('Info')
  if (!isRef(at) || !step.changes.has(at.num)) return
  const [was, is] = [step.before.get(at), step.after.get(at)]
  if (isDict(was) && isDict(is) && sameBut(was, is, ['ModDate', 'Producer'])) into.explained.add(at.num)
}
