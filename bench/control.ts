import { Pool } from '#platform/db'
import { p95 } from './figure.ts'
import type { Install } from './install.ts'

const everyMs = 10

/** Asks `select 1` through a pool like the product's while something is measured: what database and machine cost before any work. */
export async function withControl<T>({ program }: Install, work: () => Promise<T>): Promise<{ result: T; controlMs: number }> {
  const pool = new Pool(program, 1, 'bench control')
  const ms: number[] = []
  let over = false
  const sampling = (async () => {
    while (!over) {
      const began = performance.now()
      await pool.trip([{ text: 'select 1', values: [] }])
      ms.push(performance.now() - began)
      await new Promise((resolve) => setTimeout(resolve, everyMs))
    }
  })()
  try {
    const result = await work()
    over = true
    await sampling
    return { result, controlMs: p95(ms) }
  } finally {
    over = true
    await sampling.catch(() => {})
    await pool.end()
  }
}
