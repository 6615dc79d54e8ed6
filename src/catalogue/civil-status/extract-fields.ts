import {
  choice,
  citizenId,
  fullName,
  int,
  onlyWhen,
  optional,
  pastDate,
  place,
  population,
  prefilledFrom,
  text,
  upload,
  vneid,
  words,
} from '#modules/procedures'
import { channel, contact, truthful } from './common-fields.ts'

const own = { relation: 'self' } as const
const forOrganisation = { relation: 'organisation' } as const

// The population database answers only when number, name and date of birth agree.
const applicantNamed = ['applicantId', 'applicantName', 'applicantBornOn'] as const

const applicant = {
  channel,
  relation: choice(words('Bạn xin bản sao của ai?', 'Whose entry do you want a copy of?'), {
    self: words('Của chính tôi', 'My own'),
    parent: words('Của con tôi, hoặc người tôi giám hộ', 'My child’s or ward’s'),
    spouse: words('Của vợ hoặc chồng tôi', 'My spouse’s'),
    child: words('Của cha hoặc mẹ tôi', 'My parent’s'),
    authorised: words('Của người ủy quyền cho tôi', 'Of someone who authorised me'),
    organisation: words('Cơ quan, tổ chức tôi đại diện cần', 'An organisation that I represent needs it'),
  }),
  applicantName: prefilledFrom(
    [vneid('fullName')],
    fullName(words('Họ, chữ đệm, tên của bạn', 'Your full name'), { autocomplete: 'name' }),
  ),
  applicantId: prefilledFrom(
    [vneid('citizenId')],
    citizenId(words('Số định danh cá nhân của bạn', 'Your personal number'), { sensitive: true }),
  ),
  applicantBornOn: prefilledFrom(
    [vneid('bornOn')],
    pastDate(words('Ngày, tháng, năm sinh của bạn', 'Your date of birth'), { atLeast: 'year' }),
  ),
  applicantResidence: optional(
    prefilledFrom(
      [population('residence', applicantNamed)],
      place(words('Nơi cư trú của bạn', 'Your residence'), {
        detail: 'instead',
        hint: words('Chỉ cần khi không có số định danh', 'Only needed without a personal number'),
      }),
    ),
  ),
  organisation: onlyWhen(forOrganisation, text(words('Tên cơ quan, tổ chức', 'Name of the organisation'))),
  reason: onlyWhen(
    forOrganisation,
    text(words('Lý do cần bản sao', 'Why the copy is needed'), {
      most: 500,
      lines: 3,
      hint: words('Nêu rõ như trong văn bản yêu cầu', 'As in the written request'),
    }),
  ),
  ...contact,
} as const

/** Which event, of whom, where it was registered: what is needed to find the entry. */
const event = {
  kind: choice(words('Bạn cần bản sao của việc nào?', 'A copy of which event?'), {
    birth: words('Khai sinh', 'Birth'),
    marriage: words('Kết hôn', 'Marriage'),
    death: words('Khai tử', 'Death'),
    parenthood: words('Nhận cha, mẹ, con', 'Recognition of parent and child'),
    guardianship: words('Giám hộ', 'Guardianship'),
    change: words('Thay đổi, cải chính, bổ sung hộ tịch', 'Change or correction'),
    ethnicity: words('Xác định lại dân tộc', 'Ethnic group determined anew'),
    noted: words('Ghi chú ly hôn, kết hôn ở nước ngoài', 'Note of a divorce or marriage abroad'),
  }),
  copyForm: onlyWhen(
    { kind: 'birth' },
    choice(words('Bạn cần loại nào?', 'Which form?'), {
      extract: {
        ...words('Trích lục khai sinh (bản sao)', 'Extract of the birth register'),
        hint: words('Đủ dùng cho hầu hết thủ tục', 'Enough for most purposes'),
      },
      certificate: words('Giấy khai sinh (bản sao)', 'Copy of the birth certificate'),
    }),
  ),
  subjectName: prefilledFrom(
    [vneid('fullName', own)],
    fullName(words('Họ, chữ đệm, tên của người trong sổ', 'Full name of the person in the register'), {
      hint: words('Việc kết hôn thì ghi tên một trong hai người', 'For a marriage, either of the two'),
    }),
  ),
  subjectBornOn: prefilledFrom(
    [vneid('bornOn', own)],
    pastDate(words('Ngày, tháng, năm sinh của người đó', 'That person’s date of birth'), {
      atLeast: 'year',
    }),
  ),
  subjectId: optional(
    prefilledFrom(
      [vneid('citizenId', own)],
      citizenId(words('Số định danh cá nhân của người đó', 'That person’s personal number'), { sensitive: true }),
    ),
  ),
  otherName: optional(
    onlyWhen(
      { kind: ['marriage', 'parenthood', 'guardianship'] },
      fullName(words('Họ, chữ đệm, tên của người kia', 'Full name of the other person'), {
        hint: words('Vợ hoặc chồng, cha, mẹ, người giám hộ', 'Spouse, parent or guardian'),
      }),
    ),
  ),
  registeredAt: place(words('Nơi đã đăng ký', 'Where it was registered'), {
    detail: 'instead',
    hint: words('Tên cũ trước khi sáp nhập cũng được; ở đâu cũng cấp được bản sao', 'An old name will do; any registry gives the copy'),
  }),
  entryNumber: optional(
    text(words('Số, quyển số', 'Number and book'), {
      most: 60,
      hint: words('Nếu còn giấy cũ thì tìm nhanh hơn', 'If an old paper is at hand'),
    }),
  ),
  entryDate: optional(pastDate(words('Ngày đăng ký', 'Day of registration'), { atLeast: 'year' })),
  oldPaper: optional(
    upload(words('Ảnh giấy hộ tịch đã có', 'Photo of an old paper'), {
      hint: words('Không bắt buộc; giúp tìm đúng mục', 'Not required; it helps to find the entry'),
    }),
  ),
} as const

const papers = {
  request: onlyWhen(forOrganisation, upload(words('Văn bản yêu cầu của cơ quan, tổ chức', 'Written request of the organisation'))),
  authority: onlyWhen({ relation: 'authorised' }, upload(words('Văn bản ủy quyền', 'Power of attorney'))),
} as const

const receiving = {
  copies: int(words('Số bản sao cần cấp', 'How many copies'), { least: 1, most: 50 }),
  receiveBy: choice(words('Bạn muốn nhận bản sao thế nào?', 'How do you want to receive them?'), {
    counter: words('Bản giấy, tại Trung tâm Phục vụ hành chính công', 'On paper, at the public service centre'),
    online: words('Bản điện tử', 'Electronically'),
    post: words('Bản giấy, qua bưu chính', 'On paper, by post'),
  }),
  receiveAt: onlyWhen({ receiveBy: 'post' }, place(words('Địa chỉ nhận', 'Delivery address'), { detail: 'required' })),
  truthful,
} as const

/** Every answer that the search, the copy and the book of copies need. */
export const extractFields = { ...applicant, ...event, ...papers, ...receiving } as const
