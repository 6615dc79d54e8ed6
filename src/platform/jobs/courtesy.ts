import { setTimeout as pause } from 'node:timers/promises'

/** A job that became due so recently lets people go first for so long; one that has waited until `latestMs` waits no more. */
const mostPatienceMs = 2_000
const patientUntilMs = 20_000
/** Well before `/readyz` would call the jobs late. */
const latestMs = 40_000
const lookEveryMs = 25

/**
 * How long a job still lets people go first.
 * @param waitedMs since it became due
 */
export function patienceMs(waitedMs: number): number {
  const share = (latestMs - waitedMs) / (latestMs - patientUntilMs)
  return mostPatienceMs * Math.min(1, Math.max(0, share))
}

/**
 * Waits while people wait: a page is looked for by somebody, a receipt or a notice may come some seconds later. Each job waits for a
 * bounded time only, so that some run whatever happens, and the older they are, the more.
 * @param areBusy whether as many people are being answered as the machine can serve at once
 */
export async function afterPeople(areBusy: () => boolean, waitedMs: number, signal?: AbortSignal): Promise<void> {
  const until = performance.now() + patienceMs(waitedMs)
  while (areBusy() && signal?.aborted !== true && performance.now() < until) await pause(lookEveryMs, undefined, { signal }).catch(() => {})
}
