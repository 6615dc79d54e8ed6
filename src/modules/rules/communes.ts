import type { LocalDate } from '#platform/clock'
import { cleanInput, fold, searchWords } from '#platform/text'

/** Phường, xã, đặc khu: the one level below the province since 01/07/2025. */
export type CommuneType = 'ward' | 'commune' | 'specialZone'

/** A commune of today. Its code stays when its type changes; papers of an earlier day carry the earlier type. */
export type Commune = {
  readonly code: string
  readonly name: string
  readonly type: CommuneType
  readonly province: string
  readonly typeChange?: { readonly from: CommuneType; readonly on: LocalDate; readonly basis: string }
}

/** How an old ward went into a commune: whole, unchanged, only renamed, or a part of its land, its people or both. */
export type MergeKind = 'whole' | 'unchanged' | 'renamed' | 'part' | 'part_area' | 'part_area_all_people' | 'part_people'

/** A ward, commune or township of before 01/07/2025. With several targets it was split: an address in it does not tell the commune. */
export type OldWard = {
  /** Empty for five island districts without communes and one stretch of coast. */
  readonly code: string
  /** Two names of one code stand beside each other: "Xã Đặng Xá / Xã Cổ Bi". */
  readonly name: string
  readonly district: Named
  readonly province: Named
  readonly targets: readonly { readonly commune: string; readonly kind: MergeKind; readonly likeliest: boolean }[]
}
type Named = { readonly code: string; readonly name: string }

export const communeTypeNames: Readonly<Record<CommuneType, string>> = { ward: 'Phường', commune: 'Xã', specialZone: 'Đặc khu' }

/** "Phường Bố Hạ" today, "Xã Bố Hạ" on a day before 20/09/2026. */
export function communeName({ name, type, typeChange }: Commune, on?: LocalDate): string {
  const thatDay = typeChange && on !== undefined && on < typeChange.on ? typeChange.from : type
  return `${communeTypeNames[thatDay]} ${name}`
}

/** "Xã Đồng Tiến, Huyện Yên Phong, Tỉnh Bắc Ninh": an old address as it was written. */
export function oldWardName({ name, district, province }: OldWard): string {
  return [...new Set([name, district.name, province.name])].join(', ')
}

/** A commune that answers a search, and what it was found by; `oldWard` is the old ward meant, when one was. */
export type CommuneFound = {
  readonly commune: Commune
  readonly by: 'name' | 'oldWard' | 'oldDistrict'
  readonly oldWard?: OldWard
  /** The old ward was split: only the person, or the officer, knows which of its communes it is. */
  readonly mustChoose: boolean
}

/**
 * A search over communes and the old wards that went into them. Asked without accents or case, word by word; the last letters of a
 * word may be missing; names of type, district and province may be added ("cho yen phong", "tp bac giang"). Best answers first:
 * exact name of today, exact old ward, name of today, exact old district, old ward, old district; letters with the same accents before
 * others. Each commune is given once, so a split old ward gives all its communes. At most `limit`.
 */
export function communeFinder(
  communes: readonly Commune[],
  oldWards: readonly OldWard[],
): (query: string, limit?: number) => CommuneFound[] {
  const entries = [...communes.map(ofToday), ...throughOldWards(communes, oldWards)]
  return (query, limit = 10) => {
    const words = searchWords(query).flatMap((word) => shortened[word] ?? word)
    if (words.length === 0) return []
    const written = cleanInput(query).toLocaleLowerCase('vi')
    const ranked = entries.flatMap((entry) => {
      const rank = rankOf(entry, words)
      return rank === null ? [] : [{ entry, rank, order: 2 * rank + (entry.written.some((name) => written.includes(name)) ? 0 : 1) }]
    })
    ranked.sort((a, b) => a.order - b.order)
    const seen = new Set<string>()
    const best = ranked.filter(({ entry }) => !seen.has(entry.commune.code) && seen.add(entry.commune.code))
    return best.slice(0, limit).map(({ entry, rank }) => answer(entry, rank))
  }
}

const shortened: Readonly<Record<string, string[]>> = { tp: ['thanh', 'pho'], tx: ['thi', 'xa'], tt: ['thi', 'tran'], dk: ['dac', 'khu'] }

type Entry = {
  readonly commune: Commune
  readonly oldWard?: OldWard
  /** The bare name as it is written, in small letters. */
  readonly written: readonly string[]
  /** Search keys that make an exact answer. */
  readonly exact: readonly string[]
  readonly districts: readonly string[]
  /** Words of the unit with its type; words of the district and province around it. */
  readonly own: readonly string[]
  readonly around: readonly string[]
}

function ofToday(commune: Commune): Entry {
  const full = communeName(commune)
  const exact = [commune.name, full].map(fold)
  return { commune, written: [commune.name.toLocaleLowerCase('vi')], exact, districts: [], own: searchWords(full), around: [] }
}

function throughOldWards(communes: readonly Commune[], oldWards: readonly OldWard[]): Entry[] {
  const byCode = new Map(communes.map((commune) => [commune.code, commune]))
  return oldWards.flatMap((oldWard) => {
    const names = oldWard.name.split(' / ')
    const bare = names.map(withoutType)
    const words = {
      written: bare.map((name) => name.toLocaleLowerCase('vi')),
      exact: [...bare, ...names, ...bare.map((name) => `${name} ${oldWard.district.name}`), oldWardName(oldWard)].map(fold),
      districts: [oldWard.district.name, withoutType(oldWard.district.name)].map(fold),
      own: searchWords(oldWard.name),
      around: searchWords(`${oldWard.district.name} ${oldWard.province.name}`),
    }
    const likeliestFirst = oldWard.targets.toSorted((a, b) => Number(b.likeliest) - Number(a.likeliest))
    return likeliestFirst.flatMap((target) => {
      const commune = byCode.get(target.commune)
      return commune ? [{ commune, oldWard, ...words }] : []
    })
  })
}

const withoutType = (name: string) => name.replace(/^(Phường|Xã|Thị trấn|Huyện|Quận|Thị xã|Thành phố) /i, '')

const RANK = { exactName: 0, exactOldWard: 1, name: 2, exactDistrict: 3, oldWard: 4, oldDistrict: 5 }

function rankOf(entry: Entry, words: readonly string[]): number | null {
  const old = entry.oldWard !== undefined
  if (entry.exact.includes(words.join(' '))) return old ? RANK.exactOldWard : RANK.exactName
  const isOwn = (word: string) => entry.own.some((known) => known.startsWith(word))
  if (entry.districts.includes(words.join(' '))) return RANK.exactDistrict
  if (words.every(isOwn)) return old ? RANK.oldWard : RANK.name
  const rest = words.filter((word) => !entry.around.some((known) => known.startsWith(word)))
  if (rest.length === 0) return RANK.oldDistrict
  return rest.length < words.length && rest.every(isOwn) ? RANK.oldWard : null
}

function answer({ commune, oldWard }: Entry, rank: number): CommuneFound {
  if (!oldWard) return { commune, by: 'name', mustChoose: false }
  if (rank === RANK.exactDistrict || rank === RANK.oldDistrict) return { commune, by: 'oldDistrict', mustChoose: true }
  return { commune, by: 'oldWard', oldWard, mustChoose: oldWard.targets.length > 1 }
}
