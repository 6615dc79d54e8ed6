import { catalogueToday, type Found, findLifeEvent, type LifeEvent, search } from '#modules/finding'
import type { Ctx } from '#platform/act'
import { compareVietnamese } from '#platform/text'

/** What somebody asked of the list: words, what happened, and by what it is narrowed. Everything stands in the address. */
export type Asked = {
  readonly q: string
  readonly event: LifeEvent | undefined
  readonly area: string
  readonly level: '' | 'commune' | 'province' | 'ministry'
  readonly where: '' | 'online' | 'counter' | 'elsewhere'
  readonly page: number
}

export const inAddress = { q: 'q', event: 'viec', area: 'linh-vuc', level: 'cap', where: 'noi', page: 'trang', all: 'tat-ca' } as const
export const pageLength = 20

export type Shown = {
  readonly asked: Asked
  /** Nothing was asked: the page shows ways in instead of a list. */
  readonly isFront: boolean
  readonly found: readonly Found[]
  readonly count: number
  readonly areas: readonly { readonly name: string; readonly count: number }[]
  readonly online: readonly Found[]
}

const levels = ['commune', 'province', 'ministry'] as const
const places = ['online', 'counter', 'elsewhere'] as const

export function askedIn(query: unknown): Asked & { readonly all: boolean } {
  const given = typeof query === 'object' && query !== null ? (query as Readonly<Record<string, unknown>>) : {}
  const said = (name: string, most = 200) => {
    const value = given[name]
    return typeof value === 'string' ? value.trim().slice(0, most) : ''
  }
  const page = Number(said(inAddress.page))
  return {
    q: said(inAddress.q),
    event: findLifeEvent(said(inAddress.event)),
    area: said(inAddress.area, 400),
    level: levels.find((one) => one === said(inAddress.level)) ?? '',
    where: places.find((one) => one === said(inAddress.where)) ?? '',
    page: Number.isInteger(page) && page > 1 && page < 1_000 ? page : 1,
    all: said(inAddress.all) !== '',
  }
}

/** What the list shows for what was asked. Words give their order, a life event its own; otherwise ours first, then by name. */
export async function shown(ctx: Ctx, query: unknown): Promise<Shown> {
  const { all, ...asked } = askedIn(query)
  const catalogue = await catalogueToday(ctx)
  const isFront = !all && asked.q === '' && asked.event === undefined && asked.area === '' && asked.level === '' && asked.where === ''
  const base = await inOrder(ctx, asked)
  const found = base.filter(
    (one) =>
      (asked.area === '' || one.area === asked.area) &&
      (asked.level === '' || one.levels.includes(asked.level)) &&
      (asked.where === '' || one.where === asked.where),
  )
  const from = (asked.page - 1) * pageLength
  return {
    asked,
    isFront,
    found: isFront ? [] : found.slice(from, from + pageLength),
    count: found.length,
    areas: areasOf(catalogue.all),
    online: catalogue.all.filter(({ where }) => where === 'online').sort(byName),
  }
}

async function inOrder(ctx: Ctx, { q, event }: Asked): Promise<Found[]> {
  if (q !== '') return search(ctx, q)
  const { all, byCode } = await catalogueToday(ctx)
  if (event !== undefined) return event.codes.flatMap((code) => byCode.get(code) ?? [])
  return [...all].sort((a, b) => places.indexOf(a.where) - places.indexOf(b.where) || byName(a, b))
}

const byName = (a: Found, b: Found) => compareVietnamese(a.name.vi, b.name.vi)

/** Fields of law with something of ours in them first, each with its count. */
function areasOf(all: readonly Found[]): { name: string; count: number }[] {
  const counts = new Map<string, { ours: number; count: number }>()
  for (const { area, where } of all) {
    const so = counts.get(area) ?? { ours: 0, count: 0 }
    counts.set(area, { ours: so.ours + (where === 'elsewhere' ? 0 : 1), count: so.count + 1 })
  }
  return [...counts]
    .sort(([a, x], [b, y]) => Number(y.ours > 0) - Number(x.ours > 0) || compareVietnamese(a, b))
    .map(([name, { count }]) => ({ name, count }))
}

/** The address of the list, with something changed. */
export function listHref(asked: Asked, change: Partial<Record<keyof typeof inAddress, string>>): string {
  const now = {
    q: asked.q,
    event: asked.event?.id ?? '',
    area: asked.area,
    level: asked.level,
    where: asked.where,
    page: asked.page > 1 ? String(asked.page) : '',
  }
  const parts = Object.entries({ ...now, ...change }).filter(([, value]) => value !== '')
  const query = new URLSearchParams(parts.map(([name, value]) => [inAddress[name as keyof typeof inAddress], value]))
  return query.size === 0 ? '/thu-tuc' : `/thu-tuc?${query}`
}
