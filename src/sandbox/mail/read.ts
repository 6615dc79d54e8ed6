/** A caught mail, as far as the catcher reads it. */
export type ReadMail = { subject: string; to: string; from: string; text: string }

/** Reads subject, addresses and the first plain text of a message (RFC 5322, 2045, 2047), enough for a sample's mailbox. */
export function readMail(raw: string): ReadMail {
  const { headers, body } = split(raw)
  const header = (name: string) => words(headers.get(name) ?? '')
  return { subject: header('subject'), to: header('to'), from: header('from'), text: plainText(headers, body).trim() }
}

type Part = { headers: Map<string, string>; body: string }

function split(raw: string): Part {
  const text = raw.replace(/\r\n/g, '\n')
  const end = text.indexOf('\n\n')
  const head = end < 0 ? text : text.slice(0, end)
  const headers = new Map<string, string>()
  for (const line of head.replace(/\n[ \t]+/g, ' ').split('\n')) {
    const colon = line.indexOf(':')
    if (colon > 0) headers.set(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim())
  }
  return { headers, body: end < 0 ? '' : text.slice(end + 2) }
}

function plainText(headers: Map<string, string>, body: string, depth = 0): string {
  const type = headers.get('content-type') ?? 'text/plain'
  const boundary = /boundary="?([^";]+)"?/i.exec(type)?.[1]
  if (boundary !== undefined && depth < 5) {
    const parts = body
      .split(`--${boundary}`)
      .slice(1, -1)
      .map((part) => split(part.replace(/^\n/, '')))
    return parts.map((part) => plainText(part.headers, part.body, depth + 1)).find(Boolean) ?? ''
  }
  if (!/^text\/plain/i.test(type)) return ''
  return decoded(body, (headers.get('content-transfer-encoding') ?? '').toLowerCase())
}

function decoded(body: string, encoding: string): string {
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString('utf8')
  if (encoding === 'quoted-printable') return fromQuoted(body.replace(/=\n/g, ''))
  return Buffer.from(body, 'latin1').toString('utf8')
}

/** Encoded words, `=?utf-8?B?…?=` and `=?utf-8?Q?…?=`, in a header. */
function words(header: string): string {
  const joined = header.replace(/\?=\s+=\?/g, '?==?')
  return joined.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_whole, kind: string, text: string) =>
    kind.toLowerCase() === 'b' ? Buffer.from(text, 'base64').toString('utf8') : fromQuoted(text.replace(/_/g, ' ')),
  )
}

function fromQuoted(text: string): string {
  const bytes = text.replace(/=([0-9a-f]{2})/gi, (_whole, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
