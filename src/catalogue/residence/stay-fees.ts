import { words } from '#modules/procedures'

const basis = 'Thông tư 75/2022/TT-BTC, sửa đổi bởi 71/2025/TT-BTC'

/** Answers that free from the fee. */
export const exemptions = ['child', 'elderly', 'disabled', 'merit', 'minority', 'border', 'poor', 'orphan'] as const

const reasons = {
  child: words('Trẻ em', 'Children'),
  elderly: words('Người cao tuổi', 'Elderly people'),
  disabled: words('Người khuyết tật', 'People with a disability'),
  merit: words('Người có công với cách mạng và thân nhân', 'People of merit and their relatives'),
  minority: words('Người dân tộc thiểu số ở xã đặc biệt khó khăn', 'Ethnic minorities in specially difficult communes'),
  border: words('Công dân cư trú tại xã biên giới, đặc khu', 'Residents of border communes and special zones'),
  poor: words('Người thuộc hộ nghèo', 'Poor households'),
  orphan: words('Người từ 16 đến dưới 18 tuổi mồ côi cả cha lẫn mẹ', 'Orphans of 16 and 17'),
} as const

const exempt = exemptions.map((id) => ({ id, who: reasons[id], when: { exemption: id }, basis }))
const household = { kind: ['household', 'unit'] } as const
const byList = { kind: 'list' } as const

/** Fifteen thousand đồng at the counter and seven thousand online; on a list, ten and five thousand a person. */
export const stayFees = [
  {
    id: 'householdOnline',
    name: words('Lệ phí đăng ký tạm trú, nộp trực tuyến', 'Registration, filed online'),
    dong: 7_000n,
    when: household,
    channels: ['online'],
    exempt,
    setBy: 'law',
    basis,
  },
  {
    id: 'householdDirect',
    name: words('Lệ phí đăng ký tạm trú, nộp trực tiếp', 'Registration, filed in person'),
    dong: 15_000n,
    when: household,
    channels: ['counter', 'post'],
    exempt,
    setBy: 'law',
    basis,
  },
  {
    id: 'listOnline',
    name: words('Lệ phí đăng ký theo danh sách, nộp trực tuyến', 'Registration by list, filed online'),
    dong: 5_000n,
    unit: 'person',
    per: 'listed',
    when: byList,
    channels: ['online'],
    exempt,
    setBy: 'law',
    basis,
  },
  {
    id: 'listDirect',
    name: words('Lệ phí đăng ký theo danh sách, nộp trực tiếp', 'Registration by list, filed in person'),
    dong: 10_000n,
    unit: 'person',
    per: 'listed',
    when: byList,
    channels: ['counter', 'post'],
    exempt,
    setBy: 'law',
    basis,
  },
] as const
