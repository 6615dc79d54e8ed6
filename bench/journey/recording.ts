import type { Answer, Pool, Statement } from '#platform/db'

/**
 * Notes every writing trip of a pool while a journey is walked, so that the ceiling does exactly the same to the same tables.
 * @returns the trips so far, and how to stop
 */
export function recordTrips(pool: Pool): { trips: Statement[][]; stop: () => void } {
  const trips: Statement[][] = []
  const trip = pool.trip.bind(pool)
  pool.trip = async (statements: readonly Statement[]): Promise<Answer[]> => {
    const answers = await trip(statements)
    if (!statements.some(isReading)) trips.push([...statements])
    return answers
  }
  return {
    trips,
    stop: () => {
      pool.trip = trip
    },
  }
}

function isReading({ text }: Statement): boolean {
  return text.includes("'transaction_read_only'")
}
