import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { startProduct } from './product.ts'
import type { Report } from './report.ts'

const settledMs = 3_000

/**
 * The first start on an empty folder – database made, migrations, sample province – and a second one on the same folder, each to the line
 * that it is ready. Packages and build are there already.
 */
export async function measureStart(report: Report, { rounds }: { rounds: number }): Promise<void> {
  const [first, again, idle]: number[][] = [[], [], []]
  for (let round = 0; round < rounds; round += 1) {
    const folder = await mkdtemp(join(tmpdir(), 'lt-bench-start-'))
    try {
      for (const into of [first, again]) {
        const product = await startProduct({ DATA_DIR: join(folder, 'data') })
        into?.push(product.readyS)
        if (into === again) {
          await pause(settledMs)
          idle?.push(await product.rssMb())
        }
        await product.stop()
      }
    } finally {
      await rm(folder, { recursive: true, force: true, maxRetries: 50, retryDelay: 100 })
    }
  }
  report.add('start.ready_s', first ?? [])
  report.add('start.again_s', again ?? [])
  report.add('memory.idle_mb', idle ?? [])
}
