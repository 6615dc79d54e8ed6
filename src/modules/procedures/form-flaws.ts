import { isDate } from '#platform/clock'
import { isAsked } from './apply.ts'
import { type Condition, comparisonsIn } from './condition.ts'
import type { Field } from './field.ts'
import { type Flaw, flaw } from './flaw.ts'
import type { Procedure } from './procedure.ts'
import { fieldsOf } from './rule.ts'

type Named = { readonly at: string; readonly field: string }
type Conditioned = { readonly at: string; readonly when: Condition | undefined }

/** Every place of a definition that names a field outside a condition. */
function namedFields(procedure: Procedure): Named[] {
  const fields = Object.entries(procedure.fields)
  const named = (at: string, names: readonly string[]): Named[] => names.map((field) => ({ at, field }))
  return [
    ...procedure.pages.flatMap((page) => named(`pages.${page.id}`, page.asks)),
    ...fields.flatMap(([name, field]) => (field.known ?? []).flatMap(({ by }) => named(`fields.${name}`, by))),
    ...fields.flatMap(([name, field]) => (field.kind === 'derived' ? named(`fields.${name}`, [field.after]) : [])),
    ...procedure.rules.flatMap((rule) => named(`rules.${rule.code}`, [rule.field, ...fieldsOf(rule.check)])),
    ...procedure.components.flatMap(({ id, field }) => (field ? named(`components.${id}`, [field]) : [])),
    ...procedure.defects.flatMap(({ code, field }) => (field ? named(`defects.${code}`, [field]) : [])),
    ...procedure.fees.flatMap(({ id, per, times }) =>
      named(
        `fees.${id}`,
        [per, times].flatMap((one) => one ?? []),
      ),
    ),
    ...procedure.results.flatMap(({ code, scans }) => (scans ? named(`results.${code}`, [scans]) : [])),
    ...procedure.results.flatMap(({ code, prints }) =>
      Object.entries(prints).flatMap(([key, print]) => (print.from === 'answer' ? named(`results.${code}.${key}`, [print.field]) : [])),
    ),
    ...procedure.results.flatMap(({ code, copies, reports }) => [
      ...(copies === undefined
        ? []
        : named(
            `results.${code}.copies`,
            [copies.event, copies.name, copies.bornOn, copies.number].flatMap((one) => one ?? []),
          )),
      ...(reports?.subjects ?? []).flatMap(({ name, bornOn }) => named(`results.${code}.reports`, [name, bornOn])),
    ]),
    ...Object.entries(procedure.steps).flatMap(([name, step]) => named(`steps.${name}`, step.appointment?.attends ?? [])),
    ...procedure.consultations.flatMap(({ id, places }) => named(`consultations.${id}`, places ?? [])),
    ...fields.flatMap(([name, field]) => (field.compared ?? []).flatMap(({ by }) => named(`fields.${name}`, by ?? []))),
    ...named('competence', [...procedure.competence.residences, ...(procedure.competence.otherwise ?? [])]),
    ...named('about', [procedure.about, ...(procedure.andAbout === undefined ? [] : [procedure.andAbout])]),
    ...named('worklist', procedure.worklist),
    ...named('statistics', procedure.statistics),
  ]
}

/** Every condition of a definition, with its place. */
function conditions(procedure: Procedure): Conditioned[] {
  const { fields, rules, cases, components, fees, consultations, steps, results } = procedure
  return [
    ...Object.entries(fields).flatMap(([name, field]) => [
      { at: `fields.${name}`, when: field.when },
      ...(field.known ?? []).map(({ when }) => ({ at: `fields.${name}.known`, when })),
    ]),
    ...rules.map(({ code, when }) => ({ at: `rules.${code}`, when })),
    ...procedure.pages.flatMap(({ id, notes = [] }) => notes.map(({ when }) => ({ at: `pages.${id}.notes`, when }))),
    ...cases.map(({ id, when }) => ({ at: `cases.${id}`, when })),
    ...components.map(({ id, when }) => ({ at: `components.${id}`, when })),
    ...(procedure.otherTimes ?? []).map(({ when }, place) => ({ at: `otherTimes.${place}`, when })),
    ...(procedure.levels ?? []).map(({ when }, place) => ({ at: `levels.${place}`, when })),
    ...results.map(({ code, when }) => ({ at: `results.${code}`, when })),
    ...fees.flatMap(({ id, when, exempt = [] }) =>
      [when, ...exempt.map((one) => one.when)].map((one) => ({ at: `fees.${id}`, when: one })),
    ),
    ...consultations.map(({ id, when }) => ({ at: `consultations.${id}`, when })),
    ...Object.entries(steps).flatMap(([name, { may }]) =>
      Object.values(may).flatMap((route) => (typeof route === 'string' ? [] : route.map(({ when }) => ({ at: `steps.${name}`, when })))),
    ),
    ...results.flatMap(({ code, prints }) =>
      Object.values(prints).flatMap((print) => (print.from === 'answer' ? [{ at: `results.${code}`, when: print.otherwise?.when }] : [])),
    ),
  ]
}

/** What a field can be compared with; undefined where any value is possible. */
function valuesOf(field: Field): readonly unknown[] | undefined {
  switch (field.kind) {
    case 'choice':
    case 'given':
      return field.options.map(({ value }) => value)
    case 'bool':
    case 'derived':
      return [true, false]
    case 'fixed':
      return [field.value]
    case 'place':
    case 'upload':
      return []
    default:
      return undefined
  }
}

function conditionFlaws(procedure: Procedure, { at, when }: Conditioned): Flaw[] {
  return comparisonsIn(when).flatMap(({ field: name, values }): Flaw[] => {
    const field = procedure.fields[name]
    if (!field) return [flaw('unknownField', at, { field: name })]
    const possible = valuesOf(field)
    const never = possible ? values.filter((value) => !possible.includes(value)) : []
    return never.map((value) => flaw('unknownValue', at, { field: name, value: String(value) }))
  })
}

const needs = (procedure: Procedure, name: string): string[] => comparisonsIn(procedure.fields[name]?.when).map(({ field }) => field)

function isCircular(procedure: Procedure, name: string): boolean {
  const seen = new Set<string>()
  const waiting = needs(procedure, name)
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if (next === name) return true
    if (!seen.has(next)) waiting.push(...needs(procedure, next))
    seen.add(next)
  }
  return false
}

function askingFlaws(procedure: Procedure): Flaw[] {
  const pageOf = new Map<string, number>()
  const flaws: Flaw[] = []
  for (const [index, page] of procedure.pages.entries()) {
    for (const name of page.asks) {
      const field = procedure.fields[name]
      if (pageOf.has(name)) flaws.push(flaw('askedTwice', `fields.${name}`))
      if (field && !isAsked(field)) flaws.push(flaw('notAQuestion', `pages.${page.id}`, { field: name }))
      pageOf.set(name, index)
    }
  }
  for (const [name, field] of Object.entries(procedure.fields)) {
    if (isAsked(field) && !pageOf.has(name)) flaws.push(flaw('neverAsked', `fields.${name}`))
    if (isCircular(procedure, name)) flaws.push(flaw('circular', `fields.${name}`))
    const late = needs(procedure, name).filter((other) => (pageOf.get(other) ?? 0) > (pageOf.get(name) ?? Number.POSITIVE_INFINITY))
    flaws.push(...late.map((other) => flaw('askedTooLate', `fields.${name}`, { field: other })))
  }
  return flaws
}

function isPattern(source: string): boolean {
  try {
    return new RegExp(source, 'u').source !== ''
  } catch {
    return false
  }
}

function patternFlaws(procedure: Procedure): Flaw[] {
  const patterns = [
    ...Object.entries(procedure.fields).flatMap(([name, field]) =>
      field.kind === 'text' && field.pattern !== undefined ? [{ at: `fields.${name}`, source: field.pattern }] : [],
    ),
    ...procedure.rules.flatMap(({ code, check }) => (check.is === 'matching' ? [{ at: `rules.${code}`, source: check.pattern }] : [])),
  ]
  return patterns.filter(({ source }) => !isPattern(source)).map(({ at }) => flaw('badPattern', at))
}

/** Amounts below nothing, tiers out of order, a span that ends before it begins. */
function feeFlaws({ fees }: Procedure): Flaw[] {
  return fees.flatMap(({ id, dong, tiers = [], most, validFrom, validTo }): Flaw[] => {
    const amounts = [dong ?? 0n, most ?? 0n, ...tiers.map((tier) => tier.dong)]
    const rising = tiers.every(({ from }, i) => Number.isInteger(from) && from > (tiers[i - 1]?.from ?? 1))
    const dated = [validFrom, validTo].every((day) => day === undefined || isDate(day))
    const ordered = validFrom === undefined || validTo === undefined || validFrom <= validTo
    return amounts.every((amount) => amount >= 0n) && rising && dated && ordered ? [] : [flaw('badFee', `fees.${id}`)]
  })
}

/** What stands on a counter's sheet already is one of the answers. */
function usualFlaws({ fields }: Procedure): Flaw[] {
  return Object.entries(fields).flatMap(([name, field]): Flaw[] => {
    if (field.kind !== 'choice' || field.usual === undefined || field.options.some(({ value }) => value === field.usual)) return []
    return [flaw('unknownValue', `fields.${name}`, { field: name, value: field.usual })]
  })
}

/** What is wrong with fields, pages, conditions and rules. */
export function formFlaws(procedure: Procedure): Flaw[] {
  const unknown = namedFields(procedure).filter(({ field }) => !Object.hasOwn(procedure.fields, field))
  return [
    ...unknown.map(({ at, field }) => flaw('unknownField', at, { field })),
    ...conditions(procedure).flatMap((each) => conditionFlaws(procedure, each)),
    ...askingFlaws(procedure),
    ...patternFlaws(procedure),
    ...usualFlaws(procedure),
    ...feeFlaws(procedure),
  ]
}
