import type { InjectOptions } from 'fastify'
import { between, type Chance, oneOf } from './chance.ts'

/** Texts with which programs were broken before: bytes that end a string, letters that are none, numbers out of range, tricks of paths. */
export const hostileTexts = [
  '',
  '\u0000',
  'a\u0000b',
  '\ud800',
  '\uffff',
  '\u202e\u200b\ufeff',
  'Nguyễn\r\nSet-Cookie: x=1',
  "' or 1=1; drop table work_item; --",
  '<script>alert(1)</script>',
  '\u0024{7*7}{{7*7}}',
  '../../../../etc/passwd',
  '..%2f..%2f..%2fetc%2fpasswd',
  '%00',
  '%',
  '%F0%28%8C%28',
  '__proto__',
  'constructor',
  'toString',
  '-1',
  '0',
  '1e309',
  'NaN',
  '99999999999999999999999999',
  '2026-02-30',
  '0000-00-00',
  '999999-12-31T00:00:00Z',
  '00000000-0000-0000-0000-000000000000',
  'ffffffff-ffff-ffff-ffff-ffffffffffff',
  '\\',
  '"',
  'x'.repeat(5000),
  'ắ'.repeat(3000),
] as const

const types = [
  'application/x-www-form-urlencoded',
  'application/json',
  'application/json; charset=utf-7',
  'multipart/form-data',
  'multipart/form-data; boundary=x',
  'application/offset+octet-stream',
  'application/pdf',
  'text/plain',
  'application/xml',
  'image/jpeg',
  'nonsense',
] as const

const headers = [
  'upload-offset',
  'idempotency-key',
  'x-form-token',
  'authorization',
  'accept-language',
  'x-forwarded-for',
  'range',
  'if-none-match',
]

/** An address of a route with hostile or known values in the places of its parameters. */
export function addressOf(pattern: string, chance: Chance, known: readonly string[]): string {
  const path = pattern.replace(/:\w+|\*/g, () => (chance() < 0.5 ? oneOf(chance, known) : anyEncoding(oneOf(chance, hostileTexts), chance)))
  return chance() < 0.4
    ? `${path}?${hostileForm(chance, ['ve', 'tim', 'q', 'trang', 'xong', 'sau', 'giay', 'tai', 'code', 'state'])}`
    : path
}

/** Encoded as a browser would, or as somebody types who means harm. */
function anyEncoding(text: string, chance: Chance): string {
  const isPlain = [...text].every((letter) => letter > ' ' && letter <= '~')
  if (chance() < 0.7 || !isPlain) return encodeURIComponent(text.toWellFormed()) || '%20'
  return text.replaceAll('?', '%3F').replaceAll('#', '%23')
}

export function hostileForm(chance: Chance, names: readonly string[]): string {
  const form = new URLSearchParams()
  for (let count = between(chance, 0, 6); count > 0; count -= 1) {
    const name = chance() < 0.15 ? oneOf(chance, hostileTexts) : oneOf(chance, names)
    form.append(name.slice(0, 200), oneOf(chance, hostileTexts))
  }
  return form.toString()
}

/** A body of some kind under a type that may or may not fit it, with headers that may or may not make sense. */
export function hostileRequest(method: string, url: string, chance: Chance, names: readonly string[], token: string): InjectOptions {
  const given: Record<string, string> = { accept: chance() < 0.5 ? 'text/html' : 'application/json', 'x-form-token': token }
  given['idempotency-key'] = `fuzz-${Math.floor(chance() * 1e9)}`
  for (const name of headers) if (chance() < 0.1) given[name] = headerText(chance)
  if (chance() < 0.2) given.cookie = `__Host-lt-phien=${headerText(chance)}; =; ;;;__Host-lt-khach=%E0%A4%A`
  if (method === 'GET' || method === 'HEAD') return { method, url, headers: given }
  given['content-type'] = chance() < 0.5 ? types[0] : oneOf(chance, types)
  return { method: method as 'POST', url, headers: given, payload: bodyFor(given['content-type'], chance, names, token) }
}

function headerText(chance: Chance): string {
  return oneOf(chance, hostileTexts)
    .replace(/[^\x20-\x7e]/g, '~')
    .slice(0, 2000)
}

function bodyFor(type: string, chance: Chance, names: readonly string[], token: string): string {
  const kind = chance() < 0.7 ? type : oneOf(chance, types)
  if (kind.startsWith('application/x-www'))
    return `${hostileForm(chance, names)}&_csrf=${token}&_key=fuzz-${Math.floor(chance() * 1e9)}&__proto__[x]=1`
  if (kind.startsWith('application/json')) return hostileJson(chance, names)
  if (kind.startsWith('multipart')) return hostileMultipart(chance, names, token)
  return oneOf(chance, hostileTexts)
}

function hostileJson(chance: Chance, names: readonly string[]): string {
  const value = () => oneOf<unknown>(chance, [null, [], {}, 1.5, -1, true, [[[]]], { toString: 1 }, ...hostileTexts])
  const object = Object.fromEntries(Array.from({ length: between(chance, 0, 5) }, () => [oneOf(chance, names), value()]))
  const text = JSON.stringify(object)
  return oneOf(chance, [
    text,
    text,
    text,
    '{"__proto__":{"x":1}}',
    '{"constructor":{"prototype":{"x":1}}}',
    '[',
    'null',
    '"text"',
    '['.repeat(20_000),
  ])
}

function hostileMultipart(chance: Chance, names: readonly string[], token: string): string {
  const part = (head: string, body: string) => `--x\r\nContent-Disposition: form-data; ${head}\r\n\r\n${body}\r\n`
  const file = `name="${oneOf(chance, names)}"; filename="${oneOf(chance, hostileTexts).replace(/["\r\n]/g, '')}"`
  const parts = [
    part('name="_csrf"', token),
    part(`name="${oneOf(chance, names)}"`, oneOf(chance, hostileTexts)),
    part(file, 'no paper at all'),
  ]
  const odd = [
    part('name="__proto__"', 'x'),
    part('', 'nameless'),
    '--x\r\n\r\n\r\n',
    '--x\r\nContent-Disposition: form-data; name="a',
    '\u0000',
  ]
  return [...parts, ...(chance() < 0.4 ? [oneOf(chance, odd)] : []), chance() < 0.8 ? '--x--\r\n' : ''].join('')
}
