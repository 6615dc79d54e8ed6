import { randomBytes } from 'node:crypto'
import { takeJob } from '../own-process.ts'
import { Wire } from '../wire.ts'
import { codeIn, filled, type Role, type Sent } from './steps.ts'

/** A signed-in person as a client carries him: his cookies, and the token of his forms. */
export type Signed = { cookie: string; token: string }

/** One client: who plays the roles, and the drafts that may be filed. */
export type Client = { people: Record<Role, Signed>; drafts: string[] }

export type Filing = { port: number; sent: Sent[]; clients: Client[]; seconds: number }

export type Filed = {
  /** Numbers of the cases that went the whole way, each act acknowledged. */
  codes: string[]
  seconds: number
  /** Milliseconds of every request. */
  ms: number[]
  ranOut: boolean
}

takeJob<Filing, Filed>(async ({ port, sent, clients, seconds }) => {
  const codes: string[] = []
  const ms: number[] = []
  let ranOut = false
  const began = performance.now()
  const until = began + seconds * 1000
  const work = async ({ people, drafts }: Client): Promise<void> => {
    const wire = new Wire(port)
    while (performance.now() < until) {
      const draft = drafts.shift()
      if (draft === undefined) {
        ranOut = true
        break
      }
      codes.push(await journey(wire, sent, people, draft, ms))
    }
    wire.end()
  }
  await Promise.all(clients.map(work))
  return { codes, seconds: (performance.now() - began) / 1000, ms, ranOut }
})

async function journey(wire: Wire, sent: readonly Sent[], people: Client['people'], draft: string, ms: number[]): Promise<string> {
  let code = ''
  for (const one of sent) {
    const { cookie, token } = people[one.who]
    const { path, body } = filled(one, { code, draft, key: randomBytes(16).toString('base64url'), token })
    const began = performance.now()
    const reply = await wire.ask({ method: 'POST', path, headers: { cookie, accept: 'text/html', 'accept-encoding': 'gzip' }, body })
    ms.push(performance.now() - began)
    if (reply.status !== 303) throw new Error(`${path} answered ${reply.status}`)
    code ||= codeIn(reply.location)
  }
  return code
}
