import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { verifyAudit } from '#platform/audit'
import { Pool } from '#platform/db'
import { withControl } from '../control.ts'
import { postgresCpuMs } from '../cpu.ts'
import { at } from '../figure.ts'
import type { Install } from '../install.ts'
import { inOwnProcess } from '../own-process.ts'
import type { Report } from '../report.ts'
import type { Way } from './ceiling.ts'
import type { Filed, Filing } from './clients.ts'
import { openStage, type Stage } from './stage.ts'
import type { Writing, Written } from './writer.ts'

export type JourneyOptions = { rounds: number; seconds: number }

const connections = 8
/** Drafts are prepared for at most so many journeys a second; a round in which they run out is not counted. */
const most = { product: 120, ceiling: 300 }
const drainedWithinS = 120
/** The acts of people; jobs add their own. */
const acts = ['submit', 'receive', 'askForMore', 'supplement', 'propose', 'correctDraft', 'confirmDraft', 'enter']
const ways = ['statement', 'function'] as const satisfies readonly Way[]

type Add = (key: string, value: number) => void

/** Nine acts a case over HTTP, everything on, against the same rows as plain prepared SQL: round by round on the same server. */
export async function measureJourney(install: Install, report: Report, { rounds, seconds }: JourneyOptions): Promise<void> {
  const stage = await openStage(install, connections)
  const values = new Map<string, number[]>()
  const add: Add = (key, value) => values.set(key, [...(values.get(key) ?? []), value])
  try {
    await productRound(stage, 2, () => {})
    for (const way of ways) tell(report, way, await ceilingRound(stage, way, 1))
    for (let round = 0; round < rounds; round += 1) await pair(stage, seconds, add)
  } finally {
    await stage.close()
  }
  for (const [key, list] of values) report.add(key, list)
  report.note(
    `journey: submit, receive, askForMore, supplement, propose, correctDraft, propose, confirmDraft, enter; without signing, which would measure Typst and the authorities. ${connections} keep-alive clients in a process of their own; ${availableParallelism()} cores for clients, product and database.`,
  )
}

function tell(report: Report, way: Way, { statements }: Written): void {
  report.note(
    `ceiling, ${way} by ${way}: ${statements} prepared statements a journey, each awaited, on ${connections} connections; written by a Node process of its own from bytes made beforehand, the product standing still meanwhile.`,
  )
}

/** A round of the product, and one of each ceiling while the product stands still. */
async function pair(stage: Stage, seconds: number, add: Add): Promise<void> {
  const rate = await productRound(stage, seconds, add)
  stage.install.product.pause()
  try {
    for (const way of ways) {
      const before = await postgresCpuMs(stage.install.postgres.pid)
      const { journeys, seconds: took } = await ceilingRound(stage, way, seconds)
      add(`journey.ceiling_${way}_postgres_ms`, ((await postgresCpuMs(stage.install.postgres.pid)) - before) / journeys)
      add(`journey.ceiling_${way}`, journeys / took)
      add(`journey.ratio_${way}`, rate / (journeys / took))
    }
  } finally {
    stage.install.product.resume()
  }
}

async function ceilingRound(stage: Stage, way: Way, seconds: number): Promise<Written> {
  const offices = await stage.officesWith(most.ceiling * seconds)
  const written = await inOwnProcess<Writing, Written>('./journey/writer.ts', { connect: stage.clone, way, offices, connections, seconds })
  if (written.ranOut) throw new Error('the ceiling ran out of drafts: prepare more')
  return written
}

/** Answers journeys a second. Behind the round every acknowledged case must be there, and the audit record must hold. */
async function productRound(stage: Stage, seconds: number, add: Add): Promise<number> {
  const { install, learnt } = stage
  const sent = learnt[0]?.sent ?? []
  const clients = await stage.clientsWith(most.product * seconds)
  const watch = watchMemory(install)
  const spent = await spending(install)
  const { result, controlMs } = await withControl(install, () =>
    inOwnProcess<Filing, Filed>('./journey/clients.ts', { port: install.product.port, sent, clients, seconds }),
  )
  const during = await spent()
  const rate = result.codes.length / result.seconds
  if (result.ranOut) throw new Error('the clients ran out of drafts: prepare more')
  const left = await jobsLeft(install)
  const drained = await drain(install)
  const whole = await spent()
  await assertStored(install, result.codes)
  await assertAudit(install)
  const ms = result.ms.sort((a, b) => a - b)
  add('journey.per_second', rate)
  add('journey.node_ms', during.node / result.codes.length)
  add('journey.postgres_ms', during.postgres / result.codes.length)
  add('journey.node_ms_with_jobs', whole.node / result.codes.length)
  add('journey.postgres_ms_with_jobs', whole.postgres / result.codes.length)
  add('journey.request_p50_ms', at(ms, 0.5))
  add('journey.request_p99_ms', at(ms, 0.99))
  add('journey.select_1_p95_ms', controlMs)
  add('journey.jobs_left', left)
  add('journey.jobs_done_after_s', drained)
  add('journey.per_second_with_jobs', result.codes.length / (result.seconds + drained))
  add('memory.rss_mb', await watch())
  return rate
}

/** Begins to count processor time of product and database; asked later, it tells the milliseconds since. */
async function spending({ product, postgres }: Install): Promise<() => Promise<{ node: number; postgres: number }>> {
  const look = async () => ({ node: await product.cpuMs(), postgres: await postgresCpuMs(postgres.pid) })
  const first = await look()
  return async () => {
    const now = await look()
    return { node: now.node - first.node, postgres: now.postgres - first.postgres }
  }
}

/** The most that the product held meanwhile. */
function watchMemory({ product }: Install): () => Promise<number> {
  let highest = 0
  const look = async () => {
    highest = Math.max(highest, await product.rssMb())
  }
  const timer = setInterval(() => look().catch(() => {}), 250)
  return async () => {
    clearInterval(timer)
    await look()
    return highest
  }
}

async function jobsLeft({ admin }: Install): Promise<number> {
  const { rows } = await admin.query<{ due: number }>('select due from job_backlog()')
  return rows[0]?.due ?? 0
}

/** Waits until no job is due any more; answers the seconds. */
async function drain(install: Install): Promise<number> {
  const began = performance.now()
  for (let left = await jobsLeft(install); left > 0; left = await jobsLeft(install)) {
    const waited = (performance.now() - began) / 1000
    if (waited > drainedWithinS) throw new Error(`${left} jobs are still due ${drainedWithinS} s after a round`)
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  return (performance.now() - began) / 1000
}

/** @throws Error when a case is missing whose every act was acknowledged */
async function assertStored({ admin }: Install, codes: readonly string[]): Promise<void> {
  const { rows } = await admin.query<{ count: number }>(
    `select count(*)::int as count from work_item w where w.code = any ($1) and exists (select from register_entry e where e.work_item_id = w.id)
       and (select count(*) from act a where a.work_item_id = w.id and a.name = any ($2)) = 9`,
    [codes, acts],
  )
  if (rows[0]?.count !== codes.length) throw new Error(`${codes.length} cases were acknowledged, ${rows[0]?.count} are there`)
}

async function assertAudit({ postgres, house, dataDir }: Install): Promise<void> {
  const pool = new Pool(postgres.connection, 1, 'bench audit')
  try {
    const { findings } = await verifyAudit({
      pool,
      keys: house.keys,
      checkpoints: join(dataDir, 'checkpoints'),
      now: new Date().toISOString(),
    })
    if (findings.length > 0) throw new Error(`the audit record does not hold: ${JSON.stringify(findings.slice(0, 3))}`)
  } finally {
    await pool.end()
  }
}
