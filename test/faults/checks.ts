import { join } from 'node:path'
import { verifyDesks } from '#modules/dossiers'
import { verifyAudit } from '#platform/audit'
import type { Acknowledged } from './acknowledgements.ts'
import type { OpenedInstall } from './opened-install.ts'

/** A promise that does not hold: `lost` or `doubled` by what it is about, or anything else that is not as it must be. */
export type Broken = { kind: 'lost' | 'doubled' | 'wrong'; what: string }

type Of<K extends Acknowledged['kind']> = Extract<Acknowledged, { kind: K }>

function of<K extends Acknowledged['kind']>(all: readonly Acknowledged[], kind: K): Of<K>[] {
  return all.filter((one): one is Of<K> => one.kind === kind)
}

const lost = (what: string): Broken => ({ kind: 'lost', what })
const doubled = (what: string): Broken => ({ kind: 'doubled', what })
const wrong = (what: string): Broken => ({ kind: 'wrong', what })

/** What holds after every restart, acknowledged rows first; quick enough to be asked each time. */
export async function checkRows(install: OpenedInstall, all: readonly Acknowledged[]): Promise<Broken[]> {
  const parts = await Promise.all([
    settings(install),
    filedOnce(install, of(all, 'filed')),
    actsOnce(install, of(all, 'act')),
    filesThere(install, of(all, 'file')),
    piecesThere(install, of(all, 'piece'), of(all, 'file')),
    registers(install),
  ])
  return [...of(all, 'broken').map(({ what }) => wrong(what)), ...parts.flat()]
}

/** Everything that takes longer: the bytes of every acknowledged file, the chains, desks derived anew, jobs given up. */
export async function checkAll(install: OpenedInstall, all: readonly Acknowledged[]): Promise<Broken[]> {
  return [
    ...(await checkRows(install, all)),
    ...(await bytesThere(install, of(all, 'file'))),
    ...(await issuedPapers(install)),
    ...(await chains(install)),
    ...(await desks(install)),
    ...(await jobs(install)),
  ]
}

async function settings({ rows }: OpenedInstall): Promise<Broken[]> {
  const set = await rows<{ name: string; setting: string }>(
    "select name, setting from pg_settings where name in ('fsync', 'synchronous_commit', 'full_page_writes') and setting <> 'on'",
  )
  const roles = await rows<{ rolname: string }>("select rolname from pg_roles where array_to_string(rolconfig, ' ') ~ 'synchronous_commit'")
  return [...set.map(({ name }) => wrong(`${name} is off`)), ...roles.map(({ rolname }) => wrong(`${rolname} sets synchronous_commit`))]
}

async function filedOnce({ rows }: OpenedInstall, filed: Of<'filed'>[]): Promise<Broken[]> {
  const found = await rows<{ draft: string; code: string; sha256: string | null }>(
    `select d.draft_id as draft, w.code, encode(f.sha256, 'hex') as sha256 from dossier d join work_item w on w.id = d.work_item_id
     left join file_use u on u.work_item_id = w.id and u.component = 'clinicNote' left join stored_file f on f.id = u.file_id where d.draft_id = any ($1)`,
    [filed.map(({ draft }) => draft)],
  )
  const twice = await rows<{ draft: string }>(
    'select draft_id as draft from dossier where draft_id is not null group by 1 having count(*) > 1',
  )
  const missing = filed.filter((one) => !found.some((row) => row.draft === one.draft && row.code === one.code && row.sha256 === one.sha256))
  return [...missing.map(({ code }) => lost(`dossier ${code}`)), ...twice.map(({ draft }) => doubled(`dossier of draft ${draft}`))]
}

/** Acts that a case takes once on its way; those that may come again are not on the list. */
const onceOnTheWay = ['submit', 'receive', 'propose', 'confirmDraft', 'enter', 'allot', 'sign', 'seal', 'deliver']

async function actsOnce({ rows }: OpenedInstall, acts: Of<'act'>[]): Promise<Broken[]> {
  const counted = await rows<{ code: string; name: string; count: number }>(
    'select w.code, a.name, count(*)::int as count from act a join work_item w on w.id = a.work_item_id where a.name = any ($1) group by 1, 2',
    [onceOnTheWay],
  )
  const there = new Set(counted.map(({ code, name }) => `${code} ${name}`))
  return [
    ...acts.filter(({ code, verb }) => !there.has(`${code} ${verb}`)).map(({ code, verb }) => lost(`${verb} of ${code}`)),
    ...counted.filter(({ count }) => count > 1).map(({ code, name, count }) => doubled(`${name} of ${code}: ${count} times`)),
  ]
}

async function filesThere({ rows }: OpenedInstall, files: Of<'file'>[]): Promise<Broken[]> {
  const found = await rows<{ id: string; sha256: string; size: number }>(
    `select id, encode(sha256, 'hex') as sha256, size::int as size from stored_file f where id = any ($1) and not exists (select from file_removal r where r.file_id = f.id)`,
    [files.map(({ file }) => file)],
  )
  const isThere = (one: Of<'file'>) => found.some((row) => row.id === one.file && row.sha256 === one.sha256 && row.size === one.size)
  return files.filter((one) => !isThere(one)).map(({ file }) => lost(`file ${file}`))
}

/** Pieces of uploads that never became whole: counted as far as was acknowledged, and their bytes lie there. */
async function piecesThere({ rows, store }: OpenedInstall, pieces: Of<'piece'>[], files: Of<'file'>[]): Promise<Broken[]> {
  const most = new Map<string, number>()
  for (const { upload, received } of pieces) most.set(upload, Math.max(received, most.get(upload) ?? 0))
  const open = await rows<{ id: string; draft_id: string; received: number; pieces: string[] }>(
    'select id, draft_id, received::int as received, pieces from upload where id = any ($1) and file_id is null',
    [[...most.keys()]],
  )
  const finished = new Set(files.map(({ draft }) => draft))
  const broken: Broken[] = []
  for (const { id, draft_id: draft, received, pieces: names } of open) {
    if (finished.has(draft)) continue
    if (received < (most.get(id) ?? 0)) broken.push(lost(`upload ${id}: ${received} of ${most.get(id)} bytes`))
    const lying = await Promise.all(names.map((name) => store.measure(`upload/${id}/${name}`).catch(() => ({ size: 0 }))))
    const bytes = lying.reduce((sum, { size }) => sum + size, 0)
    // Between two questions a piece may have come, or the upload may have become whole; less than was counted is a loss.
    if (bytes < received && (await isStillOpen(rows, id)))
      broken.push(lost(`upload ${id}: ${bytes} bytes lie there, ${received} are counted`))
  }
  return broken
}

async function isStillOpen(rows: OpenedInstall['rows'], id: string): Promise<boolean> {
  return (await rows('select from upload where id = $1 and file_id is null', [id])).length > 0
}

/** A register has no gap, no number twice, and no entry of a case twice. */
async function registers({ rows }: OpenedInstall): Promise<Broken[]> {
  const odd = await rows<{ unit_id: string; book: string; least: number; most: number; count: number }>(
    `select unit_id, book, min(number) as least, max(number) as most, count(distinct number)::int as count from register_entry
     group by unit_id, book, year having min(number) <> 1 or max(number) <> count(*) or count(distinct number) <> count(*)`,
  )
  const twice = await rows<{ entry_id: string }>(
    "select entry_id from register_note where kind = 'personal-number' group by 1 having count(*) > 1",
  )
  return [
    ...odd.map((one) => wrong(`register ${one.book} of ${one.unit_id} goes from ${one.least} to ${one.most} with ${one.count} numbers`)),
    ...twice.map(({ entry_id: entry }) => doubled(`personal number of entry ${entry}`)),
  ]
}

async function bytesThere({ rows, store }: OpenedInstall, files: Of<'file'>[]): Promise<Broken[]> {
  const keys = await rows<{ id: string; key: string }>('select id, key from stored_file where id = any ($1)', [
    files.map(({ file }) => file),
  ])
  const broken: Broken[] = []
  for (const { file, sha256, size } of files) {
    const key = keys.find(({ id }) => id === file)?.key
    const real = key === undefined ? undefined : await store.measure(key).catch(() => undefined)
    if (real?.size !== size || real.sha256.toString('hex') !== sha256) broken.push(lost(`bytes of file ${file}`))
  }
  return broken
}

/** Papers that the office issued lie there byte by byte, one of each stage for a case. */
async function issuedPapers({ rows, store }: OpenedInstall): Promise<Broken[]> {
  const papers = await rows<{ id: string; key: string; sha256: Buffer }>(
    'select p.id, f.key, p.sha256 from issued_paper p join stored_file f on f.id = p.file_id',
  )
  const broken: Broken[] = []
  for (const { id, key, sha256 } of papers) {
    const real = await store.measure(key).catch(() => undefined)
    if (real?.sha256.equals(sha256) !== true) broken.push(lost(`bytes of issued paper ${id}`))
  }
  const twice = await rows<{ code: string; stage: string }>(
    "select w.code, p.stage from issued_paper p join work_item w on w.id = p.work_item_id where p.kind = 'result' group by 1, 2 having count(*) > 1",
  )
  return [...broken, ...twice.map(({ code, stage }) => doubled(`result of ${code} at ${stage}`))]
}

async function chains({ pool, keys, dataDir }: OpenedInstall): Promise<Broken[]> {
  const checkpoints = join(dataDir, 'checkpoints')
  const { findings } = await verifyAudit({ pool, keys, checkpoints, now: new Date().toISOString() })
  return findings.map((one) => wrong(`audit: ${JSON.stringify(one)}`))
}

async function desks({ pool }: OpenedInstall): Promise<Broken[]> {
  return (await verifyDesks(pool)).map((one) => wrong(`desk: ${JSON.stringify(one)}`))
}

async function jobs({ rows }: OpenedInstall): Promise<Broken[]> {
  const failed = await rows<{ id: string; last_error: string }>(
    'select id::text, last_error from graphile_worker._private_jobs where attempts >= max_attempts',
  )
  return failed.map(({ id, last_error: error }) => wrong(`job ${id} was given up: ${error}`))
}
