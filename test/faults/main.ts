/**
 * `npm run faults -- --kills N [--seed S] [--keep]`: kills program and PostgreSQL under a working client, and says what was lost.
 * `npm run faults -- catalogue`: files every procedure of the national catalogue that is ours (`catalogue.ts`).
 */
import { randomInt } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { type Figures, killAgainAndAgain } from './killing.ts'

if (process.argv[2] === 'catalogue') {
  await import('./catalogue.ts')
} else {
  await killing()
}

async function killing(): Promise<void> {
  const { values } = parseArgs({
    options: { kills: { type: 'string', default: '50' }, seed: { type: 'string' }, keep: { type: 'boolean', default: false } },
  })
  const kills = Number(values.kills)
  const seed = values.seed === undefined ? randomInt(2 ** 32) : Number(values.seed)
  if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
    console.error('npm run faults -- --kills N [--seed S] [--keep]')
    process.exit(2)
  }
  const folder = await mkdtemp(join(tmpdir(), 'lien-thong-faults-'))
  console.log(`seed ${seed}, ${kills} kills, in ${folder}`)
  const desks = [
    { mother: 'lan', commune: '09169', place: 'vuninh' },
    { mother: 'huong', commune: '09187', place: 'kinhbac' },
    { mother: 'thu', commune: '07306', place: 'nhanam' },
  ]
  const figures = await killAgainAndAgain({ folder, seed, kills, desks, noteBytes: 2_000_000, say: console.log })
  print(figures)
  if (!values.keep) await rm(folder, { recursive: true, force: true, maxRetries: 100, retryDelay: 50 })
  process.exit(figures.broken.length === 0 ? 0 : 1)
}

function print({ kills: struck, moments, acknowledgements, lost, doubled, broken, restarts }: Figures): void {
  const sorted = restarts.toSorted((a, b) => a - b)
  const restart = { median: sorted[Math.floor(sorted.length / 2)], max: sorted.at(-1), count: sorted.length }
  for (const one of broken) console.error(`${one.kind}: ${one.what}`)
  console.log(JSON.stringify({ kills: struck, moments, acknowledgements, lost, doubled, restart_s: restart }, null, 1))
}
