import { isDate } from '#platform/clock'
import { type Flaw, flaw } from './flaw.ts'
import { formFlaws } from './form-flaws.ts'
import { fieldsTaken } from './part.ts'
import type { Procedure } from './procedure.ts'
import { addedToPapers } from './result.ts'
import { wayFlaws } from './way.ts'

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === 'object' && value !== null

const slots = (text: string): string => [...new Set(text.match(/\{\w+\}/g))].sort().join()

function textFlaws(vi: unknown, en: unknown, at: string): Flaw[] {
  if (typeof vi !== 'string' || typeof en !== 'string' || vi.trim() === '' || en.trim() === '') return [flaw('untranslated', at)]
  return slots(vi) === slots(en) ? [] : [flaw('slotsDiffer', at)]
}

/** Walks the whole definition: wherever one language stands, the other must stand too. */
function languageFlaws(value: unknown, at: string): Flaw[] {
  if (!isRecord(value)) return []
  if ('vi' in value || 'en' in value) return textFlaws(value.vi, value.en, at)
  return Object.entries(value).flatMap(([key, part]) => languageFlaws(part, at === '' ? key : `${at}.${key}`))
}

function repeated(kind: string, codes: readonly string[]): Flaw[] {
  const twice = codes.filter((code, i) => codes.indexOf(code) !== i)
  return [...new Set(twice)].map((code) => flaw('twice', kind, { code }))
}

function codeFlaws({ pages, cases, components, rules, defects, fees, results, consultations }: Procedure): Flaw[] {
  return [
    ...repeated(
      'pages',
      pages.map(({ id }) => id),
    ),
    ...repeated(
      'cases',
      cases.map(({ id }) => id),
    ),
    ...repeated(
      'components',
      components.map(({ id }) => id),
    ),
    ...repeated(
      'rules',
      rules.map(({ code }) => code),
    ),
    ...repeated(
      'defects',
      defects.map(({ code }) => code),
    ),
    ...repeated(
      'fees',
      fees.map(({ id }) => id),
    ),
    ...repeated(
      'results',
      results.map(({ code }) => code),
    ),
    ...repeated(
      'consultations',
      consultations.map(({ id }) => id),
    ),
  ]
}

/** No office may ask for a paper outside the published list: an upload belongs to a component. */
function paperFlaws(procedure: Procedure): Flaw[] {
  const listed = new Set(procedure.components.map(({ field }) => field))
  const ids = new Set(procedure.components.map(({ id }) => id))
  const uploads = Object.entries(procedure.fields).filter(([name, field]) => field.kind === 'upload' && !listed.has(name))
  const unknown = procedure.defects.filter(({ component }) => component !== undefined && !ids.has(component))
  return [
    ...uploads.map(([name]) => flaw('unlistedPaper', `fields.${name}`)),
    ...unknown.map(({ code, component = '' }) => flaw('unknownComponent', `defects.${code}`, { component })),
  ]
}

/** Every `data.name` of a template must be printed from somewhere. */
function templateFlaws(procedure: Procedure): Flaw[] {
  return procedure.results.flatMap(({ code, template, prints }) => {
    const used = [...template.typst.matchAll(/\bdata\.([A-Za-z]\w*)/g)].map(([, name = '']) => name)
    const missing = [...new Set(used)].filter((name) => !Object.hasOwn(prints, name) && !addedToPapers.some((added) => added === name))
    return missing.map((name) => flaw('unprinted', `results.${code}`, { name }))
  })
}

/** A part names only what the event's form asks, and waits only for a part that stands before it. */
function partFlaws({ parts = [], fields }: Procedure): Flaw[] {
  return parts.flatMap(({ id, after, lies, takes = {} }, place) => {
    const before = parts.slice(0, place).map((one) => one.id)
    const named = [...(lies === undefined ? [] : fieldsTaken(lies)), ...Object.values(takes).flatMap(fieldsTaken)]
    return [
      ...(after === undefined || before.includes(after) ? [] : [flaw('unknownPart', `parts.${id}`, { part: after })]),
      ...named.filter((field) => fields[field] === undefined).map((field) => flaw('unknownField', `parts.${id}`, { field })),
    ]
  })
}

function dateFlaws({ inForceFrom, inForceTo }: Procedure): Flaw[] {
  const wrong = !isDate(inForceFrom) || (inForceTo !== undefined && (!isDate(inForceTo) || inForceTo < inForceFrom))
  return wrong ? [flaw('badDate', 'inForceFrom')] : []
}

/**
 * Everything that is wrong with a definition; empty for one that may be published. Finds what the compiler cannot: dead ends, steps without a way
 * to them, times that do not sum, questions that nobody asks or that come before what they depend on, values that never occur, missing translations.
 * What the program adds to every paper itself (`addedToPapers`) needs no source.
 */
export function definitionProblems(procedure: Procedure): Flaw[] {
  return [
    ...formFlaws(procedure),
    ...wayFlaws(procedure),
    ...codeFlaws(procedure),
    ...paperFlaws(procedure),
    ...templateFlaws(procedure),
    ...partFlaws(procedure),
    ...dateFlaws(procedure),
    ...languageFlaws(procedure, ''),
  ]
}
