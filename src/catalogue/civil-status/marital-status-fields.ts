import {
  bool,
  choice,
  citizenId,
  fullName,
  int,
  nationality,
  onlyWhen,
  optional,
  pastDate,
  place,
  prefilledFrom,
  text,
  upload,
  vneid,
  words,
} from '#modules/procedures'
import { channel, contact, truthful } from './common-fields.ts'
import { divorced, forOther, toMarry, withPeriods, withSecond, withThird } from './marital-status-conditions.ts'
import { subjectFields } from './marital-status-subject.ts'

const applicant = {
  channel,
  relation: choice(words('Bạn xin giấy cho ai?', 'For whom is the certificate?'), {
    self: words('Cho chính tôi', 'For myself'),
    other: {
      ...words('Cho người khác đã ủy quyền cho tôi', 'For someone who authorised me'),
      hint: words('Cần văn bản ủy quyền', 'A power of attorney is needed'),
    },
  }),
  applicantName: onlyWhen(forOther, prefilledFrom([vneid('fullName')], fullName(words('Họ, chữ đệm, tên của bạn', 'Your full name')))),
  applicantId: onlyWhen(
    forOther,
    prefilledFrom([vneid('citizenId')], citizenId(words('Số định danh cá nhân của bạn', 'Your personal number'), { sensitive: true })),
  ),
  ...contact,
} as const

const from = words('Từ ngày', 'From')
const to = words('Đến ngày', 'To')

const periods = {
  covers: choice(words('Xác nhận cho thời gian nào?', 'For which time?'), {
    now: words('Tình trạng hiện nay', 'The present state'),
    periods: {
      ...words('Thời gian cư trú ở nơi trước đây', 'The time of an earlier residence'),
      hint: words('Chúng tôi hỏi nơi đó, bạn không phải đi', 'We ask that office; you need not go there'),
    },
  }),
  firstPlace: onlyWhen(withPeriods, place(words('Nơi cư trú trong thời gian đó', 'Residence during that time'), { detail: 'optional' })),
  firstFrom: onlyWhen(withPeriods, pastDate(from)),
  firstTo: onlyWhen(withPeriods, pastDate(to)),
  secondPeriod: onlyWhen(withPeriods, bool(words('Còn nơi cư trú thứ hai?', 'Is there a second residence?'))),
  secondPlace: onlyWhen(withSecond, place(words('Nơi cư trú thứ hai', 'Second residence'), { detail: 'optional' })),
  secondFrom: onlyWhen(withSecond, pastDate(words('Ở nơi thứ hai từ ngày', 'There from'))),
  secondTo: onlyWhen(withSecond, pastDate(words('Ở nơi thứ hai đến ngày', 'There until'))),
  thirdPeriod: onlyWhen(withSecond, bool(words('Còn nơi cư trú thứ ba?', 'Is there a third residence?'))),
  thirdPlace: onlyWhen(withThird, place(words('Nơi cư trú thứ ba', 'Third residence'), { detail: 'optional' })),
  thirdFrom: onlyWhen(withThird, pastDate(words('Ở nơi thứ ba từ ngày', 'At the third from'))),
  thirdTo: onlyWhen(withThird, pastDate(words('Ở nơi thứ ba đến ngày', 'At the third until'))),
} as const

const purpose = {
  purpose: choice(words('Dùng giấy này vào việc gì?', 'What is it for?'), {
    marriageHere: words('Kết hôn tại Việt Nam', 'A marriage in Viet Nam'),
    marriageAbroad: words('Kết hôn ở nước ngoài', 'A marriage abroad'),
    marriageAtMission: words('Kết hôn tại cơ quan đại diện nước ngoài ở Việt Nam', 'A marriage at a foreign mission in Viet Nam'),
    other: words('Mục đích khác', 'Something else'),
  }),
  purposeDetail: onlyWhen(
    { purpose: 'other' },
    text(words('Mục đích cụ thể', 'The purpose exactly'), {
      hint: words(
        'Ví dụ: làm thủ tục mua bán nhà đất, vay vốn ngân hàng. Giấy chỉ có giá trị cho đúng việc này.',
        'For example: the sale of a house, a bank loan. It counts for this purpose only.',
      ),
    }),
  ),
  partnerName: onlyWhen(toMarry, fullName(words('Họ, chữ đệm, tên người sẽ kết hôn', 'Full name of the person to be married'))),
  partnerBornOn: onlyWhen(toMarry, pastDate(words('Ngày sinh của người đó', 'That person’s date of birth'))),
  partnerSex: onlyWhen(
    toMarry,
    choice(words('Giới tính của người đó', 'That person’s sex'), { male: words('Nam', 'Male'), female: words('Nữ', 'Female') }),
  ),
  partnerNationality: onlyWhen(toMarry, nationality(words('Quốc tịch của người đó', 'That person’s nationality'))),
  partnerPaper: onlyWhen(
    toMarry,
    text(words('Số định danh hoặc hộ chiếu của người đó', 'That person’s personal number or passport'), { most: 40 }),
  ),
  partnerHome: onlyWhen(toMarry, text(words('Nơi cư trú của người đó', 'That person’s residence'))),
  marriageWhere: onlyWhen(
    toMarry,
    text(words('Nơi sẽ đăng ký kết hôn', 'Where the marriage will be registered'), {
      hint: words('Ví dụ: UBND phường Vũ Ninh, thành phố Bắc Ninh', 'For example: UBND phường Vũ Ninh, thành phố Bắc Ninh'),
    }),
  ),
  sheets: int(
    words('Số bản giấy xác nhận', 'How many originals'),
    { least: 1, most: 10 },
    { hint: words('Để kết hôn chỉ cấp một bản', 'For a marriage only one is issued') },
  ),
} as const

const reissue = {
  issuedBefore: bool(
    words(
      'Đã từng được cấp giấy này cho mục đích khác, hoặc giấy đã hết hạn?',
      'Was one issued before for another purpose, or has it expired?',
    ),
  ),
  earlierNumber: onlyWhen({ issuedBefore: true }, text(words('Số giấy đã cấp', 'Number of the earlier one'), { most: 60 })),
  earlierOn: onlyWhen({ issuedBefore: true }, pastDate(words('Ngày cấp', 'Date of the earlier one'))),
  returnsEarlier: onlyWhen({ issuedBefore: true }, bool(words('Bạn nộp lại giấy cũ được không?', 'Can you hand the earlier one in?'))),
  earlierPaper: onlyWhen({ returnsEarlier: true }, upload(words('Giấy xác nhận đã cấp', 'The earlier certificate'))),
  whyNotReturned: onlyWhen(
    { returnsEarlier: false },
    text(words('Vì sao không nộp lại được?', 'Why can it not be handed in?'), { most: 500, lines: 3 }),
  ),
} as const

const papers = {
  authority: onlyWhen(forOther, upload(words('Văn bản ủy quyền', 'Power of attorney'))),
  foreignDivorceNote: optional(
    onlyWhen(
      divorced,
      upload(words('Trích lục ghi chú ly hôn', 'Extract of the noted divorce'), {
        hint: words('Chỉ khi đã ly hôn, hủy kết hôn ở nước ngoài', 'Only after a divorce or annulment abroad'),
      }),
    ),
  ),
  residencePapers: optional(
    onlyWhen(
      withPeriods,
      upload(words('Giấy tờ về những nơi cư trú trước đây', 'Papers about earlier residences'), {
        hint: words('Có thì gửi, không có thì bỏ qua', 'Send what you have; leave it out otherwise'),
      }),
    ),
  ),
  ownStatement: optional(
    upload(words('Văn bản cam đoan về tình trạng hôn nhân', 'Written undertaking about the marital status'), {
      hint: words(
        'Chỉ khi được yêu cầu, vì không nơi nào xác minh được',
        'Only when asked for it, because no office could verify the status',
      ),
    }),
  ),
  exemption: choice(words('Bạn thuộc diện nào sau đây không?', 'Does one of these apply?'), {
    none: words('Không thuộc diện nào', 'None of them'),
    meritFamily: words('Gia đình có công với cách mạng', 'Family with merit'),
    poorHousehold: words('Hộ nghèo', 'Poor household'),
    disabled: words('Người khuyết tật', 'Person with a disability'),
  }),
} as const

const receiving = {
  receiveBy: choice(words('Bạn muốn nhận giấy xác nhận thế nào?', 'How do you want to receive the certificate?'), {
    counter: {
      ...words('Bản giấy, tại Trung tâm Phục vụ hành chính công', 'On paper, at the public service centre'),
      hint: words('Bản điện tử vẫn gửi vào tài khoản của bạn', 'The electronic one still comes to your account'),
    },
    online: words('Chỉ bản điện tử', 'Electronic only'),
    post: words('Bản giấy, qua bưu chính', 'On paper, by post'),
  }),
  receiveAt: onlyWhen({ receiveBy: 'post' }, place(words('Địa chỉ nhận', 'Delivery address'), { detail: 'required' })),
  truthful,
} as const

/** Every answer that the register, the certificate or the handling of the dossier needs. */
export const maritalStatusFields = {
  ...applicant,
  ...subjectFields,
  ...periods,
  ...purpose,
  ...reissue,
  ...papers,
  ...receiving,
} as const
