import { parsePartialDate } from '#platform/text'
import { type DatePart, datePartName } from '../../components/index.ts'
import type { Typed } from '../../typed.ts'

/** A date from its three boxes, as far as it is known; what is no date stays as typed. */
export function normaliseDate(typed: Typed, name: string): string {
  const part = (key: DatePart) => typed.line(datePartName(name, key))
  const written = [part('day'), part('month'), part('year')].filter((one) => one !== '').join('/')
  return parsePartialDate(written) ?? written
}
