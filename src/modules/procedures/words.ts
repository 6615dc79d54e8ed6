import type { Language, Message } from '#platform/i18n'

/** A text for people. Both languages are demanded by the type: a page in English is never half Vietnamese. */
export type Words = Message

export function words(vi: string, en: string): Words {
  return { vi, en }
}

/** Puts parameters into `{braces}`; a parameter that is not given stays visible, so that a test finds it. */
export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(params[name] ?? whole))
}

export function say(said: Words, language: Language, params: Readonly<Record<string, string | number>> = {}): string {
  return fill(said[language], params)
}
