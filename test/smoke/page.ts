/** Reading pages as a machine without script does: their forms, links and text. Knows HTML and nothing of the product. */

/** A form as it stands: where it goes, what is in it already, and which answers it offers. */
export type Form = {
  action: string
  method: string
  isMultipart: boolean
  fields: Map<string, string[]>
  /** Offered values by field: radios, checkboxes, lists and buttons. */
  offers: Map<string, { value: string; label: string }[]>
  /** Every name that the form can send, files and buttons included. */
  names: Set<string>
  text: string
}

export function formsIn(html: string): Form[] {
  return [...html.matchAll(/<form([^>]*)>(.*?)<\/form>/gs)].map(([, attributes = '', inside = '']) => formOf(attributes, inside))
}

function formOf(attributes: string, inside: string): Form {
  const form: Form = {
    action: attribute(attributes, 'action') ?? '',
    method: (attribute(attributes, 'method') ?? 'get').toUpperCase(),
    isMultipart: attribute(attributes, 'enctype') === 'multipart/form-data',
    fields: new Map(),
    offers: new Map(),
    names: new Set([...inside.matchAll(/\sname="([^"]+)"/g)].map(([, name = '']) => plain(name))),
    text: textOf(inside),
  }
  for (const [, tag = ''] of inside.matchAll(/<input([^>]*)>/g)) readInput(form, tag, inside)
  for (const [, tag = '', text = ''] of inside.matchAll(/<button([^>]*)>(.*?)<\/button>/gs)) {
    const name = attribute(tag, 'name')
    if (name !== undefined) offer(form, name, attribute(tag, 'value') ?? '', textOf(text))
  }
  for (const [, tag = '', text = ''] of inside.matchAll(/<textarea([^>]*)>(.*?)<\/textarea>/gs))
    put(form, attribute(tag, 'name'), plain(text))
  for (const [, tag = '', options = ''] of inside.matchAll(/<select([^>]*)>(.*?)<\/select>/gs))
    readSelect(form, attribute(tag, 'name'), options)
  return form
}

function readInput(form: Form, tag: string, inside: string): void {
  const name = attribute(tag, 'name')
  const type = attribute(tag, 'type') ?? 'text'
  const value = attribute(tag, 'value') ?? (type === 'checkbox' ? 'on' : '')
  if (name === undefined || type === 'file' || type === 'submit') return
  const isChoice = type === 'radio' || type === 'checkbox'
  if (isChoice) offer(form, name, value, labelOf(inside, attribute(tag, 'id')))
  if (!isChoice || /\schecked(\s|=|$)/.test(tag)) put(form, name, value)
}

function readSelect(form: Form, name: string | undefined, options: string): void {
  if (name === undefined) return
  const all = [...options.matchAll(/<option([^>]*)>(.*?)<\/option>/gs)]
  for (const [, tag = '', text = ''] of all) offer(form, name, attribute(tag, 'value') ?? plain(text), plain(text))
  const chosen = all.find(([, tag = '']) => /\sselected(\s|=|$)/.test(tag)) ?? all[0]
  put(form, name, chosen === undefined ? '' : (attribute(chosen[1] ?? '', 'value') ?? ''))
}

function put(form: Form, name: string | undefined, value: string): void {
  if (name !== undefined) form.fields.set(name, [...(form.fields.get(name) ?? []), value])
}

function offer(form: Form, name: string, value: string, label: string): void {
  form.offers.set(name, [...(form.offers.get(name) ?? []), { value, label }])
}

function labelOf(html: string, id: string | undefined): string {
  const found =
    id === undefined
      ? undefined
      : new RegExp(`<label[^>]*for="${id.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&')}"[^>]*>(.*?)</label>`, 's').exec(html)
  return textOf(found?.[1] ?? '')
}

/** Links of a page: where they lead and what they say. */
export function linksIn(html: string): { href: string; text: string }[] {
  return [...html.matchAll(/<a([^>]*)>(.*?)<\/a>/gs)].map(([, tag = '', inside = '']) => ({
    href: attribute(tag, 'href') ?? '',
    text: textOf(inside),
  }))
}

/** What a reader sees, on one line. */
export function textOf(html: string): string {
  return plain(html.replace(/<(script|style|head)[^>]*>.*?<\/\1>/gs, ' ').replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim()
}

function attribute(tag: string, name: string): string | undefined {
  const [, value] = new RegExp(`(?:^|\\s)${name}="([^"]*)"`, 'i').exec(tag) ?? []
  return value === undefined ? undefined : plain(value)
}

function plain(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: ' ' }
  return text.replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (whole, name: string) => signs[name] ?? whole)
}
