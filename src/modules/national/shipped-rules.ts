import type { Statement } from '#platform/db'
import type { Id } from '#platform/id'

/**
 * The rules of routing as shipped. Bodies that the centre leads through its own offices keep their own systems; the names of those systems and
 * the article are for the province to confirm: `unverified`. What lies with provinces alone fits no rule and is left for a person to decide.
 */
type Shipped = {
  readonly rank: number
  readonly vi: string
  readonly en: string
  readonly ministry?: string
  readonly fields?: readonly string[]
  readonly levels?: readonly string[]
  readonly levelsAlone?: true
  readonly system?: { readonly vi: string; readonly en: string }
  readonly basis: string
  readonly unverified: boolean
}

const vertical = { basis: 'NĐ 118/2025/NĐ-CP', unverified: true } as const
const insurance = [
  'Thực hiện chính sách BHXH',
  'Chi trả các chế độ BHXH',
  'Thực hiện chính sách BHYT',
  'Thu BHXH, BHYT, BHTN, BH tai nạn lao động, BNN',
  'Cấp sổ BHXH, thẻ BHYT',
]

const rules: readonly Shipped[] = [
  {
    rank: 10,
    vi: 'Hải quan',
    en: 'Customs',
    ministry: 'Bộ Tài chính',
    fields: ['Hải quan'],
    system: { vi: 'Hệ thống của cơ quan Hải quan', en: 'The system of the customs authority' },
    ...vertical,
  },
  {
    rank: 20,
    vi: 'Thuế',
    en: 'Taxes',
    ministry: 'Bộ Tài chính',
    fields: ['Thuế'],
    system: { vi: 'Hệ thống của cơ quan Thuế', en: 'The system of the tax authority' },
    ...vertical,
  },
  {
    rank: 30,
    vi: 'Công an',
    en: 'Police',
    ministry: 'Bộ Công an',
    system: { vi: 'Hệ thống của Bộ Công an', en: 'The system of the Ministry of Public Security' },
    ...vertical,
  },
  {
    rank: 40,
    vi: 'Kho bạc Nhà nước',
    en: 'State Treasury',
    ministry: 'Bộ Tài chính',
    fields: ['Kho bạc Nhà nước'],
    system: { vi: 'Hệ thống của Kho bạc Nhà nước', en: 'The system of the State Treasury' },
    ...vertical,
  },
  {
    rank: 50,
    vi: 'Bảo hiểm xã hội',
    en: 'Social insurance',
    ministry: 'Bộ Tài chính',
    fields: insurance,
    system: { vi: 'Hệ thống của cơ quan Bảo hiểm xã hội', en: 'The system of social insurance' },
    ...vertical,
  },
  {
    rank: 60,
    vi: 'Hàng hải và đường thủy nội địa',
    en: 'Shipping and inland waterways',
    ministry: 'Bộ Xây dựng',
    fields: ['Hàng hải và đường thủy nội địa'],
    system: { vi: 'Hệ thống của cơ quan hàng hải và đường thủy', en: 'The system of the maritime authorities' },
    ...vertical,
  },
  {
    rank: 70,
    vi: 'Tòa án',
    en: 'Courts',
    ministry: 'Tòa án nhân dân',
    system: { vi: 'Hệ thống của Tòa án nhân dân', en: 'The system of the People’s Courts' },
    ...vertical,
  },
  {
    rank: 800,
    vi: 'Chỉ ở cấp bộ hoặc cơ quan khác',
    en: 'Only with ministries or other bodies',
    levels: ['ministry', 'other'],
    levelsAlone: true,
    system: { vi: 'Cổng Dịch vụ công quốc gia', en: 'The National Public Service Portal' },
    ...vertical,
  },
  {
    rank: 900,
    vi: 'Ủy ban nhân dân cấp xã',
    en: 'People’s Committees of communes',
    levels: ['commune'],
    basis: 'Luật Tổ chức chính quyền địa phương 72/2025/QH15',
    unverified: false,
  },
]

const bring = {
  vi: 'Tài khoản VNeID mức 2; mã thủ tục; giấy tờ trong danh mục đã chuẩn bị',
  en: 'A VNeID account of level 2; the code of the procedure; the papers on its list',
}

/** Two-level local government began on this day. */
const from = '2025-07-01'

const idOf = (rank: number): Id => `00000000-0000-7000-8012-${String(rank).padStart(12, '0')}`

/** Lays the shipped rules down where they are not there yet; a rule of the province's own with a lower rank goes before them. */
export function shippedRules(now: string): Statement[] {
  const rows = rules.map(({ rank, vi, en, ministry, fields = [], levels = [], levelsAlone, system, basis, unverified }) => ({
    id: idOf(rank),
    rank,
    name_vi: vi,
    name_en: en,
    ministry: ministry ?? null,
    fields,
    levels,
    levels_alone: levelsAlone === true,
    target: system === undefined ? 'ours' : 'other-system',
    system_vi: system?.vi ?? null,
    system_en: system?.en ?? null,
    bring_vi: system === undefined ? null : bring.vi,
    bring_en: system === undefined ? null : bring.en,
    basis,
    unverified,
    valid_from: from,
    set_at: now,
  }))
  const columns =
    'id, rank, name_vi, name_en, ministry, fields, levels, levels_alone, target, system_vi, system_en, bring_vi, bring_en, basis, unverified, valid_from, set_at'
  const text = `insert into routing_rule (${columns}) select ${columns} from jsonb_populate_recordset(null::routing_rule, $1::jsonb) on conflict do nothing`
  return [{ text, values: [JSON.stringify(rows)] }]
}
