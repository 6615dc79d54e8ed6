import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Everything that the authorities must remember over a restart. */
export type Memory = {
  root: Authority
  issuing: Authority
  stamper: Authority
  responder: Authority
  issued: { serial: string; subject: string; kind: string }[]
  revoked: { serial: string; at: string }[]
}
export type Authority = { certificatePem: string; keyPem: string }

/** Reads the memory from a folder; undefined when there is none yet. */
export function remembered(dir: string): Memory | undefined {
  try {
    return JSON.parse(readFileSync(join(dir, 'pki.json'), 'utf8'))
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}

/** Writes the memory whole, readable by its owner alone, and puts the root certificate beside it. */
export function remember(dir: string, memory: Memory): void {
  mkdirSync(dir, { recursive: true, mode: 0o700 })
  const path = join(dir, 'pki.json')
  writeFileSync(`${path}.new`, JSON.stringify(memory, null, 2), { mode: 0o600 })
  renameSync(`${path}.new`, path)
  writeFileSync(join(dir, 'root.crt'), memory.root.certificatePem)
}
