/** One tag of an XML text, with the text that stood before it since the last one. */
export type Tag = {
  readonly name: string
  readonly attributes: string
  readonly ends: boolean
  readonly empty: boolean
  readonly before: string
}

/**
 * The tags of an XML text in their order; prefixes of names are left out. Declarations, comments and a document type are passed over, so
 * that an entity of somebody's own is never looked up.
 */
export function* tagsIn(xml: string): Generator<Tag> {
  let from = 0
  for (;;) {
    const start = xml.indexOf('<', from)
    if (start < 0) return
    const isAside = xml.startsWith('<!', start) || xml.startsWith('<?', start)
    const close = isAside ? endOfAside(xml, start) : xml.indexOf('>', start)
    if (close < 0) return
    if (!isAside) yield tagOf(xml.slice(start + 1, close), xml.slice(from, start))
    from = close + 1
  }
}

function endOfAside(xml: string, start: number): number {
  const mark = xml.startsWith('<!--', start) ? '-->' : xml.startsWith('<?', start) ? '?>' : '>'
  const end = xml.indexOf(mark, start)
  return end < 0 ? end : end + mark.length - 1
}

function tagOf(inside: string, before: string): Tag {
  const ends = inside.startsWith('/')
  const empty = inside.endsWith('/')
  const [, name = '', attributes = ''] = /^\/?(?:[^\s:/]*:)?([^\s/]+)([\s\S]*?)\/?$/.exec(inside) ?? []
  return { name, attributes, ends, empty, before }
}

/** An attribute by its name without prefix. */
export function attribute(attributes: string, name: string): string {
  const [, , value = ''] = new RegExp(`(^|[\\s:])${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes) ?? []
  return plainText(value)
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text with the five entities of XML and numbered letters put in; any other stays as it is written. */
export function plainText(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w{2,4}));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return named[name] ?? whole
    const code = hex !== undefined ? Number.parseInt(hex, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })
}
