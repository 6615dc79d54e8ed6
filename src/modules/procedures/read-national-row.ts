import { cleanInput, cleanParagraphs } from '#platform/text'
import {
  type NationalChannel,
  type NationalComponent,
  type NationalFee,
  type NationalRow,
  type NationalRowProblem,
  nationalChannels,
  nationalLevels,
  nationalUnits,
} from './national-row.ts'
import { fill, words } from './words.ts'

const sentences = {
  notARow: words('Mục này không phải một thủ tục', 'This entry is not a procedure'),
  missing: words('Thiếu nội dung bắt buộc', 'This is required and missing'),
  notText: words('Phải là chữ', 'This must be text'),
  tooLong: words('Dài quá {most} ký tự', 'This is longer than {most} characters'),
  notList: words('Phải là một danh sách', 'This must be a list'),
  tooMany: words('Danh sách dài quá {most} mục', 'The list is longer than {most} entries'),
  notNumber: words('Phải là một số từ 0 đến {most}', 'This must be a number from 0 to {most}'),
  badCode: words(
    'Mã thủ tục gồm một chữ số, dấu chấm và sáu chữ số, ví dụ 1.001193',
    'A code is a digit, a point and six digits, such as 1.001193',
  ),
  unknown: words('“{value}” không phải giá trị đã biết ({known})', '“{value}” is not a known value ({known})'),
} as const

type Told = Readonly<Record<string, unknown>>
const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Reads one row and remembers what was wrong; values that are wrong come out empty, and the row is then refused as a whole. */
class Reading {
  readonly problems: NationalRowProblem[] = []

  wrong(at: string, key: keyof typeof sentences, params: Readonly<Record<string, string | number>> = {}): void {
    const { vi, en } = sentences[key]
    if (this.problems.length < 50) this.problems.push({ at, says: { vi: fill(vi, params), en: fill(en, params) } })
  }

  text(value: unknown, at: string, most: number): string {
    if (value === undefined || value === null || value === '') this.wrong(at, 'missing')
    else return this.maybe(value, at, most) ?? ''
    return ''
  }

  /** Undefined when nothing is said. Texts of several lines keep their lines. */
  maybe(value: unknown, at: string, most: number): string | undefined {
    if (value === undefined || value === null) return undefined
    if (typeof value !== 'string') this.wrong(at, 'notText')
    else if (value.length > most) this.wrong(at, 'tooLong', { most })
    else return (value.includes('\n') ? cleanParagraphs(value) : cleanInput(value)) || undefined
    return undefined
  }

  list<T>(value: unknown, at: string, most: number, read: (one: unknown, at: string) => T): T[] {
    if (value === undefined || value === null) return []
    if (!Array.isArray(value)) this.wrong(at, 'notList')
    else if (value.length > most) this.wrong(at, 'tooMany', { most })
    else return value.map((one, i) => read(one, `${at}.${i}`))
    return []
  }

  number(value: unknown, at: string, most: number): number {
    if (typeof value === 'number' && Number.isFinite(value) && value >= 0 && value <= most) return value
    this.wrong(at, 'notNumber', { most })
    return 0
  }

  told(value: unknown, at: string): Told {
    if (isTold(value)) return value
    this.wrong(at, 'notARow')
    return {}
  }

  oneOf<K extends string, V>(value: unknown, at: string, known: Readonly<Record<K, V>>): V | undefined {
    const asked = typeof value === 'string' ? cleanInput(value).toLowerCase() : ''
    for (const [key, found] of Object.entries<V>(known)) if (key === asked) return found
    this.wrong(at, 'unknown', {
      value: typeof value === 'string' ? value.slice(0, 60) : typeof value,
      known: Object.keys(known).join(', '),
    })
    return undefined
  }
}

function feeOf(it: Reading, value: unknown, at: string): NationalFee {
  const told = it.told(value, at)
  const note = it.maybe(told.note, `${at}.note`, 2_000)
  const vnd = told.vnd === undefined || told.vnd === null ? null : it.number(told.vnd, `${at}.vnd`, 1e12)
  if (vnd === null && told.usd === undefined && note === undefined) it.wrong(`${at}.vnd`, 'missing')
  return {
    vnd,
    ...(told.usd === undefined ? {} : { usd: it.number(told.usd, `${at}.usd`, 1e9) }),
    ...(note === undefined ? {} : { note }),
    ...(told.suspect === true ? { suspect: true } : {}),
  }
}

function channelOf(it: Reading, value: unknown, at: string): NationalChannel {
  const told = it.told(value, at)
  const note = it.maybe(told.note, `${at}.note`, 4_000)
  return {
    channel: it.oneOf(told.channel, `${at}.channel`, nationalChannels) ?? 'direct',
    time: told.time === undefined || told.time === null ? null : it.number(told.time, `${at}.time`, 10_000),
    unit: told.unit === undefined || told.unit === null ? null : (it.oneOf(told.unit, `${at}.unit`, nationalUnits) ?? null),
    fees: it.list(told.fees, `${at}.fees`, 20, (fee, place) => feeOf(it, fee, place)),
    ...(note === undefined ? {} : { note }),
  }
}

function componentOf(it: Reading, value: unknown, at: string): NationalComponent {
  const told = it.told(value, at)
  const form = it.maybe(told.form, `${at}.form`, 400)
  return {
    group: it.maybe(told.group, `${at}.group`, 4_000) ?? '',
    name: it.text(told.name, `${at}.name`, 10_000),
    ...(form === undefined ? {} : { form }),
    original: it.number(told.original, `${at}.original`, 100_000),
    copy: it.number(told.copy, `${at}.copy`, 100_000),
  }
}

function resultOf(it: Reading, value: unknown, at: string): { name: string; code?: string } {
  const told = it.told(value, at)
  const code = it.maybe(told.code, `${at}.code`, 60)
  return { name: it.text(told.name, `${at}.name`, 2_000), ...(code === undefined ? {} : { code }) }
}

function replacedOf(it: Reading, value: unknown, at: string): { paper: string; databases: string[] } {
  const told = it.told(value, at)
  return {
    paper: it.text(told.paper, `${at}.paper`, 2_000),
    databases: it.list(told.databases, `${at}.databases`, 20, (one, place) => it.text(one, place, 100)),
  }
}

function componentsOf(it: Reading, value: unknown): Pick<NationalRow, 'listed' | 'componentCount' | 'components'> {
  if (typeof value === 'number') return { listed: false, componentCount: it.number(value, 'components', 1_000), components: [] }
  if (value === undefined || value === null) return { listed: false, componentCount: 0, components: [] }
  const components = it.list(value, 'components', 400, (one, at) => componentOf(it, one, at))
  return { listed: true, componentCount: components.length, components }
}

function longTextsOf(it: Reading, told: Told): Pick<NationalRow, 'agencies' | 'conditions' | 'steps' | 'url'> {
  const agencies = it.maybe(told.agency ?? told.agencies, 'agency', 8_000)
  const conditions = it.maybe(told.conditions, 'conditions', 40_000)
  const steps = it.maybe(told.steps, 'steps', 80_000)
  const url = it.maybe(told.url, 'url', 400)
  return {
    ...(agencies === undefined ? {} : { agencies }),
    ...(conditions === undefined ? {} : { conditions }),
    ...(steps === undefined ? {} : { steps }),
    ...(url === undefined ? {} : { url }),
  }
}

function codeOf(it: Reading, value: unknown): string {
  const code = it.text(value, 'code', 40)
  if (code !== '' && !/^\d\.\d{6}$/.test(code)) it.wrong('code', 'badCode')
  return code
}

export type ReadNationalRow =
  | { readonly ok: true; readonly row: NationalRow }
  | { readonly ok: false; readonly problems: readonly NationalRowProblem[] }

/** A row of the national catalogue out of JSON that somebody brought, or everything that keeps it from being one. Every length is bounded. */
export function readNationalRow(value: unknown): ReadNationalRow {
  const it = new Reading()
  const told = it.told(value, '')
  if (it.problems.length > 0) return { ok: false, problems: it.problems }
  const row: NationalRow = {
    code: codeOf(it, told.code),
    name: it.text(told.name, 'name', 2_000),
    ministry: it.text(told.ministry, 'ministry', 200),
    field: it.text(told.field, 'field', 400),
    levels: it.list(told.levels, 'levels', 4, (one, at) => it.oneOf(one, at, nationalLevels) ?? 'other'),
    decision: it.maybe(told.decision, 'decision', 100) ?? '',
    kind: it.maybe(told.kind, 'kind', 200) ?? null,
    subjects: it.list(told.subjects, 'subjects', 40, (one, at) => it.text(one, at, 200)),
    channels: it.list(told.channels, 'channels', 60, (one, at) => channelOf(it, one, at)),
    ...componentsOf(it, told.components),
    results: it.list(told.results, 'results', 60, (one, at) => resultOf(it, one, at)),
    legal: it.list(told.legal, 'legal', 100, (one, at) => it.text(one, at, 200)),
    replacedByData: it.list(told.replacedByData, 'replacedByData', 40, (one, at) => replacedOf(it, one, at)),
    ...longTextsOf(it, told),
  }
  return it.problems.length === 0 ? { ok: true, row } : { ok: false, problems: it.problems }
}
