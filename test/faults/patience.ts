import { setTimeout as pause } from 'node:timers/promises'
import { NoAnswer } from './walker.ts'

/** Repeats a step until it is answered. */
export type Patiently = <T>(step: () => Promise<T>) => Promise<T>

/** Told to stop while nothing answers. */
export class Stopped extends Error {}

/** @param isOver ends the repeating; a product that never comes back must not hold the client for ever */
export function patience(isOver: () => boolean, betweenMs = 100): Patiently {
  return async (step) => {
    for (;;) {
      try {
        return await step()
      } catch (error) {
        if (!(error instanceof NoAnswer)) throw error
        if (isOver()) throw new Stopped('stopped while nothing answered')
        await pause(betweenMs)
      }
    }
  }
}
