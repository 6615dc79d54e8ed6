import {
  choice,
  citizenId,
  filedLate,
  fullName,
  health,
  int,
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
import { deceasedNamed, hasDeathNote, hasPaper } from './death-conditions.ts'
import { death, deceased } from './death-deceased.ts'

const applicant = {
  channel,
  relation: choice(words('Bạn là ai đối với người đã chết?', 'Who are you to the deceased?'), {
    child: words('Con', 'Child'),
    wife: words('Vợ', 'Wife'),
    husband: words('Chồng', 'Husband'),
    father: words('Cha', 'Father'),
    mother: words('Mẹ', 'Mother'),
    relative: words('Người thân thích khác', 'Another relative'),
    representative: words('Đại diện cơ quan, tổ chức', 'Representative of an agency or organisation'),
    authorised: words('Người được người thân thích ủy quyền', 'Person authorised by a relative'),
  }),
  applicantName: prefilledFrom(
    [vneid('fullName')],
    fullName(words('Họ, chữ đệm, tên của bạn', 'Your full name'), { autocomplete: 'name' }),
  ),
  applicantId: prefilledFrom(
    [vneid('citizenId')],
    citizenId(words('Số định danh cá nhân của bạn', 'Your personal number'), { sensitive: true }),
  ),
  organisation: onlyWhen({ relation: 'representative' }, text(words('Cơ quan, tổ chức bạn đại diện', 'The body that you represent'))),
  ...contact,
} as const

/** The paper that proves the death. What the health system has as signed data is not handed in. */
const proof = {
  noteForm: onlyWhen(
    hasDeathNote,
    prefilledFrom(
      [health('deathNote', deceasedNamed)],
      choice(words('Giấy báo tử ở dạng nào?', 'In which form is the death notice?'), {
        paper: words('Bản giấy, tôi chụp gửi kèm', 'On paper; I attach a photo'),
        data: words('Bản điện tử do nơi cấp gửi lên hệ thống', 'Electronic, sent by whoever issued it'),
      }),
    ),
  ),
  noteNumber: onlyWhen(
    hasPaper,
    prefilledFrom(
      [health('deathNote.number', deceasedNamed)],
      text(words('Số giấy báo tử hoặc giấy tờ thay thế', 'Number of the death notice or what stands for it'), { most: 60 }),
    ),
  ),
  noteIssuedOn: onlyWhen(
    hasPaper,
    prefilledFrom([health('deathNote.issuedOn', deceasedNamed)], pastDate(words('Ngày cấp giấy tờ đó', 'Day of that paper'))),
  ),
  noteIssuer: onlyWhen(
    hasPaper,
    prefilledFrom(
      [health('deathNote.facility', deceasedNamed)],
      text(words('Cơ quan cấp giấy tờ đó', 'Who issued that paper'), {
        hint: words('Ví dụ: Bệnh viện Đa khoa mẫu Bắc Ninh', 'For example: the hospital, the commune, the court'),
      }),
    ),
  ),
  deathNote: onlyWhen(
    { all: [hasDeathNote, { noteForm: 'paper' }] },
    upload(words('Giấy báo tử', 'Death notice'), {
      hint: words('Chụp bằng điện thoại là được, thấy đủ bốn góc', 'A phone photo will do, with all four corners'),
      missing: words('Chụp hoặc chọn tệp giấy báo tử', 'Take a photo of the notice or choose a file'),
    }),
  ),
  policeDocument: onlyWhen(
    { circumstance: 'suspicious' },
    upload(words('Văn bản của công an hoặc kết quả giám định pháp y', 'Document of the police or forensic result')),
  ),
  executionRecord: onlyWhen({ circumstance: 'execution' }, upload(words('Biên bản thi hành án tử hình', 'Record of the execution'))),
  courtJudgment: onlyWhen(
    { circumstance: 'declared' },
    upload(words('Bản án, quyết định của tòa án đã có hiệu lực', 'Judgment or decision in force')),
  ),
  evidence: onlyWhen(
    { circumstance: 'longAgo' },
    upload(words('Chứng cứ về việc chết', 'Evidence of the death'), {
      hint: words(
        'Ví dụ: giấy của chính quyền nơi chết, của đơn vị cũ, hồ sơ liệt sĩ',
        'For example: a paper of the authorities there, of the former unit',
      ),
    }),
  ),
  placeProof: optional(
    onlyWhen(
      { residenceKnown: 'unknown' },
      upload(words('Giấy tờ chứng minh nơi chết', 'Proof of where the person died'), {
        hint: words('Bản chính chỉ phải xuất trình; gửi ảnh trước nếu có', 'The original is only shown; send a photo if you have one'),
      }),
    ),
  ),
  authority: onlyWhen({ relation: 'authorised' }, upload(words('Văn bản ủy quyền', 'Power of attorney'))),
  foreignPaper: optional(
    upload(words('Giấy tờ nước ngoài đã hợp pháp hóa, kèm bản dịch', 'Legalised foreign paper with its translation'), {
      hint: words('Chỉ khi có giấy tờ do nước ngoài cấp', 'Only if a paper was issued abroad'),
    }),
  ),
} as const

const receiving = {
  receiveBy: choice(words('Bạn muốn nhận trích lục khai tử thế nào?', 'How do you want to receive the extract?'), {
    counter: {
      ...words('Bản giấy, tại Trung tâm Phục vụ hành chính công', 'On paper, at the public service centre'),
      hint: words('Bản điện tử vẫn gửi vào tài khoản của bạn', 'The electronic one still comes to your account'),
    },
    online: words('Chỉ bản điện tử', 'Electronic only'),
    post: words('Bản giấy, qua bưu chính', 'On paper, by post'),
  }),
  receiveAt: onlyWhen({ receiveBy: 'post' }, place(words('Địa chỉ nhận', 'Delivery address'), { detail: 'required' })),
  copies: optional(
    int(
      words('Số bản sao trích lục cần thêm', 'Additional copies'),
      { least: 0, most: 20 },
      { hint: words('Mỗi bản sao thu phí riêng. Không cần thì để trống.', 'Each copy has its own fee. Leave empty if none is needed.') },
    ),
  ),
  // Whoever is in time pays nothing anyway.
  exemption: onlyWhen(
    { late: true },
    choice(words('Bạn thuộc diện được miễn lệ phí hộ tịch?', 'Are you exempt from civil-status fees?'), {
      none: words('Không', 'No'),
      meritFamily: words('Gia đình có công với cách mạng', 'Family with merit'),
      poorHousehold: words('Hộ nghèo', 'Poor household'),
      disabled: words('Người khuyết tật', 'Person with a disability'),
    }),
  ),
  truthful,
} as const

/** Every answer that the death register, the extract or the handling of the dossier needs. */
export const deathFields = {
  ...applicant,
  ...deceased,
  ...death,
  late: filedLate(words('Đăng ký quá hạn', 'Late registration'), {
    moreThanDays: 15,
    after: 'diedOn',
    basis: 'Luật Hộ tịch 60/2014/QH13, Điều 33',
  }),
  ...proof,
  ...receiving,
} as const
