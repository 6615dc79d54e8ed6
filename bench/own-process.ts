import { fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'

/** Does work in a process of its own, so that what asks does not share a thread with what prepares and counts. */
export async function inOwnProcess<Job, Done>(file: string, job: Job): Promise<Done> {
  const child = fork(fileURLToPath(new URL(file, import.meta.url)), { serialization: 'advanced' })
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`${file} ended with ${code}`)
  })
  child.send({ job })
  const done = once(child, 'message').then(([message]) => message as Done)
  try {
    return await Promise.race([done, ended])
  } finally {
    ended.catch(() => {})
    child.disconnect()
  }
}

/** The other side: takes the job, sends back what came of it. */
export function takeJob<Job, Done>(work: (job: Job) => Promise<Done>): void {
  process.once('message', (message) => {
    work((message as { job: Job }).job).then(
      (done) => process.send?.(done),
      (error) => {
        console.error(error)
        process.exit(1)
      },
    )
  })
}
