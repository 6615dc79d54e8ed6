import { parentPort } from 'node:worker_threads'
import { computing, type Done, type Task } from './computing.ts'

/** The worker's side: one task after another, errors as name and message. */
parentPort?.on('message', ({ id, verb, given }: Task) => {
  parentPort?.postMessage(done(id, verb, given))
})

function done(id: number, verb: Task['verb'], given: Task['given']): Done {
  try {
    const work: (...all: never[]) => unknown = computing[verb]
    return { id, ok: true, value: work(...(given as never[])) }
  } catch (error) {
    const { name, message } = error instanceof Error ? error : new Error(String(error))
    return { id, ok: false, name, message }
  }
}
