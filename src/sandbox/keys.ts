import { generateKeyPairSync, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What others may know of a signing key, as JWK. */
export type OpenKey = { kty: string; crv: string; x: string; y: string; kid: string }
type PrivateJwk = OpenKey & { d: string }

/** Test keys of the played systems, made once and kept in the sandbox's folder; without a folder they live as long as the process. */
export type KeyStore = {
  signing: (name: string) => PrivateJwk
  secret: (name: string) => string
}

export function keyStore(dir: string | undefined): KeyStore {
  const kept = new Map<string, string>()
  const once = (name: string, make: () => string): string => {
    const found = kept.get(name) ?? read(dir, name) ?? write(dir, name, make())
    kept.set(name, found)
    return found
  }
  return {
    signing: (name) => JSON.parse(once(`${name}.jwk.json`, () => JSON.stringify(newSigningKey(name)))),
    secret: (name) => once(`${name}.secret`, () => randomBytes(32).toString('base64url')),
  }
}

function newSigningKey(name: string): PrivateJwk {
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { kty = '', crv = '', x = '', y = '', d = '' } = privateKey.export({ format: 'jwk' })
  return { kty, crv, x, y, d, kid: `${name}-${randomBytes(6).toString('hex')}` }
}

export function publicPart({ d: _private, ...open }: PrivateJwk): OpenKey {
  return open
}

function read(dir: string | undefined, name: string): string | undefined {
  if (!dir || !existsSync(join(dir, name))) return undefined
  return readFileSync(join(dir, name), 'utf8')
}

function write(dir: string | undefined, name: string, content: string): string {
  if (dir) {
    mkdirSync(dir, { recursive: true, mode: 0o700 })
    // Whole or not at all: a program killed here must find a key or none at its next start.
    const draft = join(dir, `${name}.${process.pid}`)
    writeFileSync(draft, content, { mode: 0o600 })
    renameSync(draft, join(dir, name))
  }
  return content
}
