import { directoryOn, unitName } from '#modules/directory'
import { revisionOf } from '#modules/procedures'
import { type LookUp, lookUpEntries, type NationalEntry, type RegisterEntry } from '#modules/sharing'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { fold } from '#platform/text'
import type { Case, Filed } from './case.ts'
import { resultOf } from './enter.ts'
import { columnsOf } from './register-columns.ts'
import { registerKey } from './register-keys.ts'
import type { Sources } from './sources.ts'

/** An entry that a copy can be made from, whoever keeps it. `ref` names it among those that were found. */
export type EntryFound = RegisterEntry & { ref: string; agencyName: string; keptBy: 'us' | 'national' }

/** What was searched for, and what came of it; `national` is the proof that the national database was asked. */
export type Search = { wanted: WantedEntry; entries: EntryFound[]; national: LookUp<{ entries: readonly NationalEntry[] }> }

export type WantedEntry = { event: string; name: string; bornOn: string; number?: string }

/** The event and the person of whom a copy is asked; undefined for a procedure that gives no copies. */
export function wantedOf(found: Case): WantedEntry | undefined {
  const { copies } = resultOf(found)
  if (copies === undefined) return undefined
  const text = (field: string | undefined) => {
    const said = field === undefined ? undefined : found.filed.answers[field]
    return typeof said === 'string' ? said : ''
  }
  const number = text(copies.number)
  return { event: text(copies.event), name: text(copies.name), bornOn: text(copies.bornOn), ...(number === '' ? {} : { number }) }
}

/**
 * Searches the registers of this install and the national civil-status database for the entry of which a copy is asked. Nothing is found by
 * a name alone: name and date of birth must agree as far as both are known.
 */
export async function findEntries(ctx: Ctx, sources: Sources, found: Case): Promise<Search | undefined> {
  const wanted = wantedOf(found)
  if (wanted === undefined) return undefined
  const asking = { queryId: newId(Date.parse(ctx.now)), purpose: found.procedure.code, now: () => ctx.now }
  const [own, national] = await Promise.all([ownEntries(ctx, wanted), lookUpEntries(sources.civilStatus, asking, wanted)])
  const told = national.fields?.entries ?? []
  const isOurs = (one: RegisterEntry) => own.some((mine) => mine.agencyCode === one.agencyCode && mine.number === one.number)
  const others = told.filter((one) => !isOurs(one)).map((one): EntryFound => ({ ...one, ref: refOf(one), keptBy: 'national' }))
  return { wanted, entries: [...own, ...others], national }
}

const refOf = ({ event, agencyCode, book, number }: RegisterEntry) => [event, agencyCode, book, number].join('|')

type Row = {
  entry_id: Id
  unit_id: Id
  year: number
  number: number
  page: number
  entered_at: string
  body: Buffer
  personal_number: Buffer | null
  procedure_code: string
  revision: number
  submitted_at: string
}

async function ownEntries(ctx: Ctx, { event, name, bornOn }: WantedEntry): Promise<EntryFound[]> {
  if (name === '' || bornOn === '') return []
  const key = registerKey(ctx, event, name, bornOn).toString('hex')
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: "select * from find_register(array[decode($1, 'hex')])", values: [key] }])
  const entries = await Promise.all(rowsOf<Row>(answer).map((row) => entryFrom(ctx, row, event, { name, bornOn })))
  return entries.filter((one) => one !== undefined)
}

async function entryFrom(ctx: Ctx, row: Row, event: string, of: { name: string; bornOn: string }): Promise<EntryFound | undefined> {
  const procedure = await revisionOf(ctx, row.procedure_code, row.revision)
  const reports = procedure?.results[0]?.reports
  if (procedure === undefined || reports?.event !== event) return undefined
  const { answers } = ctx.keys.openJson<Filed>(row.body, 'register_entry.body')
  const isNamed = (reports.subjects ?? []).some(({ name, bornOn }) => agrees(answers[name], answers[bornOn], of))
  if (!isNamed) return undefined
  const directory = await directoryOn(ctx)
  const unit = directory.getUnit(row.unit_id)
  const place = { number: `${String(row.number).padStart(2, '0')}/${row.year}`, registeredOn: localDate(row.entered_at) }
  const personal = row.personal_number === null ? {} : { personalNumber: ctx.keys.openText(row.personal_number, 'register_note.body') }
  const entry = { procedure, answers, submittedAt: row.submitted_at, unit: row.unit_id, ...place, ...personal }
  const told: RegisterEntry = {
    event: reports.event,
    agencyCode: unit.code,
    book: `01/${row.year}`,
    number: `${row.number}/${row.year}`,
    page: String(row.page),
    date: place.registeredOn,
    columns: await columnsOf(ctx, entry, reports.columns),
  }
  return { ...told, ref: refOf(told), agencyName: unitName(unit, place.registeredOn), keptBy: 'us' }
}

/** The same name as it sounds, and dates that agree as far as both are known. */
function agrees(name: unknown, bornOn: unknown, of: { name: string; bornOn: string }): boolean {
  if (typeof name !== 'string' || typeof bornOn !== 'string') return false
  const known = Math.min(bornOn.length, of.bornOn.length)
  return fold(name) === fold(of.name) && bornOn.slice(0, known) === of.bornOn.slice(0, known)
}
