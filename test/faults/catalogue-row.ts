/**
 * What a row of the national catalogue promises, read straight from the published JSON and by rules of its own: nothing here goes through the
 * code under test. Words are compared with blanks made one.
 */
export type RawRow = {
  code: string
  name: string
  field: string
  ministry: string
  decision: string
  channels: { channel: string; time?: number; unit?: string; note?: string; fees: { vnd?: number; note?: string; suspect?: boolean }[] }[]
  components: { group: string; name: string; original: number; copy: number }[]
  results: { name: string; code?: string }[]
}

export const said = (text: string): string => text.normalize('NFC').replace(invisible, '').replace(/\s+/g, ' ').trim()
// Letters without width that the portal's editor leaves behind.
const invisible = /[\u200b-\u200f\u202a-\u202e\u2060\ufeff\u00ad]/g

/** The same without the sign that closes it. */
export const bare = (text: string): string => said(text).replace(/[\s.;,:]+$/, '')

export type Line = { group: string; name: string }

/** Papers that somebody owes: each line with a count, once in its group. */
export function owed({ components }: RawRow): Line[] {
  return once(components.filter(({ original, copy }) => original + copy > 0))
}

/** Lines without a count: they explain. */
export function told(row: RawRow): Line[] {
  const papers = new Set(owed(row).map(keyOf))
  return once(row.components.filter(({ original, copy }) => original + copy === 0)).filter((line) => !papers.has(keyOf(line)))
}

function once(lines: readonly Line[]): Line[] {
  const seen = new Set<string>()
  return lines
    .map(({ group, name }) => ({ group: said(group), name: bare(name) }))
    .filter((line) => line.name !== '' && !seen.has(keyOf(line)) && seen.add(keyOf(line)))
}

export const keyOf = ({ group, name }: Line): string => `${group}\n${name}`

export type Situation = 'everybody' | 'case' | 'proxy' | 'online' | 'counter'

/** Under which answer a group stands, by its own words. */
export function situationOf(group: string): Situation {
  const words = group
    .toLowerCase()
    .replace(/^[^\p{L}]*([ivx]+|\d[\d.]*|[a-zđ])[.)]\)?\s*/iu, '')
    .replace(/^[^\p{L}]+/u, '')
  if (words.startsWith('trường hợp ủy quyền')) return 'proxy'
  if (group.length < 100 && /môi trường điện tử|phương thức điện tử/.test(words)) return 'online'
  if (/^nộp trực tiếp/.test(words)) return 'counter'
  return /^trường hợp |^đối với |^(hồ sơ|thành phần hồ sơ) .*(đối với|trường hợp)/.test(words) ? 'case' : 'everybody'
}

/** "7 ngày làm việc" where every way says the same and says the unit; undefined where it must be asked. */
export function termOf({ channels }: RawRow): string | undefined {
  const terms = new Set(channels.map(({ time, unit }) => (time && unit ? `${time} ${unit.toLowerCase()}` : '')))
  const [only = ''] = terms
  return terms.size === 1 && /^[1-9]\d* (ngày làm việc|ngày|tháng|giờ làm việc)$/.test(only) ? only : undefined
}

/** Whole đồng where every way names one amount, the same, without a remark; undefined where it must be asked. */
export function feeOf({ channels }: RawRow): number | undefined {
  const fees = channels.flatMap((one) => one.fees)
  const isPlain = channels.length > 0 && channels.every((one) => one.fees.length === 1) && fees.every((fee) => !fee.note && !fee.suspect)
  const amounts = new Set(fees.map(({ vnd }) => vnd))
  return isPlain && amounts.size === 1 ? fees[0]?.vnd : undefined
}
