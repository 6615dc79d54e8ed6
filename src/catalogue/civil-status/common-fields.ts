import { email, given, optional, phone, prefilledFrom, undertaking, vneid, words } from '#modules/procedures'

/** Through which door it came: told by the program. */
export const channel = given(words('Cách nộp', 'How it was filed'), {
  online: words('Trực tuyến', 'Online'),
  counter: words('Tại quầy', 'At the counter'),
  post: words('Qua bưu chính', 'By post'),
})

/** How whoever files is reached. */
export const contact = {
  applicantPhone: prefilledFrom(
    [vneid('phone')],
    phone(words('Số điện thoại', 'Phone number'), {
      hint: words('Chúng tôi chỉ gọi khi hồ sơ cần bạn', 'We call only when your dossier needs you'),
    }),
  ),
  applicantEmail: optional(
    prefilledFrom(
      [vneid('email')],
      email(words('Thư điện tử', 'E-mail address'), {
        hint: words('Để nhận bản nháp và giấy hẹn', 'For the draft and the appointment slip'),
      }),
    ),
  ),
} as const

/** The declaration under every civil-status form. */
export const truthful = undertaking(
  words('Tôi cam đoan những điều khai trên là đúng và chịu trách nhiệm về lời khai', 'I declare that the above is true and answer for it'),
  {
    missing: words('Đánh dấu vào lời cam đoan để nộp hồ sơ', 'Tick the declaration to file the dossier'),
  },
)
