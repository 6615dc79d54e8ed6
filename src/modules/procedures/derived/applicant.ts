import {
  choice,
  citizenId,
  email,
  fullName,
  given,
  onlyWhen,
  optional,
  pastDate,
  phone,
  place,
  prefilledFrom,
  text,
  undertaking,
} from '../ask.ts'
import type { Field } from '../field.ts'
import type { Page } from '../procedure.ts'
import { population, vneid } from '../source.ts'
import { words } from '../words.ts'

/** What every derived form asks of whoever files: told by VNeID and the population database, typed only where they are silent. */
export const applicantFields: Readonly<Record<string, Field>> = {
  channel: given(words('Cách nộp', 'How it was filed'), {
    online: words('Trực tuyến', 'Online'),
    counter: words('Tại quầy', 'At the counter'),
    post: words('Qua bưu chính', 'By post'),
  }),
  applicantName: prefilledFrom(
    [vneid('fullName')],
    fullName(words('Họ, chữ đệm, tên của bạn', 'Your full name'), { autocomplete: 'name' }),
  ),
  applicantBornOn: prefilledFrom([vneid('bornOn')], pastDate(words('Ngày sinh của bạn', 'Your date of birth'), { atLeast: 'year' })),
  applicantId: prefilledFrom(
    [vneid('citizenId')],
    citizenId(words('Số định danh cá nhân của bạn', 'Your personal number'), { sensitive: true }),
  ),
  applicantPhone: prefilledFrom(
    [vneid('phone')],
    phone(words('Số điện thoại', 'Phone number'), {
      hint: words('Chúng tôi chỉ gọi khi hồ sơ cần bạn', 'We call only when your dossier needs you'),
    }),
  ),
  applicantEmail: optional(
    prefilledFrom(
      [vneid('email')],
      email(words('Thư điện tử', 'E-mail address'), { hint: words('Không có thì để trống', 'Leave empty if you have none') }),
    ),
  ),
  applicantHome: prefilledFrom(
    [population('residence', ['applicantId', 'applicantName', 'applicantBornOn'])],
    place(words('Nơi cư trú của bạn', 'Where you live'), { detail: 'optional' }),
  ),
}

export const applicantPage: Page = {
  id: 'nguoi-nop',
  title: words('Người nộp hồ sơ', 'Who is filing'),
  asks: ['applicantName', 'applicantBornOn', 'applicantId', 'applicantPhone', 'applicantEmail', 'applicantHome'],
}

/** What is asked for, in the applicant's own words: the declaration that the office and the result refer to. */
export const requestFields: Readonly<Record<string, Field>> = {
  request: text(words('Nội dung đề nghị', 'What you ask for'), {
    hint: words(
      'Nêu rõ việc cần giải quyết: ai, tài sản hay công việc gì, ở đâu, từ khi nào',
      'Say plainly what is to be settled: who, which property or business, where, since when',
    ),
    missing: words('Viết nội dung bạn đề nghị giải quyết', 'Write what you ask the office to settle'),
    most: 4000,
    lines: 8,
  }),
}

export const requestPage: Page = { id: 'noi-dung', title: words('Nội dung đề nghị', 'What you ask for'), asks: ['request'] }

export const receivingFields: Readonly<Record<string, Field>> = {
  receiveBy: choice(words('Bạn muốn nhận kết quả thế nào?', 'How do you want to receive the result?'), {
    counter: {
      ...words('Bản giấy, tại Trung tâm Phục vụ hành chính công', 'On paper, at the public service centre'),
      hint: words('Bản điện tử vẫn gửi vào tài khoản của bạn', 'The electronic one still comes to your account'),
    },
    online: words('Chỉ bản điện tử', 'Electronic only'),
    post: words('Bản giấy, qua bưu chính', 'On paper, by post'),
  }),
  receiveAt: onlyWhen({ receiveBy: 'post' }, place(words('Địa chỉ nhận', 'Delivery address'), { detail: 'required' })),
  truthful: undertaking(
    words(
      'Tôi cam đoan những điều khai trên là đúng và chịu trách nhiệm về lời khai',
      'I declare that the above is true and answer for it',
    ),
    { missing: words('Đánh dấu vào lời cam đoan để nộp hồ sơ', 'Tick the declaration to file the dossier') },
  ),
}

export const lastPages: readonly Page[] = [
  { id: 'nhan-ket-qua', title: words('Nhận kết quả', 'Receiving the result'), asks: ['receiveBy', 'receiveAt'] },
  { id: 'cam-doan', title: words('Cam đoan', 'Declaration'), asks: ['truthful'] },
]
