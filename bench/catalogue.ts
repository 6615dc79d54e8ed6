import { createReadStream, existsSync } from 'node:fs'
import { compare, importList, readList } from '#modules/national'
import { contextFor } from '#platform/act'
import { starter } from '../src/start/install.ts'
import { reference } from '../test/reference-data.ts'
import { withControl } from './control.ts'
import type { Install } from './install.ts'
import type { Report } from './report.ts'

const lists = ['procedures_index', 'procedures_commune_detail'] as const

/**
 * The national catalogue into an empty database, both lists as they are published, and the same once more, when no row changes: read piece by
 * piece, laid beside what stands, stored.
 */
export async function measureCatalogue(
  install: Install,
  report: Report,
  { rounds, now }: { rounds: number; now: () => string },
): Promise<void> {
  const missing = lists.map((name) => reference(`${name}.json`).path).filter((path) => !existsSync(path))
  if (missing.length > 0) return report.note(`catalogue.import_s left out: ${missing.join(', ')} not here`)
  const [first, again, control]: [number[], number[], number[]] = [[], [], []]
  install.product.pause()
  try {
    for (let round = 0; round < rounds; round += 1) {
      await emptied(install)
      for (const into of [first, again]) {
        const began = performance.now()
        const { controlMs } = await withControl(install, () => importBoth(install, now()))
        into.push((performance.now() - began) / 1000)
        control.push(controlMs)
      }
    }
  } finally {
    install.product.resume()
  }
  report.add('catalogue.import_s', first)
  report.add('catalogue.import_again_s', again)
  report.add('catalogue.import.select_1_p95_ms', control)
}

async function importBoth({ house }: Install, now: string): Promise<void> {
  for (const name of lists) {
    const ctx = contextFor(house, starter, now)
    const path = reference(`${name}.json`).path
    const comparison = await compare(ctx, name, readList('json', createReadStream(path)))
    await importList(ctx, comparison, { name, sha256: new Uint8Array(32) })
  }
}

async function emptied({ admin }: Install): Promise<void> {
  await admin.query('truncate national_row, national_version, national_import, national_file cascade')
}
