import { createHash, createHmac } from 'node:crypto'

export type S3Access = { region: string; accessKey: string; secretKey: string }

/** What is signed: the address with its query, and the headers that the signature covers. */
export type ToSign = { method: string; url: URL; headers: Readonly<Record<string, string>>; bodyHash: string; at: string }

/**
 * The Authorization header of an S3 request (AWS Signature Version 4). The caller sends `headers` with it, `x-amz-date` and
 * `x-amz-content-sha256` among them.
 * @param at as in `x-amz-date`: 20261120T020000Z
 */
export function authorization(access: S3Access, { method, url, headers, bodyHash, at }: ToSign): string {
  const all = Object.entries({ host: url.host, ...headers }).map(([name, value]) => [name.toLowerCase(), value.trim()] as const)
  const sorted = all.sort(([one], [other]) => (one < other ? -1 : 1))
  const names = sorted.map(([name]) => name).join(';')
  const query = [...url.searchParams].map(([name, value]) => `${strict(name)}=${strict(value)}`).sort()
  const path = url.pathname.split('/').map((part) => strict(decodeURIComponent(part)))
  const lines = sorted.map(([name, value]) => `${name}:${value}\n`).join('')
  const request = [method, path.join('/'), query.join('&'), lines, names, bodyHash].join('\n')
  const scope = `${at.slice(0, 8)}/${access.region}/s3/aws4_request`
  const text = ['AWS4-HMAC-SHA256', at, scope, createHash('sha256').update(request).digest('hex')].join('\n')
  let key: Buffer = Buffer.from(`AWS4${access.secretKey}`)
  for (const part of scope.split('/')) key = hmac(key, part)
  return `AWS4-HMAC-SHA256 Credential=${access.accessKey}/${scope},SignedHeaders=${names},Signature=${hmac(key, text).toString('hex')}`
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}

/** RFC 3986: everything but letters, digits and -._~ is escaped. */
function strict(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
}
