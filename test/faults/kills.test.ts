import assert from 'node:assert/strict'
import { test } from 'node:test'
import { killAgainAndAgain } from './killing.ts'
import { ownFolder } from './product.ts'

const seed = 20_261_122
const kills = 20

test(`after ${kills} kills of program and PostgreSQL everything acknowledged is there once`, { timeout: 235_000 }, async (t) => {
  const folder = await ownFolder(t)
  const desks = [{ mother: 'lan', commune: '09169', place: 'vuninh' }]
  const figures = await killAgainAndAgain({ folder, seed, kills, desks, noteBytes: 400_000, say: (line) => t.diagnostic(line) })
  const { broken, acknowledgements, restarts, kills: struck } = figures
  assert.deepEqual(broken, [], `seed ${seed}`)
  assert.equal(
    Object.values(struck).reduce((sum, one) => sum + one, 0),
    kills,
  )
  assert.ok(
    Object.values(struck).every((one) => one > 0),
    JSON.stringify(struck),
  )
  assert.ok((acknowledgements.filed ?? 0) > 0 && (acknowledgements.act ?? 0) > 0, JSON.stringify(acknowledgements))
  t.diagnostic(JSON.stringify({ kills: struck, acknowledgements, lost: 0, doubled: 0, restarts: restarts.length }))
})
