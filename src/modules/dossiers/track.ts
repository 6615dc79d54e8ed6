import { directoryOn, unitName } from '#modules/directory'
import { tooMany } from '#modules/identity'
import { type Procedure, revisionOf, roles } from '#modules/procedures'
import { type Ctx, Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import type { Id } from '#platform/id'
import type { Status } from './case.ts'
import { trackHash, trackNumberKey } from './submit.ts'

type Words = Procedure['name']

/** What anyone with the key may know of a dossier: no name, no paper, no answer. */
export type Tracked = {
  readonly code: string
  readonly procedure: { readonly code: string; readonly name: Words }
  readonly status: Status
  /** Where it lies, in the words of the procedure, and who holds that step. */
  readonly stands: Words
  readonly holder: Words
  /** What comes after it; null at the end. */
  readonly next: Words | null
  readonly unit: string
  readonly submittedAt: string
  readonly receivedAt: string | null
  readonly dueAt: string | null
  readonly closedAt: string | null
}

type Row = {
  code: string
  procedure_code: string
  revision: number
  status: Status
  step: string
  unit_id: Id
  received_at: string | null
  due_at: string | null
  submitted_at: string
  closed_at: string | null
}

/** By the random key of the QR code. Undefined for a key that belongs to nothing. */
export async function trackByKey(ctx: Ctx, key: string): Promise<Tracked | undefined> {
  return found(ctx, trackHash(key), null)
}

/** What somebody who is not signed in types: the dossier's number, the applicant's birth date and full citizen number. */
export type Asked = { readonly code: string; readonly bornOn: string; readonly number: string }

// Five tries an hour for a number and for a subnet: a guard of the project against guessing, not a rule of law.
const limit = { most: 5, withinMinutes: 60 }

/**
 * By number, birth date and full citizen number. Unknown and wrong give the same answer in the same time: one keyed hash is compared.
 * @param subnet from where it is asked
 * @throws Refusal 429 after five tries an hour for a number or a subnet
 */
export async function trackByNumber(ctx: Ctx, asked: Asked, subnet: string): Promise<Tracked | undefined> {
  const code = asked.code.trim().toUpperCase()
  const [often, everywhere] = [
    await tooMany(ctx, `track ${code}`, limit, ctx.now),
    await tooMany(ctx, `track from ${subnet}`, limit, ctx.now),
  ]
  if (often || everywhere) throw new Refusal(429, 'too-many-tries')
  return found(ctx, null, trackNumberKey(ctx, code, asked))
}

async function found(ctx: Ctx, byKey: Buffer | null, byNumber: Buffer | null): Promise<Tracked | undefined> {
  const [answer] = await ask(ctx.pool, ctx.actor, [{ text: 'select * from track($1, $2)', values: [byKey, byNumber] }])
  const [row] = rowsOf<Row>(answer)
  if (row === undefined) return undefined
  const procedure = await revisionOf(ctx, row.procedure_code, row.revision)
  const step = procedure?.steps[row.step]
  if (procedure === undefined || step === undefined) throw new Error(`revision ${row.revision} of ${row.procedure_code} is gone`)
  const directory = await directoryOn(ctx)
  return {
    code: row.code,
    procedure: { code: procedure.code, name: procedure.name },
    status: row.status,
    stands: step.status,
    holder: roles[step.by].name,
    next: row.closed_at === null ? nextOf(procedure, row.step) : null,
    unit: unitName(directory.getUnit(row.unit_id), localDate(ctx.now)),
    submittedAt: row.submitted_at,
    receivedAt: row.received_at,
    dueAt: row.due_at,
    closedAt: row.closed_at,
  }
}

const forward = [
  'receive',
  'propose',
  'approve',
  'confirmDraft',
  'offerTimes',
  'chooseTime',
  'recordAppearance',
  'enter',
  'allot',
  'sign',
  'seal',
  'deliver',
] as const

/** The step to which the straight way leads. The answers are not known here, so where the way parts its last branch is told: it has no condition. */
function nextOf(procedure: Procedure, at: string): Words | null {
  const may = procedure.steps[at]?.may ?? {}
  const act = forward.find((one) => may[one] !== undefined)
  const route = act === undefined ? undefined : may[act]
  const target = typeof route === 'string' ? route : route?.at(-1)?.to
  return target === undefined ? null : (procedure.steps[target]?.task ?? null)
}
