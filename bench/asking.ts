import { takeJob } from './own-process.ts'
import { Wire } from './wire.ts'

/** Pages to be asked one after another over one kept connection. */
export type Asking = { port: number; cookie: string; paths: readonly string[]; seconds: number }

export type Answered = { ms: number[] }

takeJob<Asking, Answered>(async ({ port, cookie, paths, seconds }) => {
  const wire = new Wire(port)
  const headers = { cookie, accept: 'text/html', 'accept-encoding': 'gzip' }
  const ms: number[] = []
  const until = performance.now() + seconds * 1000
  for (let count = 0; performance.now() < until; count += 1) {
    const path = paths[count % paths.length] ?? '/'
    const began = performance.now()
    const reply = await wire.ask({ method: 'GET', path, headers })
    ms.push(performance.now() - began)
    if (reply.status !== 200) throw new Error(`${path} answered ${reply.status}`)
  }
  wire.end()
  return { ms }
})
