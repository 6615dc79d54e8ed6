import { connect, type Socket } from 'node:net'

export type Reply = { status: number; location: string | undefined; head: string; bytes: number }

export type Asked = { method: 'GET' | 'POST'; path: string; headers: Record<string, string>; body?: string }

/**
 * One kept-alive HTTP connection that asks one thing after another. It costs little processor time, since those who ask share the
 * machine with what is measured.
 */
export class Wire {
  private readonly host: string
  private readonly socket: Socket
  private held: Buffer = Buffer.alloc(0)
  private waiting: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | undefined

  constructor(port: number) {
    this.host = `localhost:${port}`
    this.socket = connect({ port, host: '127.0.0.1', noDelay: true })
    this.socket.on('data', (bytes) => this.take(bytes))
    this.socket.on('error', (error) => this.fail(error))
    this.socket.on('close', () => this.fail(new Error('the connection was closed')))
  }

  ask({ method, path, headers, body = '' }: Asked): Promise<Reply> {
    const lines = [
      `${method} ${path} HTTP/1.1`,
      `host: ${this.host}`,
      ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ]
    if (method === 'POST') lines.push('content-type: application/x-www-form-urlencoded', `content-length: ${Buffer.byteLength(body)}`)
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject }
      this.socket.write(`${lines.join('\r\n')}\r\n\r\n${body}`)
    })
  }

  end(): void {
    this.socket.removeAllListeners('close')
    this.socket.end()
  }

  private fail(error: Error): void {
    this.waiting?.reject(error)
    this.waiting = undefined
  }

  private take(bytes: Buffer): void {
    this.held = this.held.length === 0 ? bytes : Buffer.concat([this.held, bytes])
    const gap = this.held.indexOf('\r\n\r\n')
    if (gap < 0) return
    const head = this.held.toString('latin1', 0, gap)
    const length = Number(/\r\ncontent-length: (\d+)/i.exec(head)?.[1] ?? Number.NaN)
    if (Number.isNaN(length)) {
      this.fail(new Error(`an answer of unknown length: ${head}`))
      return
    }
    if (this.held.length < gap + 4 + length) return
    this.held = this.held.subarray(gap + 4 + length)
    const { waiting } = this
    this.waiting = undefined
    waiting?.resolve({ status: Number(head.slice(9, 12)), location: /\r\nlocation: (\S+)/i.exec(head)?.[1], head, bytes: gap + 4 + length })
  }
}
