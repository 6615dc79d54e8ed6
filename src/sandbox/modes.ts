import type { IncomingMessage } from 'node:http'

/**
 * How a played service behaves: `ok`; `slow` does its work at once and answers late, so that the asker has given up but the act is
 * done; `dead` breaks the connection and does nothing.
 */
export type Mode = 'ok' | 'slow' | 'dead'

export type Modes = ReturnType<typeof modes>

const slowMs = 10_000

/** The mode of each mounted service, and the answers that are being held back. */
export function modes() {
  const set = new Map<string, Mode>()
  const held = new Map<NodeJS.Timeout, () => void>()

  return {
    set: (service: string, mode: Mode) => void set.set(service, mode),
    of: (service: string): Mode => set.get(service) ?? 'ok',

    /** Lets a request in, or breaks its connection where the service is dead. */
    through(service: string, request: IncomingMessage, go: () => Promise<void>): void {
      if (set.get(service) === 'dead') request.socket.destroy()
      else void go()
    },

    /** Resolves at once, or after ten seconds where the service is slow. */
    hold(service: string): Promise<void> {
      if (set.get(service) !== 'slow') return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(() => {
          held.delete(timer)
          resolve()
        }, slowMs)
        timer.unref()
        held.set(timer, resolve)
      })
    },

    /** Lets every held answer go. */
    release(): void {
      for (const [timer, resolve] of held) {
        clearTimeout(timer)
        resolve()
      }
      held.clear()
    },
  }
}
