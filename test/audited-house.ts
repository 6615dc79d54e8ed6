import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestContext } from 'node:test'
import { act, contextFor, entryFor, type Json, type Plan } from '#platform/act'
import { gatherCheckpoints, verifyAudit } from '#platform/audit'
import { type Actor, asActor, nobody } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { freshDatabase, poolFor, testKeys } from './database.ts'

export const unit = newId()
export const clerk: Actor = { id: newId(), kind: 'staff', system: 'state', posts: [], units: [unit] }
export const machine: Actor = { id: nobody, kind: 'job', system: 'state', posts: [], units: [unit] }
export const at = (minute: number): string => `2026-11-20T02:${String(minute).padStart(2, '0')}:00.000Z`

export type AuditedHouse = Awaited<ReturnType<typeof auditedHouse>>

/** Three cases with four acts each and an account's chain, all written down in a checkpoint; then one act more, not yet covered. */
export async function auditedHouse(t: TestContext) {
  const database = await freshDatabase(t)
  const [pool, owner, admin] = [poolFor(t, database.program), poolFor(t, database.owner), poolFor(t, database.admin, 1)]
  const keys = testKeys()
  const folder = await mkdtemp(join(tmpdir(), 'lt-checkpoints-'))
  t.after(() => rm(folder, { recursive: true, force: true }))
  await owner.trip([
    { text: "insert into unit (id, system, level, code, valid_from) values ($1, 'state', 'commune', 'A', '2025-07-01')", values: [unit] },
  ])
  const does = (item: Id, name: string, minute: number, opens = false, reason: Json = { reason: 'riêng tư' }) =>
    act(contextFor({ pool, keys }, clerk, at(minute)), [], (): Plan<true> => {
      const opening = {
        text: "insert into work_item (id, kind, code, system, unit_id, opened_at) values ($1, 'dossier', $2, 'state', $3, $4)",
        values: [item, item, unit, at(minute)],
      }
      const record = { name, item, system: 'state', unit, step: 'verify', params: { z: 1, a: ['x'] }, private: reason }
      return { act: record, id: newId(), before: opens ? [opening] : [], answer: true }
    })
  const items: [Id, Id, Id] = [newId(), newId(), newId()]
  for (const item of items) {
    await does(item, 'submit', 0, true)
    for (const [n, name] of ['receive', 'propose', 'approve'].entries()) await does(item, name, n + 1)
  }
  await pool.trip([asActor({ ...clerk, kind: 'gate' }), entryFor(keys, clerk.id, 'sign-in', null, at(4), { device: 'test' })])
  const gather = (minute: number) => gatherCheckpoints({ pool, keys, folder, now: at(minute) })
  const verify = (minute: number) => verifyAudit({ pool: owner, keys, checkpoints: folder, now: at(minute) })
  const attack = (text: string, values: string[] = []) => admin.trip([{ text, values }])
  assert.equal(await gather(5), 4)
  await does(items[0], 'sign', 6)
  return { pool, owner, keys, folder, items, gather, verify, attack, does }
}
