import { words } from '#modules/procedures'

/** What the child is to the householder. */
export const toHouseholder = {
  child: words('Con', 'Child'),
  grandchild: words('Cháu nội, cháu ngoại', 'Grandchild'),
  other: words('Quan hệ khác', 'Another relation'),
} as const

/** How the householder, or the owner of the dwelling, agrees. */
export const agreement = {
  vneid: {
    ...words('Xác nhận trên VNeID', 'Confirms in VNeID'),
    hint: words('Chủ hộ nhận được yêu cầu trên điện thoại', 'The householder is asked on the phone'),
  },
  paper: {
    ...words('Ký vào tờ khai CT01', 'Signs the declaration CT01'),
    hint: words('Bạn chụp tờ đã ký và gửi kèm', 'You photograph the signed sheet'),
  },
} as const
