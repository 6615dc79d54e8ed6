import { fill } from './fill.ts'

/**
 * Sends a chosen file at once and in pieces, so that a bad line loses at most one piece; without this script the file travels with its form.
 * The doors below the address in `data-send-to` (each with the form's token in `x-form-token`):
 *
 *     POST  {to}              { field, name, size }                     201 { upload }
 *     GET   {to}/{upload}                                               200 { received }
 *     PATCH {to}/{upload}     bytes; header upload-offset               200 { received } · 409: the offset differs
 *     POST  {to}/{upload}/xong                                          200
 *
 * Any other answer ends the sending; its `detail` is shown. What to say comes with the field (`data-say-…`).
 */
export function sendInPieces(): void {
  for (const input of document.querySelectorAll<HTMLInputElement>('input[type=file][data-send-to]')) watch(input)
}

const pieceLength = 512 * 1024
const waits = [1, 2, 4, 8, 15, 30]

/** The server said no, in words for the reader. */
class Refused extends Error {}

/** The server has more or less than was thought (a browser repeats by itself what a dead connection swallowed): ask, and go on. */
class Behind extends Error {}

function watch(input: HTMLInputElement): void {
  const status = document.createElement('p')
  status.className = 'lt-live-help'
  status.setAttribute('role', 'status')
  input.after(status)
  const { form } = input
  let sending: Promise<void> | undefined
  input.addEventListener('change', () => {
    if (!input.files?.length) return
    sending = sendAll(input, [...input.files], (text, arrived = false) => {
      status.textContent = text
      status.classList.toggle('lt-live-help--done', arrived)
    }).finally(() => {
      sending = undefined
    })
  })
  // The form goes on when the files have arrived.
  form?.addEventListener(
    'submit',
    (event) => {
      if (!sending) return
      event.preventDefault()
      event.stopImmediatePropagation()
      const { submitter } = event
      sending.then(() => form.requestSubmit(submitter instanceof HTMLElement ? submitter : null))
    },
    { capture: true },
  )
}

type Say = (text: string, arrived?: boolean) => void

async function sendAll(input: HTMLInputElement, files: File[], say: Say): Promise<void> {
  const { name, dataset } = input
  // What is sent here must not travel a second time with the form.
  input.removeAttribute('name')
  const done: string[] = []
  try {
    for (const file of files) {
      await sendFile(input, name, file, say)
      done.push(file.name)
    }
    input.value = ''
    say(fill(dataset.sayDone, { file: done.join(', ') }), true)
  } catch (error) {
    input.value = ''
    say(error instanceof Refused ? error.message : fill(dataset.sayFailed, {}))
  } finally {
    input.name = name
  }
}

async function sendFile(input: HTMLInputElement, field: string, file: File, say: Say): Promise<void> {
  const to = input.dataset.sendTo ?? ''
  const token = input.form?.querySelector<HTMLInputElement>('input[name=_csrf]')?.value ?? ''
  const ask = (path: string, init: RequestInit) => answerOf(`${to}${path}`, init, token)
  const told = JSON.stringify({ field, name: file.name, size: file.size })
  const { upload } = await ask('', { method: 'POST', body: told, headers: { 'content-type': 'application/json' } })
  let received = 0
  let failures = 0
  while (received < file.size) {
    say(fill(input.dataset.saySending, { file: file.name, percent: Math.floor((received / file.size) * 100) }))
    try {
      if (failures > 0) received = Number((await ask(`/${upload}`, { method: 'GET' })).received)
      const body = file.slice(received, received + pieceLength)
      const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(received) }
      received = Number((await ask(`/${upload}`, { method: 'PATCH', body, headers })).received)
      failures = 0
    } catch (error) {
      const wait = waits[failures]
      if (error instanceof Refused || wait === undefined) throw error
      failures += 1
      if (error instanceof Behind) continue
      say(fill(input.dataset.sayWaiting, { file: file.name }))
      await lineIsBack(wait * 1000)
    }
  }
  await ask(`/${upload}/xong`, { method: 'POST' })
}

/** @throws Refused · Behind · any other error, which may pass */
async function answerOf(address: string, init: RequestInit, token: string): Promise<Record<string, unknown>> {
  const headers = { accept: 'application/json', 'x-form-token': token, 'idempotency-key': key(), ...init.headers }
  const response = await fetch(address, { ...init, headers, credentials: 'same-origin' })
  const answer: Record<string, unknown> = await response.json().catch(() => ({}))
  if (response.ok) return answer
  if (response.status === 409) throw new Behind()
  const passes = response.status === 429 || response.status >= 500
  throw passes ? new Error(String(response.status)) : new Refused(String(answer.detail ?? answer.title ?? response.status))
}

function key(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** Waits, but no longer than until the device says that it is online again. */
function lineIsBack(ms: number): Promise<void> {
  return new Promise((go) => {
    const timer = setTimeout(done, ms)
    function done() {
      clearTimeout(timer)
      removeEventListener('online', done)
      go()
    }
    addEventListener('online', done)
  })
}
