/** A program of its own that runs jobs until it is killed: started by the test that kills it. Its parent gives the connections as JSON. */

import { type Connect, Pool } from '#platform/db'
import { startRunner } from '#platform/jobs'
import { Keyring, newDataKey } from '#platform/keys'

const given: { worker: Connect; program: Connect } = JSON.parse(process.argv[2] ?? '')
const pool = new Pool(given.program, 2, 'killed runner')
const never = new Promise<void>(() => {})

await startRunner({
  worker: given.worker,
  pool,
  keys: new Keyring([newDataKey(1, 'seal')]),
  now: () => '2026-11-20T02:00:00.000Z',
  tasks: {
    'leave-effect': async (_ctx, { effect = '' }, run) => {
      await pool.trip([
        { text: 'insert into attempt (bucket, at) values ($1, $2)', values: [Buffer.from(effect), '2026-11-20T02:00:00.000Z'] },
      ])
      process.stdout.write(`begun ${run.attempt}\n`)
      await never
    },
  },
})
