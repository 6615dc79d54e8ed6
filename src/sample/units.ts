import type { Role } from '#modules/directory'
import { type Commune, communeName, type OldWard, sampleCommunes, sampleOldWards, sampleProvince } from '#modules/rules'
import { addDays, type Instant } from '#platform/clock'
import { type Id, newId } from '#platform/id'
import { fold } from '#platform/text'
import { staffedCommunes } from './accounts.ts'
import { departmentRows, type Home } from './departments.ts'

type Span = { valid_from: string; valid_to?: string }
export type UnitRow = { id: Id; system: 'state'; level: string; code: string; parent_id?: Id } & Span
export type NameRow = { unit_id: Id; name: string; short_name: string; area_type?: string; basis: string } & Span
export type PostRow = { id: Id; unit_id: Id; role: Role; title: string } & Span
export type ContactRow = { unit_id: Id; address: string; phone: string; hours: string; unverified: boolean }
export type AreaRow = { old_code: string; old_name: string; old_district: string; folded: string; commune_code: string; kind: string }
export type SuccessionRow = { predecessor_id: Id; successor_id: Id; on_date: string }

/** Two-level local government began on this day; every unit of today dates from it. */
const began = '2025-07-01'
const lastDayBefore = '2025-06-30'
const lawOfUnits = '1658/NQ-UBTVQH15'
const centreBasis = 'NĐ 118/2025/NĐ-CP'

/** The title of a post by its role, in a commune, at the province and in a one-stop centre. */
export const titles = {
  commune: {
    registrar: 'Công chức tư pháp – hộ tịch',
    specialist: 'Chuyên viên',
    chair: 'Phó Chủ tịch Ủy ban nhân dân',
    clerk: 'Văn thư',
    supervisor: 'Chánh Văn phòng Hội đồng nhân dân và Ủy ban nhân dân',
  },
  province: {
    specialist: 'Chuyên viên',
    supervisor: 'Trưởng phòng Kiểm soát thủ tục hành chính',
    administrator: 'Quản trị hệ thống',
    operator: 'Trực vận hành hệ thống',
    procedureOfficer: 'Cán bộ kiểm soát thủ tục hành chính',
  },
  centre: { receptionist: 'Công chức tiếp nhận và trả kết quả' },
} as const satisfies Record<string, Partial<Record<Role, string>>>

/** Every row of the directory for the sample province: some 200 units of today and the old wards behind the staffed communes. */
export function directoryRows(now: Instant) {
  const draft = newDraft(now)
  const province = addUnit(draft, 'province', sampleProvince.code, undefined)
  addPosts(draft, province, titles.province)
  addOffice(draft, province, sampleProvince.code, provinceNames(province))
  const homes: Home[] = []
  for (const commune of sampleCommunes) {
    const id = addUnit(draft, 'commune', commune.code, province)
    addPosts(draft, id, titles.commune)
    addOffice(draft, id, commune.code, communeNames(id, commune))
    homes.push({ id, code: commune.code, names: communeNames(id, commune) })
    if (isStaffed(commune.code)) addOldWards(draft, id, commune, province)
  }
  const own = departmentRows(draft.make, { id: province, code: sampleProvince.code, names: provinceNames(province) }, homes)
  draft.rows.units.push(...own.units)
  draft.rows.names.push(...own.names)
  draft.rows.posts.push(...own.posts)
  draft.rows.contacts.push(...own.contacts)
  return { ...draft.rows, areas: areaRows(), hours: own.hours }
}

type Draft = ReturnType<typeof newDraft>

function newDraft(now: Instant) {
  const rows = {
    units: [] as UnitRow[],
    names: [] as NameRow[],
    posts: [] as PostRow[],
    contacts: [] as ContactRow[],
    successions: [] as SuccessionRow[],
  }
  return { make: () => newId(Date.parse(now)), rows }
}

function addUnit({ make, rows }: Draft, level: string, code: string, parent: Id | undefined, span: Span = { valid_from: began }): Id {
  const id = make()
  rows.units.push({ id, system: 'state', level, code, ...(parent !== undefined && { parent_id: parent }), ...span })
  return id
}

function addPosts({ make, rows }: Draft, unit: Id, titled: Partial<Record<Role, string>>): void {
  for (const [role, title] of Object.entries(titled))
    rows.posts.push({ id: make(), unit_id: unit, role: role as Role, title, valid_from: began })
}

/** Names and address of an office, and the one-stop centre that serves its place. */
function addOffice(draft: Draft, unit: Id, code: string, names: NameRow[]): void {
  const place = names.at(-1)?.short_name ?? ''
  const centre = addUnit(draft, 'centre', `${code}-TT`, unit)
  draft.rows.names.push(...names, ...names.map((name) => centreName(centre, name)))
  draft.rows.contacts.push(contact(unit, place), contact(centre, place))
  addPosts(draft, centre, titles.centre)
}

/** The new commune took over an old ward's code: the old unit keeps it with the last year in which it meant that ward. */
function addOldWards(draft: Draft, heir: Id, { code }: Commune, province: Id): void {
  for (const ward of sampleOldWards.filter((one) => one.targets.some((target) => target.commune === code))) {
    const old = addUnit(draft, 'commune', `${ward.code}-2025`, province, { valid_from: '2025-01-01', valid_to: lastDayBefore })
    draft.rows.names.push(oldName(old, ward))
    draft.rows.successions.push({ predecessor_id: old, successor_id: heir, on_date: began })
  }
}

const isStaffed = (code: string): boolean => Object.values(staffedCommunes).some((one) => one === code)

function areaRows(): AreaRow[] {
  return sampleOldWards.flatMap((ward) =>
    ward.targets.map((target) => ({
      old_code: ward.code,
      old_name: ward.name,
      old_district: `${ward.district.name}, ${ward.province.name}`,
      folded: fold(`${ward.name} ${ward.district.name} ${ward.province.name}`),
      commune_code: target.commune,
      kind: target.kind,
    })),
  )
}

function provinceNames(id: Id): NameRow[] {
  const { fullName, renamed } = sampleProvince
  return [
    { ...committee(id, renamed.from, 'tỉnh'), valid_from: began, valid_to: addDays(renamed.on, -1), basis: 'NQ 202/2025/QH15' },
    { ...committee(id, fullName, 'thành phố'), valid_from: renamed.on, basis: renamed.basis },
  ]
}

function communeNames(id: Id, commune: Commune): NameRow[] {
  const { typeChange } = commune
  const type = (name: string) => name.split(' ')[0]?.toLowerCase() ?? ''
  const today = communeName(commune)
  if (typeChange === undefined) return [{ ...committee(id, today, type(today)), valid_from: began, basis: lawOfUnits }]
  const before = communeName(commune, began)
  return [
    { ...committee(id, before, type(before)), valid_from: began, valid_to: addDays(typeChange.on, -1), basis: lawOfUnits },
    { ...committee(id, today, type(today)), valid_from: typeChange.on, basis: typeChange.basis },
  ]
}

function oldName(id: Id, { name }: OldWard): NameRow {
  const type = /^(Thị trấn|Phường|Xã)/.exec(name)?.[0].toLowerCase() ?? ''
  return { ...committee(id, name, type), valid_from: '2025-01-01', valid_to: lastDayBefore, basis: lawOfUnits }
}

/** A one-stop centre is called after the place it serves, and renamed with it. */
function centreName(unit_id: Id, { short_name, valid_from, valid_to }: NameRow): NameRow {
  const short = 'Trung tâm Phục vụ hành chính công'
  const until = valid_to === undefined ? {} : { valid_to }
  return { unit_id, name: `${short} ${inSentence(short_name)}`, short_name: short, valid_from, ...until, basis: centreBasis }
}

function committee(unit_id: Id, area: string, area_type: string) {
  return { unit_id, name: `Ủy ban nhân dân ${inSentence(area)}`, short_name: area, area_type }
}

/** "Phường Kinh Bắc" inside a sentence: "phường Kinh Bắc". */
function inSentence(area: string): string {
  return area.charAt(0).toLowerCase() + area.slice(1)
}

function contact(unit_id: Id, place: string): ContactRow {
  return { unit_id, address: `Số 1, phố Mẫu, ${place}`, phone: '0900990000', hours: '07:30–11:30, 13:30–17:00', unverified: true }
}
