import { createHash } from 'node:crypto'
import { definitionProblems } from './definition-problems.ts'
import { fromStoredFee, type StoredFee, toStoredFee } from './fee.ts'
import { flawText } from './flaw.ts'
import type { Procedure } from './procedure.ts'

/** A revision as it is stored: what lists and searches need as columns, the definition itself as JSON text. */
export type ProcedureRow = {
  readonly code: string
  readonly revision: number
  readonly in_force_from: string
  readonly in_force_to: string | null
  readonly name_vi: string
  readonly name_en: string
  readonly area: string
  readonly definition: string
  readonly fingerprint: string
}

type Stored = Omit<Procedure, 'fees'> & { readonly fees: readonly StoredFee[] }

// JSON has no bigint; money travels as digits.
const stored = (procedure: Procedure): Stored => ({ ...procedure, fees: procedure.fees.map(toStoredFee) })

/** The same text for the same content, whatever order a database gave the keys in. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const entries = Object.entries(value).filter(([, part]) => part !== undefined)
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, part]) => `${JSON.stringify(key)}:${canonical(part)}`)
    .join()}}`
}

/** SHA-256 over the content of a definition: tells whether a file still says what was published under its revision. */
export function fingerprint(procedure: Procedure): string {
  return createHash('sha256')
    .update(canonical(stored(procedure)))
    .digest('hex')
}

export function toRow(procedure: Procedure): ProcedureRow {
  return {
    code: procedure.code,
    revision: procedure.revision,
    in_force_from: procedure.inForceFrom,
    in_force_to: procedure.inForceTo ?? null,
    name_vi: procedure.name.vi,
    name_en: procedure.name.en,
    area: procedure.area,
    definition: JSON.stringify(stored(procedure)),
    fingerprint: fingerprint(procedure),
  }
}

/** The same without a judgement, for one that is still being written and has the form of the language. */
export function uncheckedFrom(definition: unknown): Procedure {
  const { fees, ...rest }: Stored = typeof definition === 'string' ? JSON.parse(definition) : definition
  return { ...rest, fees: fees.map(fromStoredFee) }
}

/**
 * A procedure out of its stored definition, given as text or as the value that a `json` column came back as.
 * Throws when it is not a definition that may be published: a row is never half believed.
 */
export function fromRow({ definition }: { readonly definition: unknown }): Procedure {
  const procedure = uncheckedFrom(definition)
  const [flaw] = definitionProblems(procedure)
  if (flaw) throw new Error(`procedure ${procedure.code} revision ${procedure.revision}: ${flawText(flaw, 'en')}`)
  return procedure
}
