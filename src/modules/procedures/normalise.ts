import { cleanInput, cleanParagraphs, parsePartialDate } from '#platform/text'
import type { Answer, Answers, Place, Provenance } from './answers.ts'
import { isAsked } from './apply.ts'
import type { Field, ListField } from './field.ts'
import type { Procedure } from './procedure.ts'

/** What a form or an API body holds: texts, lists of texts, or the typed values themselves. */
export type Raw = Readonly<Record<string, unknown>>

const textOf = (value: unknown): string => {
  const one = Array.isArray(value) ? value[0] : value
  return typeof one === 'string' ? cleanInput(one) : typeof one === 'number' ? String(one) : ''
}

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A date from three boxes, or from one text. What cannot be a date is kept as typed (`31/11/2026`), so that the page can show it again
 * and say what is wrong with it.
 */
function dateFrom(raw: Raw, name: string): string {
  const [day, month, year] = ['day', 'month', 'year'].map((part) => textOf(raw[`${name}-${part}`]))
  const typed = day || month || year ? [day, month, year].join('/').replace(/^\/+/, '') : textOf(raw[name])
  return parsePartialDate(typed) ?? typed
}

function placeFrom(raw: Raw, name: string): Place {
  const value = raw[name]
  const part = (key: 'commune' | 'detail' | 'country') => (isRecord(value) ? textOf(value[key]) : textOf(raw[`${name}-${key}`]))
  const [commune, detail, country] = [part('commune'), part('detail'), part('country')]
  return { ...(commune ? { commune } : {}), ...(detail ? { detail } : {}), ...(country ? { country } : {}) }
}

function boolFrom(value: unknown): Answer {
  if (typeof value === 'boolean') return value
  const said = textOf(value)
  if (['yes', 'on', 'true', '1'].includes(said)) return true
  return ['no', 'false', '0'].includes(said) ? false : ''
}

function intFrom(value: unknown): Answer {
  const said = textOf(value).replace(/[\s.]/g, '')
  return /^-?\d{1,9}$/.test(said) ? Number(said) : said
}

/** `+84 912 345 678` and `0912.345.678` are the same number. */
function phoneFrom(value: unknown): string {
  return textOf(value)
    .replace(/[\s.()-]/g, '')
    .replace(/^(\+84|0084)/, '0')
}

// More entries than any list has: what lies beyond was not sent by a form of ours.
const mostEntries = 200

/** Entries out of names such as `members.0.name`, or the list itself from a machine. A gap ends nothing: entries count by what was sent. */
function rowsFrom(field: ListField, raw: Raw, name: string): Answer {
  const value = raw[name]
  const own = Array.isArray(value) ? value.filter(isRecord).slice(0, mostEntries) : undefined
  const sent = own ?? entriesIn(raw, name)
  return sent.map((entry) =>
    Object.fromEntries(
      field.order.map((cell): [string, string] => {
        const asked = field.cells[cell]
        return [cell, asked === undefined ? '' : String(answerFrom(asked, entry, cell))]
      }),
    ),
  )
}

function entriesIn(raw: Raw, name: string): Raw[] {
  const entries = new Map<number, Record<string, unknown>>()
  for (const [key, value] of Object.entries(raw)) {
    const [, place = '', cell = ''] = key.startsWith(`${name}.`) ? (/^\.(\d{1,3})\.(.+)$/.exec(key.slice(name.length)) ?? []) : []
    if (cell === '' || Number(place) >= mostEntries) continue
    entries.set(Number(place), { ...entries.get(Number(place)), [cell]: value })
  }
  return [...entries].sort(([a], [b]) => a - b).map(([, entry]) => entry)
}

/** Digits of an amount; what holds anything else stays as typed, to be shown again. */
function moneyFrom(value: unknown): string {
  const said = textOf(value)
  const digits = said.replace(/[\s.]|(đ|đồng|vnđ|vnd)$/giu, '')
  return /^\d{1,16}$/.test(digits) ? String(BigInt(digits)) : said
}

function answerFrom(field: Field, raw: Raw, name: string): Answer {
  const value = raw[name]
  switch (field.kind) {
    case 'date':
      return dateFrom(raw, name)
    case 'place':
      return placeFrom(raw, name)
    case 'bool':
      return boolFrom(value)
    case 'int':
      return intFrom(value)
    case 'money':
      return moneyFrom(value)
    case 'list':
      return rowsFrom(field, raw, name)
    case 'upload':
      return (Array.isArray(value) ? value : [value]).filter((id): id is string => typeof id === 'string' && id !== '')
    case 'citizenId':
      return textOf(value).replace(/[\s.]/g, '')
    case 'phone':
      return phoneFrom(value)
    case 'text':
      return field.lines && typeof value === 'string' ? cleanParagraphs(value) : textOf(value)
    default:
      return textOf(value)
  }
}

const partsOf: Partial<Record<Field['kind'], readonly string[]>> = {
  date: ['day', 'month', 'year'],
  place: ['commune', 'detail', 'country'],
}

function isSent(field: Field, raw: Raw, name: string): boolean {
  if (field.kind === 'list') return name in raw || Object.keys(raw).some((key) => key.startsWith(`${name}.`))
  return name in raw || (partsOf[field.kind] ?? []).some((part) => `${name}-${part}` in raw)
}

/**
 * What was typed, in the form in which it is stored: composed letters (NFC), no stray blanks, dates put together from their boxes,
 * numbers without separators. Names that the procedure does not ask are dropped; nothing is judged here.
 */
export function normalise(procedure: Procedure, raw: Raw): Answers {
  const entries = Object.entries(procedure.fields)
    .filter(([name, field]) => isAsked(field) && isSent(field, raw, name))
    .map(([name, field]): [string, Answer] => [name, answerFrom(field, raw, name)])
  return Object.fromEntries(entries)
}

/**
 * Earlier answers with one page answered anew. A box of that page that was not sent (nothing ticked) is an answer taken back, except an upload:
 * browsers send no file that was chosen before. What a database answered (`known`) was not asked and stays, whatever is sent for it.
 */
export function withPage(procedure: Procedure, earlier: Answers, pageId: string, raw: Raw, known: Provenance = {}): Answers {
  const page = procedure.pages.find((each) => each.id === pageId)
  const asks = new Set(page?.asks.filter((name) => known[name] === undefined))
  const kept = Object.entries(earlier).filter(([name]) => !asks.has(name) || procedure.fields[name]?.kind === 'upload')
  const given = Object.entries(normalise(procedure, raw)).filter(([name]) => asks.has(name))
  return Object.fromEntries([...kept, ...given])
}

/** The three boxes of a date, to show again what was typed. */
export function boxesOf(date: Answer | undefined): { readonly day: string; readonly month: string; readonly year: string } {
  const typed = typeof date === 'string' ? date : ''
  const parts = typed.includes('/') ? typed.split('/') : typed.split('-').reverse()
  const [year = '', month = '', day = ''] = [...parts].reverse()
  return { day: plain(day), month: plain(month), year }
}

const plain = (part: string) => part.replace(/^0(\d)$/, '$1')
