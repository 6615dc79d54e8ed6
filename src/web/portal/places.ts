import { directoryOn, findArea, shortUnitName } from '#modules/directory'
import { communeNames } from '#modules/dossiers'
import type { Naming } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Language } from '#platform/i18n'
import { fold } from '#platform/text'

/** A commune of today as a reader knows it. */
export type Named = { readonly code: string; readonly name: string; readonly unit: string }

/** What a typed place may mean: one commune, several to choose from, or none. */
export type Meant = { readonly one?: Named; readonly several: readonly Named[] }

const most = 8

/** The communes of today, by the names that people read in lists: "Phường Kinh Bắc". */
export async function communesToday(ctx: Ctx): Promise<Named[]> {
  const directory = await directoryOn(ctx)
  const today = localDate(ctx.now)
  return directory.communes().map((unit) => ({ code: unit.code, name: shortUnitName(unit, today), unit: unit.id }))
}

/**
 * Understands a commune as somebody writes it: today's name, or the ward, commune or district of before, with or without accents. One
 * answer is taken when the name is exact, not split and not that of a former district; otherwise the reader chooses.
 */
export async function meantBy(ctx: Ctx, typed: string): Promise<Meant> {
  const communes = await communesToday(ctx)
  const exact = communes.filter((one) => fold(one.name) === fold(typed))
  if (exact.length === 1 && exact[0]) return { one: exact[0], several: [] }
  const found = await findArea(ctx, typed, most)
  const several = found.flatMap(({ commune }) => communes.find((one) => one.code === commune.code) ?? [])
  const [first, second] = found
  // "yen phong" is a commune of today and was a district of many: only the reader knows which is meant.
  const wasDistrict = found.some(({ by }) => by === 'oldDistrict')
  const sure = first !== undefined && !first.mustChoose && (second === undefined || (isBare(first.commune.name, typed) && !wasDistrict))
  const one = sure ? several[0] : undefined
  return one === undefined ? { several } : { one, several: [] }
}

function isBare(name: string, typed: string): boolean {
  return fold(name) === fold(typed)
}

/** What `valueText` must know about this install; files by their names. */
export async function namingFor(ctx: Ctx, language: Language, files: ReadonlyMap<string, string> = new Map()): Promise<Naming> {
  const names = communeNames(await directoryOn(ctx), localDate(ctx.now))
  return { language, communeName: (code) => names.get(code), fileName: (id) => files.get(id) }
}
