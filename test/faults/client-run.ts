import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ClientTold } from './client.ts'

/** When: at any moment, or just after the client began something. */
export type Moment = 'any' | 'upload' | 'file' | 'sign' | 'act'

/** A client that has nothing of the kind to do is waited for no longer. */
const patienceMs = 2_000

/** The client as a process of its own. */
export class Client {
  private readonly child: ChildProcess
  private readonly ended: Promise<number | null>
  private said = ''
  private heard: ((doing: string) => void) | undefined

  constructor(told: ClientTold) {
    const file = fileURLToPath(new URL('client.ts', import.meta.url))
    this.child = spawn(process.execPath, ['--import', 'tsx', file, JSON.stringify(told)], { stdio: ['pipe', 'pipe', 'pipe'] })
    this.ended = once(this.child, 'exit').then(([code]) => code)
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.said = (this.said + text).slice(-20_000)
    })
    if (this.child.stdout !== null) createInterface({ input: this.child.stdout }).on('line', (line) => this.heard?.(line))
  }

  /** Waits until everybody has signed in. */
  async ready(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.heard = (said) => {
      if (said === 'ready') resolve()
    }
    const isOver = await Promise.race([promise.then(() => false), this.ended.then(() => true)])
    if (isOver) throw new Error(`the client did not come in: ${this.said}`)
  }

  /** Waits until the client begins such a thing, but not for ever: it may have none to do at the moment. */
  async begins(moment: Moment): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.heard = (doing) => {
      if (moment === 'any' || doing === moment) resolve()
    }
    await Promise.race([promise, this.ended, once(AbortSignal.timeout(patienceMs), 'abort')])
  }

  async finish(): Promise<{ code: number | null; said: string }> {
    this.child.stdin?.end()
    return { code: await this.ended, said: this.said }
  }

  kill(): void {
    if (this.child.exitCode === null) this.child.kill('SIGKILL')
  }
}
