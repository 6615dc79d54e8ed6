import { choice, citizenId, filedLate, fullName, onlyWhen, place, text, upload, words } from '#modules/procedures'
import { birthFields } from '../civil-status/birth-fields.ts'
import { agreement, toHouseholder } from './relations.ts'

const elsewhere = { residenceWith: 'other' } as const
const underSix = { not: { overSix: true } } as const

/** What the two later offices need beyond the birth: asked once, in the same form. */
export const newbornFields = {
  ...birthFields,
  // Six birthdays: five common years and at least one leap day, two at most.
  overSix: filedLate(words('Trẻ đã đủ 6 tuổi', 'The child is six'), {
    moreThanDays: 2191,
    after: 'childBornOn',
    basis: 'Luật Bảo hiểm y tế 25/2008/QH12',
  }),
  residenceWith: choice(words('Trẻ thường trú cùng ai?', 'With whom will the child live?'), {
    mother: words('Theo nơi thường trú của mẹ', 'At the mother’s permanent residence'),
    father: words('Theo nơi thường trú của cha', 'At the father’s permanent residence'),
    other: { ...words('Nơi khác', 'Elsewhere'), hint: words('Cần chủ chỗ ở đồng ý', 'The owner must agree') },
  }),
  otherDwelling: onlyWhen(
    elsewhere,
    place(words('Địa chỉ trẻ sẽ thường trú', 'Address at which the child will live'), { detail: 'required' }),
  ),
  householderName: fullName(words('Họ, chữ đệm và tên chủ hộ', 'Householder’s full name')),
  householderId: citizenId(words('Số định danh cá nhân của chủ hộ', 'Householder’s personal number'), { sensitive: true }),
  householderRelation: choice(words('Trẻ là gì của chủ hộ?', 'What is the child to the householder?'), toHouseholder),
  householderAgrees: choice(words('Chủ hộ đồng ý bằng cách nào?', 'How does the householder agree?'), agreement),
  signedCt01: onlyWhen(
    { householderAgrees: 'paper' },
    upload(words('Tờ khai CT01 có chữ ký của chủ hộ', 'Declaration CT01 signed by the householder')),
  ),
  dwellingPaper: onlyWhen(elsewhere, upload(words('Giấy tờ về chỗ ở hợp pháp', 'Paper of the lawful dwelling'))),
  careFacility: onlyWhen(
    underSix,
    text(words('Nơi khám bệnh, chữa bệnh ban đầu', 'Where the child is first treated'), {
      hint: words('Tên trạm y tế hoặc bệnh viện gần nhà', 'The health station or hospital near home'),
    }),
  ),
} as const
