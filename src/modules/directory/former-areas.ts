import { type Commune, type CommuneFound, communeFinder, type MergeKind, type OldWard } from '#modules/rules'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Pool } from '#platform/db'
import { type Directory, directoryOn } from './directory.ts'
import type { Unit } from './unit.ts'

const finders = new WeakMap<Pool, { directory: Directory; find: ReturnType<typeof communeFinder> }>()

/** A commune of today that answers a search, as a unit; `mustChoose` where an old ward was split among several. */
export type AreaFound = CommuneFound & { unit: Unit }

/**
 * Finds communes of today by their name or by that of the old ward, commune or district in which an address was written: without
 * accents, word by word, best answer first, at most `limit`.
 */
export async function findArea(ctx: Ctx, query: string, limit = 10): Promise<AreaFound[]> {
  const directory = await directoryOn(ctx)
  const kept = finders.get(ctx.pool)
  const find = kept?.directory === directory ? kept.find : await finderFor(ctx, directory)
  finders.set(ctx.pool, { directory, find })
  return find(query, limit).flatMap((found) => {
    const unit = directory.competentUnit(found.commune.code)
    return unit === undefined ? [] : [{ ...found, unit }]
  })
}

async function finderFor(ctx: Ctx, directory: Directory): Promise<ReturnType<typeof communeFinder>> {
  const rows = await ctx.db.selectFrom('former_area').selectAll().orderBy('old_code').execute()
  const province = directory.province().code
  const communes = directory.communes().map((unit) => communeOf(unit, province, localDate(ctx.now)))
  const wards = Map.groupBy(rows, (row) => row.old_code)
  const oldWards = [...wards.values()].flatMap((targets): OldWard[] => {
    const [first] = targets
    if (first === undefined) return []
    const [district = '', oldProvince = ''] = first.old_district.split(', ')
    return [
      {
        code: first.old_code,
        name: first.old_name,
        district: { code: '', name: district },
        province: { code: '', name: oldProvince },
        targets: targets.map((row) => ({ commune: row.commune_code, kind: row.kind as MergeKind, likeliest: targets.length === 1 })),
      },
    ]
  })
  return communeFinder(communes, oldWards)
}

const types = { Phường: 'ward', Xã: 'commune', 'Đặc khu': 'specialZone' } as const

function communeOf(unit: Unit, province: string, today: string): Commune {
  const called = [...unit.names].reverse().find((name) => name.validFrom <= today)?.shortName ?? ''
  const [, type = 'Xã', name = called] = /^(Phường|Xã|Đặc khu) (.+)$/.exec(called) ?? []
  return { code: unit.code, name, type: types[type as keyof typeof types], province }
}
