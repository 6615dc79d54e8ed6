import { type Counter, counterCodes, type Role } from '#modules/directory'
import { saturdayMorning } from '#modules/rules'
import type { Id } from '#platform/id'
import type { ContactRow, NameRow, PostRow, UnitRow } from './units.ts'

/** Titles in the offices that keep a counter of their own; `{area}` is "phường", "xã" or "đặc khu". */
export const departmentTitles = {
  communePolice: {
    residenceOfficer: 'Công an xã – cán bộ đăng ký cư trú',
    chair: 'Trưởng Công an {area}',
    clerk: 'Văn thư Công an {area}',
  },
  economicOffice: { businessRegistrar: 'Công chức đăng ký kinh doanh', chair: 'Trưởng phòng', clerk: 'Văn thư phòng' },
  socialInsurance: { insuranceOfficer: 'Viên chức cấp sổ, thẻ', chair: 'Giám đốc', clerk: 'Văn thư' },
} as const satisfies Record<Counter, Partial<Record<Role, string>>>

const basis = {
  communePolice: 'Luật Cư trú 68/2020/QH14',
  // Wards and special zones have the longer name, rural communes the shorter.
  economicOffice: 'NĐ 168/2025/NĐ-CP',
  socialInsurance: 'NĐ 188/2025/NĐ-CP',
} as const

/** A committee of a commune, or the province, with its names over time. */
export type Home = { readonly id: Id; readonly code: string; readonly names: readonly NameRow[] }

export type HoursRow = {
  unit_id: Id
  weekday: number
  opens: string
  closes: string
  valid_from: string
  source: string
  unverified: boolean
}

const began = '2025-07-01'

/** The police and the economic office of every commune: units with posts, names that follow the commune's, and the police's Saturday mornings. */
export function departmentRows(make: () => Id, province: Home, communes: readonly Home[]) {
  const rows = {
    units: [] as UnitRow[],
    names: [] as NameRow[],
    posts: [] as PostRow[],
    contacts: [] as ContactRow[],
    hours: [] as HoursRow[],
  }
  const add = (counter: Counter, home: Home, parent: Id): Id => {
    const id = make()
    rows.units.push({
      id,
      system: 'state',
      level: 'department',
      code: `${home.code}-${counterCodes[counter]}`,
      parent_id: parent,
      valid_from: began,
    })
    rows.names.push(...home.names.map((name) => nameOf(counter, id, name)))
    return id
  }
  const police = add('communePolice', province, province.id)
  const insurance = add('socialInsurance', province, province.id)
  rows.posts.push(...postsOf(make, 'socialInsurance', insurance, province))
  rows.contacts.push(contactOf('socialInsurance', insurance, province))
  for (const home of communes) {
    for (const counter of ['communePolice', 'economicOffice'] as const) {
      const id = add(counter, home, counter === 'communePolice' ? police : home.id)
      rows.posts.push(...postsOf(make, counter, id, home))
      rows.contacts.push(contactOf(counter, id, home))
      if (counter === 'communePolice') rows.hours.push(...saturdayOf(id))
    }
  }
  return rows
}

function nameOf(counter: Counter, unit_id: Id, { short_name, valid_from, valid_to }: NameRow): NameRow {
  const area = inSentence(short_name)
  const office =
    counter === 'communePolice'
      ? 'Công an'
      : counter === 'socialInsurance'
        ? 'Bảo hiểm xã hội'
        : area.startsWith('xã')
          ? 'Phòng Kinh tế'
          : 'Phòng Kinh tế, Hạ tầng và Đô thị'
  const name = `${office} ${area}`
  return { unit_id, name, short_name: name, valid_from, ...(valid_to === undefined ? {} : { valid_to }), basis: basis[counter] }
}

function postsOf(make: () => Id, counter: Counter, unit_id: Id, home: Home): PostRow[] {
  return Object.entries(departmentTitles[counter]).map(([role, title]) => ({
    id: make(),
    unit_id,
    role: role as Role,
    title: title.replace('{area}', areaOf(home)),
    valid_from: began,
  }))
}

/** "phường", as the unit is called today. */
export function areaOf({ names }: Pick<Home, 'names'>): string {
  return names.at(-1)?.short_name.startsWith('Xã') ? 'xã' : 'phường'
}

function contactOf(counter: Counter, unit_id: Id, { names }: Home): ContactRow {
  const office = '07:30–11:30, 13:30–17:00'
  const hours = counter === 'communePolice' ? `${office}; sáng thứ Bảy 07:30–11:30` : office
  return { unit_id, address: `Số 2, phố Mẫu, ${names.at(-1)?.short_name ?? ''}`, phone: '0900990001', hours, unverified: true }
}

/** Hours of a unit stand before those of the province on the weekday that they name; the others stay common. */
function saturdayOf(unit: Id): HoursRow[] {
  const { weekday, sessions, validFrom, source } = saturdayMorning(unit, began)
  return sessions.map(([opens, closes]) => ({ unit_id: unit, weekday, opens, closes, valid_from: validFrom, source, unverified: true }))
}

function inSentence(area: string): string {
  return area.charAt(0).toLowerCase() + area.slice(1)
}
