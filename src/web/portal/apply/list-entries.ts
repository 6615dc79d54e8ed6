import type { Procedure, Raw } from '#modules/procedures'

/** What a page sent, after the buttons that add an entry to a list or take one away; `goTo` is where the reader goes on then. */
export type WithEntries = { readonly raw: Raw; readonly goTo?: string }

/** Adding and taking away are buttons of the form itself: everything typed is stored, then the page is shown with one entry more or less. */
export function withEntries({ fields }: Pick<Procedure, 'fields'>, raw: Raw): WithEntries {
  const [added, removed] = [raw._them, raw._xoa]
  if (typeof added === 'string') {
    const field = fields[added]
    const next = entriesSent(raw, added)
    if (field?.kind !== 'list' || next >= field.most) return { raw }
    return { raw: { ...raw, [`${added}.${next}.${field.order[0] ?? ''}`]: '' }, goTo: `${added}-${next}` }
  }
  const [, list = '', at = ''] = typeof removed === 'string' ? (/^(\w+)\.(\d{1,3})$/.exec(removed) ?? []) : []
  if (fields[list]?.kind !== 'list') return { raw }
  const kept = Object.entries(raw).filter(([name]) => !name.startsWith(`${list}.${at}.`))
  return { raw: Object.fromEntries(kept), goTo: list }
}

/** One more than the highest place that was sent. */
function entriesSent(raw: Raw, list: string): number {
  const places = Object.keys(raw).flatMap((name) => (name.startsWith(`${list}.`) ? [Number(name.split('.')[1])] : []))
  return Math.max(-1, ...places.filter(Number.isInteger)) + 1
}
