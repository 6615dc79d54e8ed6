import { createServer } from 'node:net'
import type { TestContext } from 'node:test'

/** How the double misbehaves: not at all, silent for ever, hanging up, or over its own size limit. */
export type ClamdMood = 'well' | 'silent' | 'hangs-up' | 'size-limit'

/** Names what is in the bytes, or undefined when nothing is. */
export type Find = (bytes: Buffer) => string | undefined | Promise<string | undefined>

/** Plays clamd's INSTREAM on a loopback port: whatever contains the word is malware, or whatever the given scanner finds. */
export async function clamdDouble(
  t: Pick<TestContext, 'after'>,
  bad: string | Find,
  mood: ClamdMood = 'well',
): Promise<{ host: string; port: number }> {
  const find: Find = typeof bad === 'string' ? (bytes) => (bytes.includes(bad) ? 'Sample.Word.UNOFFICIAL' : undefined) : bad
  const server = createServer((socket) => {
    let held = Buffer.alloc(0)
    socket.on('error', () => {})
    if (mood === 'hangs-up') {
      socket.destroy()
      return
    }
    socket.on('data', (data: Buffer) => {
      held = Buffer.concat([held, data])
      if (mood === 'silent') return
      if (mood === 'size-limit' && held.length > 1000) {
        socket.end('INSTREAM size limit exceeded. ERROR\0')
        return
      }
      const sent = streamed(held)
      if (sent === undefined) return
      Promise.resolve(find(sent)).then(
        (found) => socket.end(found === undefined ? 'stream: OK\0' : `stream: ${found} FOUND\0`),
        () => socket.destroy(),
      )
    })
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  t.after(() => {
    server.close()
  })
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { host: '127.0.0.1', port: address.port }
}

/** Everything that was sent, once the empty chunk has come. */
function streamed(held: Buffer): Buffer | undefined {
  const command = 'zINSTREAM\0'
  if (held.length < command.length || held.toString('latin1', 0, command.length) !== command) return undefined
  const chunks: Buffer[] = []
  for (let at = command.length; at + 4 <= held.length; ) {
    const length = held.readUInt32BE(at)
    if (length === 0) return Buffer.concat(chunks)
    chunks.push(held.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return undefined
}
