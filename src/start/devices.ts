import type { Means } from '#modules/dossiers'
import { tokenSigner } from '#modules/signing'
import { type ClamdAddress, clamdScanner, type Scanner } from '#platform/files'

/** The scanner at `host:port` or at a socket path; undefined where none is configured. */
export function scannerAt(address: string | undefined): Scanner | undefined {
  if (address === undefined) return undefined
  const [host = '', port = ''] = address.split(':')
  const where: ClamdAddress = address.startsWith('/') ? { path: address } : { host, port: Number(port) }
  return clamdScanner(where)
}

/** Keys on a token: their label in the directory is `token/key`. Opened at the first signature and kept. */
export function deviceOf({ module, pin }: { module: string; pin: string }): NonNullable<Means['device']> {
  const open = new Map<string, ReturnType<typeof tokenSigner>>()
  return async ({ label, ...certificate }) => {
    const [token = '', key = ''] = label.split('/')
    const known = open.get(label) ?? tokenSigner({ library: module, token, key, pin, ...certificate })
    open.set(label, known)
    // A token that was pulled out is asked again next time.
    return known.catch(() => {
      open.delete(label)
      return undefined
    })
  }
}
