import type { Task } from '#platform/jobs'
import { gatherCheckpoints, type Stamp } from './gather.ts'

/** How often heads are gathered: twice in the minute that the law of this house allows. */
export const checkpointEveryMs = 30_000

/** The job that writes checkpoints. Its first run in a process looks at every chain, later ones at what is new. */
export function checkpointTask({ folder, stamp }: { folder: string; stamp?: Stamp }): Task {
  let swept = false
  return async ({ pool, keys, now }) => {
    await gatherCheckpoints({ pool, keys, folder, now, sweep: !swept, ...(stamp === undefined ? {} : { stamp }) })
    swept = true
  }
}
