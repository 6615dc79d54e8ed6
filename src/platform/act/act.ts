import { createHash, randomBytes } from 'node:crypto'
import { type Answer, ask, rowsOf, type Statement, stateOf } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { asRefusal } from './as-refusal.ts'
import type { Ctx } from './ctx.ts'
import { Refusal } from './refusal.ts'

/** JSON that survives a replay byte by byte. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json | undefined }

/** One act on one work item: what is written about it whatever else it writes. */
export type ActRecord = {
  name: string
  item: Id
  /** A second work item that the act touches; both are locked, in the order of their ids. */
  item2?: Id
  system: string
  unit: Id
  post?: Id
  step?: string
  /** Codes and parameters: no sentence, nothing personal. */
  params?: Json
  /** Sealed beside the act: reasons, names. */
  private?: Json
}

/** What `decide` hands back: an act with its rows, or an answer that stores nothing (problems in the input). */
export type Plan<T> =
  | {
      act: ActRecord
      id: Id
      /** Guards, and what the act row itself refers to. */
      before?: readonly Statement[]
      /** Everything that may refer to the act row. */
      after?: readonly Statement[]
      answer: T
    }
  | { instead: T }

const keyQuestion = 'select body_hash, answer from idempotency_key where actor_id = $1 and key = $2'
const opening = 'select open_act($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)'
const landing = 'select land_act($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11,$12,$13)'

/**
 * Does one act: asks everything in one reading trip, lets `decide` ask the policy and plan the rows, and stores all of it – rows,
 * chain entry, jobs, key – as one batch with one Sync. The same key with the same body gets the stored answer; with another body 422.
 * @param questions what must be known before; answered in their order
 * @throws Refusal 403/404/409/422/503; an unknown outcome is 503, and the same key finds out
 */
export async function act<T extends Json>(
  ctx: Ctx,
  questions: readonly Statement[],
  decide: (answers: Answer[]) => Plan<T> | Promise<Plan<T>>,
): Promise<T> {
  const asked = ctx.key === undefined ? questions : [{ text: keyQuestion, values: [ctx.actor.id, ctx.key.value] }, ...questions]
  const answers = asked.length === 0 ? [] : await ask(ctx.pool, ctx.actor, asked)
  if (ctx.key !== undefined) {
    const stored = storedAnswer<T>(ctx, answers.shift())
    if (stored !== undefined) return stored.answer
  }
  const plan = await decide(answers)
  if ('instead' in plan) return plan.instead
  try {
    const opened = openingOf(ctx, plan.act, JSON.stringify(plan.answer))
    await ctx.pool.trip([opened, ...(plan.before ?? []), landingOf(ctx, plan), ...(plan.after ?? [])])
    return plan.answer
  } catch (error) {
    return replayOrThrow<T>(ctx, error)
  }
}

function openingOf(ctx: Ctx, record: ActRecord, answer: string): Statement {
  const { actor, key } = ctx
  return {
    text: opening,
    values: [
      actor.id,
      actor.kind,
      actor.system,
      `{${actor.units.join(',')}}`,
      `{${actor.posts.join(',')}}`,
      actor.party ?? '',
      actor.session ?? null,
      record.item,
      record.item2 ?? null,
      key?.value ?? null,
      key?.bodyHash ?? null,
      answer,
      ctx.now,
    ],
  }
}

function landingOf(ctx: Ctx, plan: Extract<Plan<unknown>, { act: ActRecord }>): Statement {
  const { act: record, id } = plan
  const payload = JSON.stringify({
    act: record.name,
    step: record.step ?? null,
    params: record.params ?? {},
    private: record.private ?? null,
  })
  const salt = randomBytes(16)
  return {
    text: landing,
    values: [
      id,
      record.item,
      record.name,
      record.step ?? null,
      record.post ?? null,
      record.system,
      record.unit,
      ctx.now,
      JSON.stringify(record.params ?? {}),
      record.private === undefined ? null : ctx.keys.sealJson(record.private, 'act.private'),
      salt,
      ctx.keys.seal(payload, 'audit.payload'),
      createHash('sha256').update(salt).update(payload).digest(),
    ],
  }
}

function storedAnswer<T>(ctx: Ctx, found: Answer | undefined): { answer: T } | undefined {
  const [row] = rowsOf<{ body_hash: Buffer; answer: string }>(found)
  if (row === undefined || ctx.key === undefined) return undefined
  if (!row.body_hash.equals(ctx.key.bodyHash)) throw new Refusal(422, 'key-reused')
  return { answer: JSON.parse(row.answer) as T }
}

/** What the request's key remembers, where it has been used. */
export async function storedAnswerOf<T>(ctx: Ctx): Promise<{ answer: T } | undefined> {
  if (ctx.key === undefined) return undefined
  const [found] = await ask(ctx.pool, ctx.actor, [{ text: keyQuestion, values: [ctx.actor.id, ctx.key.value] }])
  return storedAnswer<T>(ctx, found)
}

/** Two tries at once under one key: the slower one gets what the faster one stored. */
export async function replayOrThrow<T>(ctx: Ctx, error: unknown): Promise<T> {
  if (stateOf(error) === '23505' && constraintOf(error) === 'idempotency_key_pkey') {
    const stored = await storedAnswerOf<T>(ctx)
    if (stored !== undefined) return stored.answer
  }
  throw asRefusal(error)
}

function constraintOf(error: unknown): string | undefined {
  return typeof error === 'object' && error !== null && 'constraint' in error ? String(error.constraint) : undefined
}

/** Ids of one act, made at its instant. */
export function idAt(now: string): Id {
  return newId(Date.parse(now))
}
