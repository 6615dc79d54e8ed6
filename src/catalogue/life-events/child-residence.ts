import {
  anyDate,
  choice,
  citizenId,
  fullName,
  onlyWhen,
  place,
  procedure,
  text,
  upload,
  words,
  workingDays,
  workingHours,
} from '#modules/procedures'
import { channel, contact } from '../civil-status/common-fields.ts'
import { permanentNotice, permanentNoticePrints } from '../papers/permanent-residence-notice.ts'
import { residenceForms } from '../papers/residence-forms.ts'
import { staySteps } from '../residence/stay-steps.ts'
import { childResidenceComponents, childResidenceDefects } from './child-residence-papers.ts'
import { agreement, toHouseholder } from './relations.ts'

const decree = 'Nghị định 63/2024/NĐ-CP, Điều 7'

/**
 * A child's permanent residence, as the police of the commune handle it behind a birth: everything was asked there, the certificate comes as
 * data. It is not filed by itself (no channel of its own).
 */
export const childResidence = procedure({
  code: '2.000986.TT',
  name: words('Đăng ký thường trú cho trẻ', 'Register a child’s permanent residence'),
  purpose: words('Trẻ được ghi vào hộ của cha, mẹ hoặc nơi ở hợp pháp khác', 'The child is entered in a household'),
  area: 'Đăng ký, quản lý cư trú',
  basis: '1523/QĐ-BCA-C06',
  legal: ['68/2020/QH14', '154/2024/NĐ-CP', '53/2025/TT-BCA', '63/2024/NĐ-CP'],
  revision: 1,
  inForceFrom: '2026-07-01',
  who: [words('Cha, mẹ hoặc người giám hộ của trẻ', 'A parent or guardian of the child')],
  alsoCalled: ['nhập khẩu cho con', 'nhập hộ khẩu cho trẻ', 'thường trú cho con'],
  minutesToFill: 5,
  channels: [],
  counter: 'communePolice',
  resolvedWithin: { ...workingDays(2), basis: decree },
  supplement: {
    noticeWithin: { online: workingHours(8), counter: workingDays(1) },
    withoutLeader: 1,
    basis: 'Nghị quyết 66.7/2025/NQ-CP, Điều 8',
  },
  competence: { residences: ['dwelling'], basis: 'Luật Cư trú 68/2020/QH14, Điều 20' },
  fees: [
    {
      id: 'registration',
      name: words('Lệ phí đăng ký thường trú cho trẻ', 'Registration of a child'),
      dong: 0n,
      setBy: 'law',
      basis: 'Thông tư 75/2022/TT-BTC',
    },
  ],
  fields: {
    channel,
    applicantName: fullName(words('Họ, chữ đệm, tên người nộp', 'Name of whoever files')),
    applicantId: citizenId(words('Số định danh cá nhân người nộp', 'Personal number of whoever files'), { sensitive: true }),
    ...contact,
    personName: fullName(words('Họ, chữ đệm, tên của trẻ', 'Full name of the child')),
    personId: citizenId(words('Số định danh cá nhân của trẻ', 'Child’s personal number'), { sensitive: true }),
    personBornOn: anyDate(words('Ngày sinh của trẻ', 'Child’s date of birth')),
    personSex: choice(words('Giới tính', 'Sex'), { male: words('Nam', 'Male'), female: words('Nữ', 'Female') }),
    birthNumber: text(words('Số giấy khai sinh', 'Number of the birth certificate')),
    from: anyDate(words('Ngày đăng ký khai sinh', 'Day of the birth registration')),
    residenceWith: choice(words('Thường trú cùng', 'Lives with'), {
      mother: words('Mẹ', 'Mother'),
      father: words('Cha', 'Father'),
      other: words('Nơi khác', 'Elsewhere'),
    }),
    dwelling: place(words('Nơi thường trú', 'Permanent residence'), { detail: 'optional' }),
    householderName: fullName(words('Họ, chữ đệm và tên chủ hộ', 'Householder’s full name')),
    householderId: citizenId(words('Số định danh cá nhân của chủ hộ', 'Householder’s personal number'), { sensitive: true }),
    relation: choice(words('Mối quan hệ với chủ hộ', 'Relation to the householder'), toHouseholder),
    householderAgrees: choice(words('Chủ hộ đồng ý', 'How the householder agrees'), agreement),
    signedCt01: onlyWhen(
      { householderAgrees: 'paper' },
      upload(words('Tờ khai CT01 có chữ ký của chủ hộ', 'Declaration CT01 signed by the householder')),
    ),
    dwellingPaper: onlyWhen({ residenceWith: 'other' }, upload(words('Giấy tờ về chỗ ở hợp pháp', 'Paper of the lawful dwelling'))),
  },
  pages: [
    {
      id: 'nguoi-nop',
      title: words('Người nộp hồ sơ', 'Who is filing'),
      asks: ['applicantName', 'applicantId', 'applicantPhone', 'applicantEmail'],
    },
    { id: 'tre', title: words('Trẻ', 'The child'), asks: ['personName', 'personId', 'personBornOn', 'personSex', 'birthNumber', 'from'] },
    { id: 'cho-o', title: words('Nơi thường trú', 'Permanent residence'), asks: ['residenceWith', 'dwelling', 'dwellingPaper'] },
    {
      id: 'ho',
      title: words('Hộ gia đình', 'Household'),
      asks: ['householderName', 'householderId', 'relation', 'householderAgrees', 'signedCt01'],
    },
  ],
  cases: [
    {
      id: 'otherDwelling',
      name: words('Không ở cùng cha hoặc mẹ', 'Not with a parent'),
      when: { residenceWith: 'other' },
      tells: words('Cần giấy tờ về chỗ ở và chủ chỗ ở đồng ý', 'Paper of the dwelling and the owner’s consent are needed'),
      basis: 'Luật Cư trú 68/2020/QH14, Điều 20',
    },
  ],
  components: childResidenceComponents,
  rules: [],
  defects: childResidenceDefects,
  begins: 'receive',
  // Two days instead of three: the data has been compared at the birth.
  steps: {
    ...staySteps,
    receive: { ...staySteps.receive, within: { ...workingHours(2), basis: decree } },
    examine: { ...staySteps.examine, within: workingHours(6) },
  },
  consultations: [],
  forms: residenceForms,
  results: [
    {
      code: 'KQ.G01.000065',
      name: words('Thông báo kết quả đăng ký thường trú', 'Notice of the permanent residence'),
      numbering: 'after-signature',
      symbol: 'TB-CAX',
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      template: { id: 'permanent-residence-notice', typst: permanentNotice },
      prints: permanentNoticePrints,
      basis: 'Thông tư 53/2025/TT-BCA',
    },
  ],
  about: 'personName',
  worklist: ['personName', 'dwelling'],
  statistics: ['residenceWith', 'relation', 'householderAgrees'],
  unverified: [
    words(
      'Mã kết quả, mẫu CT08 và ký hiệu số chưa đối chiếu công báo',
      'The result’s code, the form CT08 and the sign are not compared with the gazette',
    ),
    words('Thời gian mỗi bước là cách chia việc của cơ quan, không phải quy định', 'The time for each step is the office’s own division'),
  ],
})
