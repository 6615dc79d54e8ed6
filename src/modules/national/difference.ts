import type { NationalChannel, NationalComponent, NationalRow } from '#modules/procedures'
import { fold, moneyText, numberText } from '#platform/text'
import { type Part, parts } from './said.ts'

/** What a part of a row was and is; lists as the entries that went and came. */
export type Difference = { readonly part: Part; readonly gone: readonly string[]; readonly come: readonly string[] }

/** Why a change should be looked at before it is believed. */
export type Doubt =
  | 'renamed'
  | 'moved'
  | 'timeJumps'
  | 'feeJumps'
  | 'papersVanish'
  | 'resultsVanish'
  | 'numberDiffers'
  | 'twin'
  | 'back'
  | 'twice'

/** Field by field, what a row says differently. */
export function differencesBetween(before: NationalRow, after: NationalRow): Difference[] {
  return parts.flatMap((part) => {
    const [was, is] = [linesOf(before, part), linesOf(after, part)]
    const gone = without(was, is)
    const come = without(is, was)
    return gone.length + come.length === 0 && was.join('\n') === is.join('\n') ? [] : [{ part, gone, come }]
  })
}

/** A part as lines that can be compared one by one. */
export function linesOf(row: NationalRow, part: Part): string[] {
  switch (part) {
    case 'channels':
      return row.channels.map(wayLine)
    case 'levels':
      return row.levels.map((level) => levelNames[level])
    case 'components':
      if (!row.listed) return [`${row.componentCount} thành phần, chưa có chi tiết`]
      return row.components.map(paperLine)
    case 'results':
      return row.results.map((one) => [one.code ?? '', one.name].filter(Boolean).join(' '))
    case 'replacedByData':
      return row.replacedByData.map((one) => `${one.paper}: ${one.databases.join(', ')}`)
    default: {
      const value = row[part]
      if (value === undefined || value === null) return []
      return typeof value === 'string' ? value.split('\n') : [...value]
    }
  }
}

const wayNames = { online: 'Trực tuyến', direct: 'Trực tiếp', postal: 'Bưu chính' } as const
const levelNames = { ministry: 'bộ', province: 'tỉnh', commune: 'xã', other: 'cơ quan khác' } as const
const unitNames = {
  workingDays: 'ngày làm việc',
  days: 'ngày',
  workingHours: 'giờ làm việc',
  hours: 'giờ',
  months: 'tháng',
  years: 'năm',
} as const

/** "3 ngày làm việc", and in words what the portal leaves out. */
export function termLine({ time, unit }: Pick<NationalChannel, 'time' | 'unit'>): string {
  if (time === null) return 'không ghi thời hạn'
  return unit === null ? `${numberText(time, 1)} (không ghi đơn vị)` : `${numberText(time, 1)} ${unitNames[unit]}`
}

/** A paper with how often it is handed in; what belongs to no group has no heading. */
function paperLine({ group, name, form, original, copy }: NationalComponent): string {
  const count = original + copy === 0 ? 'lời dẫn' : `${original} bản chính, ${copy} bản sao`
  const heading = /\p{L}/u.test(group) ? `${group}: ` : ''
  return `${heading}${name}${form === undefined ? '' : ` (${form})`}; ${count}`
}

/** The amounts of a way as they are published, each with its note. */
export function feeLines({ fees }: Pick<NationalChannel, 'fees'>): string[] {
  return fees.map(({ vnd, usd, note }) =>
    [vnd === null ? '' : moneyText(vnd), usd === undefined ? '' : `${usd} USD`, note === undefined ? '' : `(${note})`]
      .filter(Boolean)
      .join(' '),
  )
}

/** A way of filing in the words of the catalogue, which is Vietnamese. */
function wayLine(way: NationalChannel): string {
  return [`${wayNames[way.channel]}: ${termLine(way)}`, ...feeLines(way), way.note ?? ''].filter(Boolean).join('; ')
}

/** Lines of one that the other has not, counted: a line that stands there twice must stand there twice. */
function without(lines: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}

/** Changes that a hurried editor makes by mistake, or that hide another procedure behind an old code. */
export function doubtsAbout(before: NationalRow, after: NationalRow): Doubt[] {
  const found: Doubt[] = []
  if (sharedWords(before.name, after.name) < 0.5) found.push('renamed')
  if (before.ministry !== after.ministry || before.field !== after.field) found.push('moved')
  if (jumps(timesOf(before), timesOf(after), 3)) found.push('timeJumps')
  if (jumps(feesOf(before), feesOf(after), 10)) found.push('feeJumps')
  if (before.listed && after.components.length * 2 < before.components.length) found.push('papersVanish')
  if (before.results.length > 0 && after.results.length === 0) found.push('resultsVanish')
  return found
}

function sharedWords(one: string, other: string): number {
  const [a, b] = [new Set(fold(one).split(' ')), new Set(fold(other).split(' '))]
  const shared = [...a].filter((word) => b.has(word)).length
  return shared / Math.max(1, Math.min(a.size, b.size))
}

const timesOf = (row: NationalRow): number[] => row.channels.flatMap(({ time }) => (time === null ? [] : [time]))
const feesOf = (row: NationalRow): number[] => row.channels.flatMap(({ fees }) => fees.flatMap(({ vnd }) => (vnd === null ? [] : [vnd])))

/** Whether the largest of some numbers became so many times larger or smaller, or went altogether. */
function jumps(was: readonly number[], is: readonly number[], times: number): boolean {
  if (was.length === 0) return false
  const [before, after] = [Math.max(...was), Math.max(0, ...is)]
  return before !== after && (before > after * times || (before > 0 && after > before * times))
}
