import { availableParallelism } from 'node:os'
import type { Reply } from './who.ts'

const processors = availableParallelism()
let count = 0

/** Counts a request until its answer is out or its asker gone. */
export function noteUnderWay(reply: Reply): void {
  count += 1
  reply.raw.once('close', () => {
    count -= 1
  })
}

/** Whether this process answers as many people at this moment as the machine has processors: work that nobody watches may wait then. */
export function areDoorsBusy(): boolean {
  return count >= processors
}
