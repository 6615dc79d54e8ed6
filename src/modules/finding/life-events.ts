import { type Words, words } from '#modules/procedures'

/** What happens in a life, and the procedures that follow from it, the one that most people need first. */
export type LifeEvent = {
  readonly id: string
  readonly name: Words
  readonly text: Words
  readonly codes: readonly string[]
}

/** An order of ours, as of 22/11/2026; a procedure that is not in the catalogue of this install is left out where the list is shown. */
export const lifeEvents: readonly LifeEvent[] = [
  {
    id: 'co-con-nho',
    name: words('Có con nhỏ', 'A new child'),
    text: words('Khai sinh, thường trú, thẻ BHYT', 'Birth, residence, health insurance'),
    codes: [
      '1.001193',
      '2.000986',
      '2.001023',
      '1.004222',
      '1.000689',
      '2.000528',
      '1.014062',
      '2.000693',
      '1.001022',
      '2.001263',
      '2.000635',
    ],
  },
  {
    id: 'ket-hon',
    name: words('Kết hôn', 'Marriage'),
    text: words('Đăng ký kết hôn, xác nhận độc thân', 'Registration, single status'),
    codes: ['1.000894', '1.004873', '2.000806', '1.004746', '2.002189', '2.000554', '1.004222', '2.000635'],
  },
  {
    id: 'chuyen-cho-o',
    name: words('Chuyển chỗ ở', 'Moving home'),
    text: words('Thường trú, tạm trú, tách hộ', 'Permanent and temporary residence'),
    codes: ['1.004222', '1.004194', '1.002755', '1.010038', '1.003197', '1.010028', '1.010041', '1.010039', '1.003677', '2.001159'],
  },
  {
    id: 'mo-ho-kinh-doanh',
    name: words('Mở hộ kinh doanh', 'Opening a business'),
    text: words('Đăng ký, thay đổi, tạm ngừng', 'Register, change, pause'),
    codes: [
      '1.001612',
      '2.000720',
      '1.001570',
      '1.001266',
      '2.000575',
      '1.014034',
      '1.014035',
      '2.001827',
      '1.008498',
      '1.010337',
      '2.002637',
      '1.005280',
    ],
  },
  {
    id: 'nha-va-dat',
    name: words('Nhà và đất', 'House and land'),
    text: words('Giấy phép xây dựng, sổ đỏ', 'Building permit, land certificate'),
    codes: [
      '1.013225',
      '1.013229',
      '1.013226',
      '1.013227',
      '1.013978',
      '1.013831',
      '1.012784',
      '1.012783',
      '1.012786',
      '1.013949',
      '1.012796',
      '1.012812',
      '1.014159',
      '1.014632',
      '1.007277',
    ],
  },
  {
    id: 'chung-thuc-giay-to',
    name: words('Chứng thực giấy tờ', 'Certified copies'),
    text: words('Bản sao, chữ ký, hợp đồng', 'Copies, signatures, contracts'),
    codes: [
      '2.000815',
      '2.000884',
      '2.001035',
      '2.001019',
      '2.001406',
      '2.001016',
      '2.000992',
      '2.000908',
      '2.000913',
      '2.000927',
      '2.000635',
    ],
  },
  {
    id: 'can-tro-giup',
    name: words('Cần trợ giúp', 'Needing support'),
    text: words('Hộ nghèo, bảo hiểm, trợ giúp pháp lý', 'Poverty, insurance, legal aid'),
    codes: [
      '1.011607',
      '1.011606',
      '1.011608',
      '3.000412',
      '1.011609',
      '2.000829',
      '1.001939',
      '1.002759',
      '1.004837',
      '1.013997',
      '1.014632',
    ],
  },
  {
    id: 'nguoi-than-qua-doi',
    name: words('Người thân qua đời', 'A death in the family'),
    text: words('Khai tử, thừa kế, tiền tuất', 'Death, inheritance, survivors’ benefit'),
    codes: ['1.000656', '1.005461', '2.001406', '2.001016', '2.000821', '1.001766', '2.000635', '1.003197'],
  },
]

export function findLifeEvent(id: string): LifeEvent | undefined {
  return lifeEvents.find((one) => one.id === id)
}
