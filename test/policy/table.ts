import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Column, columns } from './world.ts'

/** What policy.txt expects: `+` 2xx or 303 · `-` 403 or 404 · `.` the column says nothing here · `?` the door opens, and asks for more. */
export type Sign = '+' | '-' | '.' | '?'
export type Line = { method: string; path: string; signs: Readonly<Record<Column, Sign>> }

/** Reads the hand-written table. @throws for a line that is not of its form, and for a route that stands in it twice */
export function readPolicy(): Map<string, Line> {
  const lines = readFileSync(join(import.meta.dirname, '..', 'policy.txt'), 'utf8').split('\n')
  const found = new Map<string, Line>()
  for (const [index, text] of lines.entries()) {
    if (text.trim() === '' || text.startsWith('#')) continue
    const [, method = '', path = '', row = ''] = /^([A-Z]+) +(\S+) +([-+.?](?: [-+.?])*) *$/.exec(text) ?? []
    const signs = row.split(' ').filter(Boolean)
    if (signs.length !== columns.length) throw new Error(`policy.txt:${index + 1}: ${signs.length} signs, not ${columns.length}: ${text}`)
    const key = `${method} ${path}`
    if (found.has(key)) throw new Error(`policy.txt:${index + 1}: ${key} stands there twice`)
    found.set(key, { method, path, signs: Object.fromEntries(columns.map((column, at) => [column, signs[at]])) as Line['signs'] })
  }
  return found
}

/** Whether an answer is what a sign says. */
export function fits(sign: Sign, status: number): boolean {
  if (sign === '.') return true
  if (sign === '-') return status === 403 || status === 404
  const isThrough = (status >= 200 && status < 300) || status === 303
  return sign === '+' ? isThrough : status !== 403 && status !== 404 && status < 500
}
