import type { Answered, Asking } from './asking.ts'
import { birthAnswers, mothers } from './birth.ts'
import { withControl } from './control.ts'
import { p95 } from './figure.ts'
import { generate, questionAt } from './generate/index.ts'
import type { Install } from './install.ts'
import { inOwnProcess } from './own-process.ts'
import type { Report } from './report.ts'
import { officialNamed } from './sessions.ts'

const registrar = 'hotich.kinhbac'
const supervisor = 'giamsat.tinh'
const million = 1_000_000

/** The sizes at which lists are measured: cases in all, and how many of them are open. */
const sizes = [
  { name: '10k', all: 10_000, open: 2_000 },
  { name: '1m', all: million, open: 50_000 },
] as const

export type ListOptions = { rounds: number; seconds: number; full: boolean }

/** A page in the hands of somebody: whose cookie, and what is asked. */
type Reading = { figure: 'worklist' | 'search'; who: string; cookie: string; paths: readonly string[] }

/** Worklist and search over HTTP, as a specialist with 500 open cases and as the province's supervisor, at both sizes. */
export async function measureLists(install: Install, report: Report, { rounds, seconds, full }: ListOptions): Promise<void> {
  const growing = new Map<string, number[][]>()
  for (const { name, all, open } of sizes) {
    const size = full || all < million ? { all, open } : { all: million / 10, open: open / 10 }
    if (size.all !== all) report.note(`short run: «${name}» has ${size.all} cases; only --full makes all ${all}`)
    report.note(`${name}: ${size.all} cases, ${size.open} on desks, generated in ${(await fill(install, size)).toFixed(0)} s`)
    await quiet(install)
    const readings = await readingsOf(install)
    const measured = new Map<string, number[]>()
    for (let round = -1; round < rounds; round += 1) {
      for (const reading of readings) {
        const { result, controlMs } = await withControl(install, () => read(install, reading, round < 0 ? 1 : seconds))
        if (round < 0) continue
        const key = `${reading.figure}.p95_ms.${name}`
        push(measured, `${key}.${reading.who}`, p95(result.ms))
        push(measured, `${key}.select_1`, controlMs)
      }
    }
    for (const figure of ['worklist', 'search'] as const) {
      const key = `${figure}.p95_ms.${name}`
      // The slower of the two readers is the figure.
      const [specialist = [], above = []] = [measured.get(`${key}.specialist`), measured.get(`${key}.supervisor`)]
      const worse = specialist.map((ms, round) => Math.max(ms, above[round] ?? 0))
      report.add(key, worse)
      push2(growing, figure, worse)
    }
    for (const [key, values] of measured) report.add(key, values)
  }
  for (const [figure, [small = [], large = []]] of growing)
    report.add(
      `${figure}.growth`,
      large.map((ms, round) => ms / (small[round] ?? Number.NaN)),
    )
}

function push(into: Map<string, number[]>, key: string, value: number): void {
  into.set(key, [...(into.get(key) ?? []), value])
}

function push2(into: Map<string, number[][]>, key: string, values: number[]): void {
  into.set(key, [...(into.get(key) ?? []), values])
}

async function fill(install: Install, size: { all: number; open: number }): Promise<number> {
  const { rows } = await install.admin.query<{ id: string }>(
    `select p.id from post p join post_holding h on h.post_id = p.id and h.valid_to is null join account a on a.id = h.account_id where a.login = $1`,
    [registrar],
  )
  const [mother] = mothers
  const crowded = rows[0]?.id
  if (crowded === undefined || mother === undefined) throw new Error('the cast is not complete')
  const answers = birthAnswers(mother, '00000000-0000-7000-8000-000000000000', 'Trần Nguyễn Minh Khuê', '2026-11-12')
  await install.product.stop()
  const seconds = await generate(install.postgres.connection, install.house.keys, size, { crowded, answers: { answers, provenance: {} } })
  await install.restart()
  return seconds
}

/** Waits until the product has done what it does after a start, a minute at most. */
async function quiet({ admin }: Install): Promise<void> {
  for (let count = 0; count < 120; count += 1) {
    const { rows } = await admin.query<{ busy: boolean }>(
      `select exists (select from graphile_worker._private_jobs where locked_at is not null) or exists (select from pg_stat_activity where state = 'active' and pid <> pg_backend_pid() and backend_type = 'client backend') as busy`,
    )
    if (rows[0]?.busy === false) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
}

async function readingsOf(install: Install): Promise<Reading[]> {
  const [specialist, above] = [(await officialNamed(install, registrar)).cookie, (await officialNamed(install, supervisor)).cookie]
  const searches = Array.from({ length: 40 }, (_, place) => `/tim?q=${encodeURIComponent(questionAt(place))}`)
  return [
    { figure: 'worklist', who: 'specialist', cookie: specialist, paths: ['/viec'] },
    { figure: 'worklist', who: 'supervisor', cookie: above, paths: ['/viec/don-vi'] },
    { figure: 'search', who: 'specialist', cookie: specialist, paths: searches },
    { figure: 'search', who: 'supervisor', cookie: above, paths: searches },
  ]
}

function read({ product }: Install, { cookie, paths }: Reading, seconds: number): Promise<Answered> {
  return inOwnProcess<Asking, Answered>('./asking.ts', { port: product.port, cookie, paths, seconds })
}
