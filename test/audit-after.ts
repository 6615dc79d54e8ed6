import assert from 'node:assert/strict'
import { verifyDesks } from '#modules/dossiers'
import { verifyAudit } from '#platform/audit'
import type { Pool } from '#platform/db'
import type { Keyring } from '#platform/keys'

/**
 * After a journey: the present tables follow from the acts, and every chain with its payloads is whole.
 * @param owner a pool that sees every row
 */
export async function assertWhole({ owner, keys, now }: { owner: Pool; keys: Keyring; now: string }): Promise<void> {
  assert.deepEqual(await verifyDesks(owner), [])
  assert.deepEqual((await verifyAudit({ pool: owner, keys, now })).findings, [])
}
