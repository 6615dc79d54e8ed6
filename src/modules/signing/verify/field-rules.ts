import { isRef, rectOf, refsIn, textOf, type Value } from '#platform/pdf'
import { type Field, largest } from '../fields.ts'
import { finding } from './findings.ts'
import { wordsIn } from './picture.ts'
import { freshFrom, numOf, pageOf, type Reading, type Step, sameBut } from './step.ts'

const patterns = new Map<string, RegExp>([
  ['number', /^\d{1,7}(\/[\p{Lu}\d][\p{L}\d.-]{0,40}){0,3}$/u],
  ['date', /^ngày (0[1-9]|[12]\d|3[01]) tháng (01|02|[3-9]|1[0-2]) năm \d{4}$/],
])
const topBand = 57

/** Fields that were reserved and are now filled, and signatures that came with a field of their own. */
export function readFields(step: Step, into: Reading): void {
  const names = new Set<string>()
  for (const field of step.fieldsAfter) {
    if (names.has(field.name)) into.findings.push(finding('field-changed', { field: field.name }))
    names.add(field.name)
    const before = step.fieldsBefore.find(({ ref }) => ref.num === field.ref.num)
    if (!before) readNewField(step, field, into)
    else if (step.changes.has(field.ref.num)) readFilledField(step, before, field, into)
  }
  const filled = (name: string) => textOf(step.fieldsAfter.find((one) => one.name === name && into.explained.has(one.ref.num))?.value)
  const [number, date] = [filled('number'), filled('date')]
  if (number !== undefined || date !== undefined)
    into.findings.push(finding('number-filled', { number: number ?? '–', date: date?.replace(/^ngày /, '') ?? '–' }))
}

function readFilledField(step: Step, before: Field, after: Field, into: Reading): void {
  if (before.value !== undefined || after.value === undefined || !sameBut(before.dict, after.dict, ['V', 'AP'])) return
  if (before.type === 'Sig' && isOwnSignature(step, after.value)) {
    if (isTooLarge(after, 'signature')) into.findings.push(finding('signature-over-content'))
    explain(step, after, into)
  } else if (before.type === 'Tx' && patterns.has(before.name)) readFilledText(step, after, into)
}

function readFilledText(step: Step, field: Field, into: Reading): void {
  const value = textOf(field.value) ?? ''
  if (step.signature?.held.field.name !== 'agency') into.findings.push(finding('number-without-agency'))
  else if (!patterns.get(field.name)?.test(value)) into.findings.push(finding('field-changed', { field: field.name }))
  else if (isTooLarge(field, 'text')) into.findings.push(finding('signature-over-content'))
  else if (wordsIn(step.after, pictureOf(step, field)) !== value) into.findings.push(finding('picture-differs'))
  explain(step, field, into)
}

function pictureOf(step: Step, field: Field): Value | undefined {
  const pictures = step.after.get(field.dict.entries.get('AP'))
  const entries = refsIn(pictures)
  return entries.length === 1 ? entries[0] : undefined
}

/** What the field of a signature may hold; an action among it could run by itself. */
const widgetKeys = new Set(['Type', 'Subtype', 'FT', 'T', 'TU', 'F', 'Ff', 'Rect', 'P', 'V', 'AP', 'DA'])

function readNewField(step: Step, field: Field, into: Reading): void {
  const isPlain = [...field.dict.entries.keys()].every((key) => widgetKeys.has(key))
  const isSignature = field.type === 'Sig' && isPlain && isOwnSignature(step, field.value)
  const place = isSignature ? placeOf(step, field) : 'nowhere'
  if (place === 'nowhere') into.findings.push(finding('field-changed', { field: field.name }))
  else if (place === 'over') into.findings.push(finding('signature-over-content'))
  else into.findings.push(finding(place === 'unseen' ? 'signature-added' : 'mark-added', { who: step.signature?.who ?? '' }))
  explain(step, field, into)
  into.widgets.add(field.ref.num)
}

/** Where a signature that brought its own field is seen. */
function placeOf(step: Step, field: Field): 'unseen' | 'top' | 'over' {
  const rect = rectOf(step.after.get(field.dict.entries.get('Rect')))
  if (!rect || rect[2] === rect[0] || rect[3] === rect[1]) return 'unseen'
  const page = step.pagesAfter[0]
  if (!page || pageOf(step.pagesAfter, field.dict.entries.get('P')) !== 1 || !standsOn(step, field)) return 'over'
  const [left, , right, top] = page.box
  const inBand = rect[1] >= top - topBand && rect[3] <= top && rect[0] >= (left + right) / 2 && rect[2] <= right
  return inBand ? 'top' : 'over'
}

/** A widget may name one page and hang on another: what counts is the page that lists it, and only the first may. */
const standsOn = (step: Step, field: Field): boolean =>
  step.pagesAfter.every(({ dict }, index) => {
    const lists = step.after.array(dict.entries.get('Annots')).some((item) => numOf(item) === field.ref.num)
    return index === 0 || !lists
  })

const isOwnSignature = (step: Step, value: Value | undefined): boolean => isRef(value) && step.signature?.held.num === value.num

/** Whether a reserved place is larger than a template may keep free: it could cover words. */
export function isTooLarge(field: Field, kind: 'signature' | 'text'): boolean {
  const [left, bottom, right, top] = rectOf(field.dict.entries.get('Rect')) ?? [0, 0, Number.POSITIVE_INFINITY, 0]
  const [width, height] = largest[kind]
  return right - left > width + 0.01 || top - bottom > height + 0.01
}

/** The field, its signature dictionary, and whatever new its picture consists of. */
function explain(step: Step, field: Field, into: Reading): void {
  const fresh = freshFrom(step, refsIn([field.dict.entries.get('AP') ?? null, field.type === 'Sig' ? (field.value ?? null) : null]))
  for (const num of [field.ref.num, ...fresh]) into.explained.add(num)
}
