import { connect, type Socket } from 'node:net'

/** What a malware scanner says. `unscanned`: it could not be asked, and why. */
export type Scan = { verdict: 'clean' } | { verdict: 'malware'; name: string } | { verdict: 'unscanned'; reason: string }

export type Scanner = (bytes: Uint8Array) => Promise<Scan>

/** Where clamd listens: a Unix socket or a TCP address. */
export type ClamdAddress = { path: string } | { host: string; port: number }

const chunkLength = 65_536
const longestAnswer = 4096

/**
 * Asks clamd over its INSTREAM command (clamd(8)): chunks with a length before each, an empty one at the end, one line back.
 * A scanner that is silent, away or overwhelmed never stops anybody: the file is then marked as not scanned and scanned later.
 * @param withinMs longest silence before it counts as away
 */
export function clamdScanner(address: ClamdAddress, withinMs = 60_000): Scanner {
  return async (bytes) => {
    try {
      return verdictOf(await answerOf(address, bytes, withinMs))
    } catch (error) {
      return { verdict: 'unscanned', reason: error instanceof Error ? error.message : 'unknown' }
    }
  }
}

function answerOf(address: ClamdAddress, bytes: Uint8Array, withinMs: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket: Socket = connect(address)
    let answer = ''
    socket.setTimeout(withinMs, () => socket.destroy(new Error('scanner did not answer in time')))
    // An answer may come before everything was sent (a size limit), then the connection is closed under us.
    socket.on('error', (error) => (answer.includes('\0') ? resolve(answer) : reject(error)))
    socket.on('close', () => (answer.length > 0 ? resolve(answer) : reject(new Error('scanner hung up'))))
    socket.setEncoding('latin1').on('data', (text: string) => {
      answer += text
      if (answer.includes('\0') || answer.length > longestAnswer) socket.end()
    })
    socket.on('connect', () => void send(socket, bytes))
  })
}

async function send(socket: Socket, bytes: Uint8Array): Promise<void> {
  socket.write('zINSTREAM\0')
  for (let at = 0; at < bytes.length && socket.writable; at += chunkLength) {
    const chunk = bytes.subarray(at, at + chunkLength)
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await drained(socket)
  }
  if (socket.writable) socket.write(Buffer.alloc(4))
}

function drained(socket: Socket): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      socket.off('drain', done).off('close', done)
      resolve()
    }
    socket.on('drain', done).on('close', done)
  })
}

function verdictOf(answer: string): Scan {
  const line = answer.split('\0')[0]?.trim() ?? ''
  if (/^stream: OK$/.test(line)) return { verdict: 'clean' }
  const found = /^stream: (.{1,200}) FOUND$/.exec(line)?.[1]
  return found === undefined ? { verdict: 'unscanned', reason: line.slice(0, 200) } : { verdict: 'malware', name: found }
}
