import { createHmac } from 'node:crypto'
import { epochMs, type Instant } from '#platform/clock'
import { sameText } from '#platform/http'
import type { Language } from '#platform/i18n'
import { newRandomKey } from '#platform/id'
import type { Keyring } from '#platform/keys'
import { numberInWords } from '#platform/text'

/** A sum to do, in words, and the token that comes back with the answer. The answer is nowhere on the page. */
export type Challenge = { readonly a: string; readonly b: string; readonly token: string }

const openForMs = 15 * 60_000

/** A small sum, told in words: easy for a person without script, a nuisance for a machine. Five tries an hour do the rest. */
export function newChallenge(keys: Keyring, now: Instant, lang: Language): Challenge {
  const open = `${epochMs(now) + openForMs}.${newRandomKey()}`
  const { a, b } = sumOf(keys, open)
  return { a: said(a, lang), b: said(b, lang), token: `${open}.${signed(keys, open)}` }
}

/** Whether the answer is that of the sum that was asked, while its page is not too old. */
export function isAnswered(keys: Keyring, token: string, answer: string, now: Instant): boolean {
  const [until = '', nonce = '', signature = '', ...more] = token.split('.')
  const open = `${until}.${nonce}`
  if (more.length > 0 || !sameText(signature, signed(keys, open)) || !(Number(until) >= epochMs(now))) return false
  const { a, b } = sumOf(keys, open)
  return answer.trim() === String(a + b)
}

function signed(keys: Keyring, open: string): string {
  return createHmac('sha256', keys.lookUpKey('challenge', 'sign')).update(open).digest('base64url')
}

/** The numbers follow from the token under a key of ours: nothing is kept, and nobody reads them off the token. */
function sumOf(keys: Keyring, open: string): { a: number; b: number } {
  const bytes = createHmac('sha256', keys.lookUpKey('challenge', 'sum')).update(open).digest()
  return { a: 2 + ((bytes[0] ?? 0) % 9), b: 2 + ((bytes[1] ?? 0) % 9) }
}

const english = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

function said(number: number, lang: Language): string {
  const text = lang === 'vi' ? numberInWords(number) : (english[number] ?? String(number))
  return text.charAt(0).toLocaleUpperCase(lang) + text.slice(1)
}
