export type Asked = {
  method?: 'GET' | 'POST' | 'PUT' | 'DELETE'
  headers?: Record<string, string>
  bearer?: string
  /** At most one of these three is sent as body. */
  json?: unknown
  form?: URLSearchParams
  bytes?: Uint8Array<ArrayBuffer>
  /** For everything together, repeated tries and reading the body included; 10 s where nothing is said. */
  timeoutMs?: number
  /** 1 MiB where nothing is said. */
  maxBytes?: number
  /** How often a broken connection or a 502, 503, 504 is tried again; 0 where nothing is said. Ask only for what may be repeated. */
  retries?: number
}

export type Answer = { answered: true; status: number; headers: Headers; bytes: Uint8Array }
export type Silence = { answered: false; reason: 'timeout' | 'unreachable' | 'too-large' }

const firstWaitMs = 50

/**
 * Asks another system over HTTP. Whatever status comes is an answer; no answer in time, a broken connection and a body beyond the
 * limit are values, not errors. Redirects are answers too and never followed.
 */
export async function ask(url: string, asked: Asked = {}): Promise<Answer | Silence> {
  const deadline = AbortSignal.timeout(asked.timeoutMs ?? 10_000)
  for (let left = asked.retries ?? 0, wait = firstWaitMs; ; left--, wait *= 2) {
    const answer = await once(url, asked, deadline)
    if (left <= 0 || !mayTryAgain(answer) || !(await pause(wait, deadline))) return answer
  }
}

/** The body as JSON; undefined where it is not JSON, which a schema refuses like any other wrong shape. */
export function jsonOf(answer: Answer): unknown {
  try {
    return JSON.parse(textOf(answer))
  } catch {
    return undefined
  }
}

export const textOf = (answer: Answer): string => new TextDecoder().decode(answer.bytes)

async function once(url: string, asked: Asked, deadline: AbortSignal): Promise<Answer | Silence> {
  try {
    const response = await fetch(url, {
      method: asked.method ?? 'GET',
      headers: headersOf(asked),
      body: bodyOf(asked),
      redirect: 'manual',
      signal: deadline,
    })
    const bytes = await bytesWithin(response, asked.maxBytes ?? 1024 * 1024)
    if (!bytes) return { answered: false, reason: 'too-large' }
    return { answered: true, status: response.status, headers: response.headers, bytes }
  } catch (error) {
    if (isOurMistake(url)) throw error
    return { answered: false, reason: deadline.aborted ? 'timeout' : 'unreachable' }
  }
}

function headersOf({ headers, bearer, json }: Asked): Headers {
  const all = new Headers(headers)
  if (bearer !== undefined) all.set('authorization', `Bearer ${bearer}`)
  if (json !== undefined) all.set('content-type', 'application/json')
  return all
}

function bodyOf({ json, form, bytes }: Asked) {
  if (json !== undefined) return JSON.stringify(json)
  return form ?? bytes ?? null
}

async function bytesWithin(response: Response, most: number): Promise<Uint8Array | undefined> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of response.body ?? []) {
    size += part.length
    if (size > most) return undefined
    parts.push(part)
  }
  return Buffer.concat(parts)
}

function mayTryAgain(answer: Answer | Silence): boolean {
  return answer.answered ? [502, 503, 504].includes(answer.status) : answer.reason === 'unreachable'
}

/** False where the deadline comes first. */
function pause(ms: number, deadline: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    if (deadline.aborted) return resolve(false)
    const stop = () => {
      clearTimeout(timer)
      resolve(false)
    }
    const timer = setTimeout(() => {
      deadline.removeEventListener('abort', stop)
      resolve(true)
    }, ms)
    deadline.addEventListener('abort', stop, { once: true })
  })
}

/** An address that is none is a mistake of the program, not a silence of the other side. */
function isOurMistake(url: string): boolean {
  return !URL.canParse(url) || !['http:', 'https:'].includes(new URL(url).protocol)
}
