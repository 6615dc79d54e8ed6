import type { Deadline } from '../deadline.ts'
import { days, months, workingDays, workingHours } from '../deadline.ts'
import type { Fee } from '../fee.ts'
import type { NationalChannel, NationalRow } from '../national-row.ts'
import { words } from '../words.ts'
import type { Overlay } from './overlay.ts'

/** A value with what an officer should know about it. */
export type Found<T> = { readonly value: T; readonly gap?: { readonly vi: string; readonly en: string } }

const spans: Readonly<Record<string, (amount: number) => Deadline>> = { workingDays, days, workingHours, months }

const all = <T>(channels: readonly NationalChannel[], of: (channel: NationalChannel) => T): T | undefined => {
  const [first, ...others] = channels.map(of)
  return first !== undefined && others.every((one) => one === first) ? first : undefined
}

/**
 * The time that the row gives, where all ways of filing agree and the unit is written. Everything else is asked of the clerk when he takes
 * the dossier in: no day is guessed.
 */
export function deadlineOf(row: NationalRow, overlay: Overlay): Found<Deadline> {
  const [set] = overlay.times.filter((one) => one.case === undefined)
  if (set) return { value: { ...set.within, basis: set.basis, ...(set.unverified ? { unverified: true } : {}) } }
  const time = all(row.channels, (one) => one.time)
  const unit = all(row.channels, (one) => one.unit)
  const span = typeof unit === 'string' ? spans[unit] : undefined
  if (span && typeof time === 'number' && Number.isInteger(time) && time > 0) return { value: { ...span(time), basis: row.decision } }
  const value: Deadline = { unit: 'asked', basis: row.decision, unverified: true }
  const gap = words(
    'Danh mục quốc gia không nói rõ thời hạn giải quyết; người tiếp nhận hẹn ngày khi nhận hồ sơ',
    'The national catalogue leaves the time open; the receptionist sets the day when he accepts the dossier',
  )
  return { value, gap }
}

const setByCouncil = /hội đồng nhân dân|hđnd/iu

/** The fee of the row where it is clean: one amount, the same by every way, without a remark that changes it. Else the clerk tells it. */
export function feesOf(row: NationalRow, overlay: Overlay): Found<readonly Fee[]> {
  if (overlay.fees.length > 0) return { value: overlay.fees.map(withGround) }
  const clean =
    row.channels.length > 0 && row.channels.every(({ fees }) => fees.length === 1 && fees.every((fee) => !fee.note && !fee.suspect))
  const amount = clean ? all(row.channels, ({ fees }) => fees[0]?.vnd) : undefined
  const notes = row.channels.flatMap(({ fees, note }) => [note ?? '', ...fees.map((fee) => fee.note ?? '')]).join(' ')
  const common = {
    id: 'fee',
    name: words('Phí, lệ phí', 'Fee'),
    setBy: setByCouncil.test(notes) ? 'provincialCouncil' : 'law',
    basis: row.decision,
  } as const
  if (typeof amount === 'number' && Number.isSafeInteger(amount) && amount >= 0) return { value: [{ ...common, dong: BigInt(amount) }] }
  const gap = words(
    'Danh mục quốc gia không nói rõ mức thu; người tiếp nhận báo khi nhận hồ sơ',
    'The national catalogue leaves the fee open; the receptionist tells it when he accepts the dossier',
  )
  return { value: [{ ...common, dong: null, unverified: true }], gap }
}

function withGround({ fee, basis, validFrom, validTo, unverified }: Overlay['fees'][number]): Fee {
  const marks = { basis, validFrom, ...(validTo === undefined ? {} : { validTo }), ...(unverified ? { unverified } : {}) }
  return { ...fee, setBy: 'provincialCouncil', ...marks }
}
