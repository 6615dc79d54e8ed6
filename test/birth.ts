import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { type Channel, type Means, submit } from '#modules/dossiers'
import { newVault, storeWhole } from '#modules/papers'
import { type Answers, inForce } from '#modules/procedures'
import { openSigning } from '#modules/signing'
import type { contextFor } from '#platform/act'
import { asActor } from '#platform/db'
import { FileStore, folderShelf } from '#platform/files'
import { newId } from '#platform/id'
import { perform, registerTasks, type Tasks } from '#platform/jobs'
import { renderPaper } from '#platform/pdf'
import { people, type Sandbox, startSandbox } from '#sandbox'
import { issueSampleKeys } from '../src/sample/index.ts'
import { proposeCatalogue } from '../src/start/install.ts'
import { tasksOf } from '../src/start/tasks.ts'
import { type World, world } from './world.ts'

/** A one-page PDF as somebody would send it. */
export const smallPdf = Buffer.from(
  renderPaper({
    template: '#set document(title: "Giấy chứng sinh mẫu")\n= Giấy chứng sinh (mẫu)\nMã 01327.GCS.12096.26',
    data: {},
    now: '2026-11-13T02:00:00Z',
  }).pdf,
)

/** The world with the catalogue, the played systems and everything that issuing a paper needs. */
export async function birthWorld(t: Pick<TestContext, 'after'>) {
  const w = await world(t)
  const folder = await mkdtemp(join(tmpdir(), 'lt-birth-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  const sandbox = await startSandbox({ now: () => w.now, clientSecret: 'c', agencySecret: 'a', redirectUris: ['http://localhost/x'] })
  t.after(() => sandbox.stop())
  await proposeCatalogue(w.house, true, w.now)
  await issueSampleKeys(w.house, { now: w.now, issueCertificate: (asked) => sandbox.pki.issue(asked) })
  const vault = newVault(new FileStore(await folderShelf(join(folder, 'files')), w.keys))
  const sources = {
    population: { url: sandbox.urls.population, secret: 'a' },
    civilStatus: { url: sandbox.urls.civilStatus, secret: 'a' },
    health: { url: sandbox.urls.health, secret: 'a' },
    land: { url: sandbox.urls.land, secret: 'a' },
    tax: { url: sandbox.urls.tax, secret: 'a' },
  }
  const signing = signingOf(sandbox)
  t.after(() => signing.close())
  const means: Means = { vault, signing, publicUrl: 'http://localhost:3000' }
  const channels = { publicUrl: means.publicUrl }
  const tasks: Tasks = tasksOf({ channels, sources, means, checkpoints: join(folder, 'checkpoints'), signing })
  await registerTasks(w.database.owner, Object.keys(tasks))
  return { ...w, folder, sandbox, sources, vault, means, tasks, runJobs: (now?: string) => runJobs(w, tasks, now ?? w.now) }
}

export type BirthWorld = Awaited<ReturnType<typeof birthWorld>>

function signingOf(sandbox: Sandbox) {
  const { pki } = sandbox.urls
  return openSigning({
    rootsPem: sandbox.pki.rootPem,
    tsaUrl: `${pki}/tsa`,
    ocspUrl: `${pki}/ocsp`,
    crlUrls: [`${pki}/root.crl`, `${pki}/issuing.crl`],
  })
}

/** Does the waiting jobs of the tasks we know, oldest first, as the runner would; those that are not due yet stay. */
async function runJobs(w: World, tasks: Tasks, now: string): Promise<number> {
  const [waiting] = await w.owner.trip([
    {
      text: `select j.id::text as id, j.created_at, j.attempts, t.identifier as task_identifier, j.payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
             where j.run_at <= greatest($1::timestamptz, now()) order by j.run_at, j.id`,
      values: [now],
    },
  ])
  let done = 0
  for (const row of (waiting?.rows ?? []) as {
    id: string
    created_at: string
    attempts: number
    task_identifier: string
    payload: unknown
  }[]) {
    const task = tasks[row.task_identifier]
    if (task !== undefined) await perform(w.house, task, row, now, new AbortController().signal)
    await w.owner.trip([{ text: 'delete from graphile_worker._private_jobs where id = $1', values: [row.id] }])
    done += 1
  }
  return done
}

const hong = people.find((one) => one.key === 'hong')
const minh = people.find((one) => one.key === 'minh')

/** Complete answers of a mother who files in time, with her husband named. */
export function birthAnswers(clinicNote: string, childName = 'Trần Nguyễn Minh Khuê'): Answers {
  if (hong === undefined || minh === undefined) throw new Error('the cast has lost its parents')
  const home = (one: typeof hong) => ({ commune: one.residence.commune.code, detail: one.residence.detail })
  return {
    relation: 'mother',
    applicantName: hong.name,
    applicantId: hong.number,
    applicantPhone: hong.phone,
    childName,
    childBornOn: '2026-11-12',
    childSex: 'female',
    bornIn: 'facility',
    birthFacility: 'Bệnh viện mẫu',
    birthPlace: { commune: '09187' },
    parents: 'married',
    surrogacy: false,
    motherId: hong.number,
    motherName: hong.name,
    motherBornOn: hong.bornOn,
    motherEthnicity: '01',
    motherNationality: 'VN',
    motherDead: false,
    motherResidence: home(hong),
    fatherId: minh.number,
    fatherName: minh.name,
    fatherBornOn: minh.bornOn,
    fatherEthnicity: '01',
    fatherNationality: 'VN',
    fatherDead: false,
    fatherResidence: home(minh),
    marriedOn: '2023-02-14',
    marriedAt: { commune: '09187' },
    childEthnicity: '01',
    hometownFrom: 'father',
    hometown: { commune: '07306' },
    proof: 'clinic',
    clinicNoteNumber: '01327.GCS.12096.26',
    clinicNote: [clinicNote],
    receiveBy: 'online',
    copies: 0,
    agreedByParents: true,
    truthful: true,
  }
}

/** Hồng files her child's birth in commune a; `changes` replaces single answers. */
export async function fileBirth(
  w: BirthWorld,
  changes: Answers = {},
  { now = w.now, channel = 'online' as Channel, key }: { now?: string; channel?: Channel; key?: Parameters<typeof contextFor>[3] } = {},
) {
  const ctx = w.as(w.hong, { now, ...(key === undefined ? {} : { key }) })
  const draft = newId(Date.parse(now))
  const procedure = await inForce(ctx, '1.001193', now.slice(0, 10))
  if (procedure === undefined) throw new Error('birth registration is not in force')
  await w.pool.trip([
    asActor(ctx.actor),
    {
      text: 'insert into draft (id, account_id, party_id, procedure_code, revision, answers, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $7)',
      values: [draft, ctx.actor.id, ctx.actor.party ?? null, procedure.code, procedure.revision, w.keys.sealJson({}, 'draft.answers'), now],
    },
  ])
  const stored = await storeWhole(ctx, w.vault, { draft, field: 'clinicNote', name: 'giay-chung-sinh.pdf', bytes: [smallPdf] })
  if (!stored.ok) throw new Error(`the note was refused: ${stored.fault}`)
  const answers = { ...birthAnswers(stored.file), ...changes }
  return submit(ctx, {
    procedure,
    answers,
    provenance: {},
    channel,
    unit: w.units.a,
    receivingUnit: w.units.a,
    applicant: w.hong.person,
    submitter: w.hong.person,
    files: [{ file: stored.file, component: 'clinicNote' }],
    draft,
    trackBy: { bornOn: hong?.bornOn ?? '', number: hong?.number ?? '' },
    words: [w.hong.name, String(answers.childName)],
  })
}
