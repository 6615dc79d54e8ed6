import {
  choice,
  citizenId,
  comparedWith,
  ethnicity,
  filedLate,
  fixed,
  fullName,
  int,
  onlyWhen,
  optional,
  pastDate,
  place,
  population,
  prefilledFrom,
  text,
  undertaking,
  upload,
  vneid,
  wallet,
  words,
} from '#modules/procedures'
import { fatherKnown, fatherNamed, isFather, isMother, motherNamed, noParentKnown } from './birth-conditions.ts'
import { parentFields } from './birth-parents.ts'
import { channel, contact, truthful } from './common-fields.ts'

const applicant = {
  channel,
  relation: choice(words('Bạn là ai đối với trẻ?', 'Who are you to the child?'), {
    mother: words('Mẹ', 'Mother'),
    father: words('Cha', 'Father'),
    grandparent: words('Ông hoặc bà', 'Grandparent'),
    relative: words('Người thân thích khác', 'Another relative'),
    carer: words('Người hoặc cơ sở đang nuôi dưỡng trẻ', 'Person or institution caring for the child'),
    authorised: words('Người được cha mẹ ủy quyền', 'Person authorised by the parents'),
  }),
  applicantName: prefilledFrom(
    [vneid('fullName')],
    fullName(words('Họ, chữ đệm, tên của bạn', 'Your full name'), { autocomplete: 'name' }),
  ),
  applicantId: prefilledFrom(
    [vneid('citizenId')],
    citizenId(words('Số định danh cá nhân của bạn', 'Your personal number'), { sensitive: true }),
  ),
  ...contact,
} as const

const child = {
  childName: fullName(words('Họ, chữ đệm, tên của trẻ', 'Full name of the child'), {
    hint: words('Viết đủ dấu, đúng như sẽ ghi trên giấy khai sinh', 'With all marks, exactly as it will stand on the certificate'),
    missing: words('Điền họ, chữ đệm và tên của trẻ', 'Enter the full name of the child'),
  }),
  childBornOn: comparedWith(
    [wallet('birthNote.bornOn')],
    pastDate(words('Ngày, tháng, năm sinh', 'Date of birth'), {
      hint: words('Ví dụ: 9 11 2026', 'For example: 9 11 2026'),
      missing: words('Điền ngày, tháng, năm sinh của trẻ', 'Enter the child’s date of birth'),
    }),
  ),
  childSex: comparedWith(
    [wallet('birthNote.sex')],
    choice(words('Giới tính', 'Sex'), { male: words('Nam', 'Male'), female: words('Nữ', 'Female') }),
  ),
  late: filedLate(words('Đăng ký quá hạn', 'Late registration'), {
    moreThanDays: 60,
    after: 'childBornOn',
    basis: 'Luật Hộ tịch 60/2014/QH13, Điều 15',
  }),
  lateReason: optional(
    onlyWhen(
      { late: true },
      text(words('Vì sao đến nay mới đăng ký?', 'Why is it registered only now?'), {
        hint: words(
          'Đã quá 60 ngày từ ngày sinh. Hồ sơ vẫn được giải quyết.',
          'More than 60 days have passed. The dossier is handled all the same.',
        ),
        most: 500,
        lines: 3,
      }),
    ),
  ),
  childEthnicity: onlyWhen(
    { not: { parents: 'abandoned' } },
    ethnicity(words('Dân tộc của trẻ', 'Ethnic group of the child'), {
      hint: words('Theo dân tộc của cha hoặc của mẹ', 'That of the father or of the mother'),
    }),
  ),
  childNationality: fixed(words('Quốc tịch', 'Nationality'), 'VN', 'nationality'),
  bornIn: choice(words('Trẻ sinh ở đâu?', 'Where was the child born?'), {
    facility: words('Tại cơ sở y tế', 'In a health facility'),
    elsewhere: words('Ở nhà hoặc nơi khác', 'At home or elsewhere'),
  }),
  birthFacility: comparedWith(
    [wallet('birthNote.facility')],
    onlyWhen(
      { bornIn: 'facility' },
      text(words('Tên cơ sở y tế', 'Name of the facility'), {
        hint: words('Ví dụ: Bệnh viện Sản – Nhi Bắc Ninh', 'For example: Bệnh viện Sản – Nhi Bắc Ninh'),
      }),
    ),
  ),
  birthPlace: place(words('Xã, phường nơi sinh', 'Commune of birth'), { detail: 'none' }),
  hometownFrom: onlyWhen(
    fatherKnown,
    choice(words('Quê quán của trẻ ghi theo ai?', 'Whose place of origin does the child take?'), {
      father: words('Theo cha', 'The father’s'),
      mother: words('Theo mẹ', 'The mother’s'),
    }),
  ),
  hometown: prefilledFrom(
    [
      { ...population('hometown', fatherNamed), when: { hometownFrom: 'father' } },
      { ...population('hometown', motherNamed), when: { any: [{ hometownFrom: 'mother' }, { parents: 'motherOnly' }] } },
    ],
    place(words('Quê quán', 'Place of origin'), {
      detail: 'instead',
      hint: words(
        'Như ghi trong khai sinh của cha hoặc mẹ; không phải nơi sinh, nơi ở',
        'As in that parent’s own birth entry; not where the child was born or lives',
      ),
    }),
  ),
} as const

const papers = {
  proof: onlyWhen(
    { not: { parents: 'abandoned' } },
    choice(words('Bạn có giấy tờ nào về việc sinh?', 'Which proof of the birth do you have?'), {
      clinic: {
        ...words('Giấy chứng sinh', 'Birth note of the clinic'),
        hint: words('Bệnh viện, trạm y tế cấp khi mẹ và bé về nhà', 'Given by the hospital or health station on leaving'),
      },
      witness: {
        ...words('Không có giấy chứng sinh, có người làm chứng', 'No birth note, but a witness'),
        hint: words('Nộp văn bản người làm chứng xác nhận việc sinh', 'Hand in the witness’s written statement'),
      },
      ownWord: {
        ...words('Không có cả hai', 'Neither'),
        hint: words('Bạn viết giấy cam đoan về việc sinh', 'You write a statement of your own about the birth'),
      },
    }),
  ),
  clinicNoteNumber: onlyWhen(
    { proof: 'clinic' },
    prefilledFrom(
      [wallet('birthNote.number')],
      text(words('Số giấy chứng sinh', 'Number of the birth note'), {
        most: 40,
        hint: words('Ở góc trên của tờ giấy', 'In the upper corner of the note'),
        missing: words(
          'Điền số giấy chứng sinh, hoặc chọn “Không có giấy chứng sinh” ở câu trên',
          'Enter the number of the birth note, or choose “No birth note” above',
        ),
      }),
    ),
  ),
  clinicNote: onlyWhen(
    { proof: 'clinic' },
    prefilledFrom(
      [wallet('birthNote')],
      upload(words('Giấy chứng sinh', 'Birth note'), {
        hint: words(
          'Chụp bằng điện thoại là được, thấy đủ bốn góc và đọc được chữ',
          'A phone photo will do: all four corners visible, the writing readable',
        ),
        missing: words('Chụp hoặc chọn tệp giấy chứng sinh', 'Take a photo of the birth note or choose a file'),
      }),
    ),
  ),
  witnessNote: onlyWhen({ proof: 'witness' }, upload(words('Văn bản của người làm chứng', 'Statement of the witness'))),
  birthStatement: onlyWhen({ proof: 'ownWord' }, upload(words('Giấy cam đoan về việc sinh', 'Your statement about the birth'))),
  foundRecord: onlyWhen({ parents: 'abandoned' }, upload(words('Biên bản về việc trẻ bị bỏ rơi', 'Record of the finding'))),
  surrogacyNote: onlyWhen(
    { surrogacy: true },
    upload(words('Xác nhận của cơ sở y tế về việc mang thai hộ', 'Facility’s confirmation of the surrogacy')),
  ),
  authority: onlyWhen({ relation: 'authorised' }, upload(words('Văn bản ủy quyền', 'Power of attorney'))),
  foreignMarriageNote: optional(
    onlyWhen(
      fatherKnown,
      upload(words('Giấy tờ kết hôn đăng ký ở nước ngoài', 'Marriage paper registered abroad'), {
        hint: words(
          'Chỉ cần khi cha mẹ kết hôn ở nước ngoài; kèm bản dịch, hợp pháp hóa',
          'Only if the parents married abroad; with translation and legalisation',
        ),
      }),
    ),
  ),
} as const

const receiving = {
  receiveBy: choice(words('Bạn muốn nhận giấy khai sinh thế nào?', 'How do you want to receive the certificate?'), {
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
      words('Số bản sao cần thêm', 'Additional copies'),
      { least: 0, most: 20 },
      { hint: words('Mỗi bản sao thu phí riêng. Không cần thì để trống.', 'Each copy has its own fee. Leave empty if none is needed.') },
    ),
  ),
  agreedByParents: onlyWhen(
    { not: { any: [noParentKnown, isMother, isFather] } },
    undertaking(words('Nội dung khai đã được cha, mẹ của trẻ thống nhất', 'The child’s parents have agreed to these contents'), {
      missing: words('Hỏi và thống nhất với cha, mẹ của trẻ trước khi nộp', 'Agree the contents with the child’s parents before filing'),
    }),
  ),
  truthful,
} as const

/** Every answer that the birth register, the certificate or the handling of the dossier needs. */
export const birthFields = { ...applicant, ...child, ...parentFields, ...papers, ...receiving } as const
