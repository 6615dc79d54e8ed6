import { addMinutes, type Instant } from '#platform/clock'
import { asActor, rowsOf } from '#platform/db'
import { gate, type House } from './house.ts'

/** How many tries a bucket takes within so many minutes. */
export type Limit = { most: number; withinMinutes: number }

/**
 * Counts one try at a door and says whether there were too many. The bucket ("code 24-… ", "login lan", a subnet) is kept as a keyed
 * hash only, so that the table tells nobody's number, login or address.
 */
export async function tooMany({ pool, keys }: House, bucket: string, limit: Limit, now: Instant): Promise<boolean> {
  const key = keys.lookUpKey('attempt', bucket)
  const since = addMinutes(now, -limit.withinMinutes)
  const answers = await pool.trip([
    asActor(gate()),
    { text: 'delete from attempt where bucket = $1 and at <= $2', values: [key, since] },
    { text: 'insert into attempt (bucket, at) values ($1, $2)', values: [key, now] },
    { text: 'select count(*)::int as tries from attempt where bucket = $1 and at > $2', values: [key, since] },
  ])
  const [row] = rowsOf<{ tries: number }>(answers[3])
  return (row?.tries ?? 0) > limit.most
}
