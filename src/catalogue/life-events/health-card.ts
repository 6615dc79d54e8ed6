import { anyDate, choice, citizenId, fullName, place, procedure, text, words, workingDays } from '#modules/procedures'
import { channel, contact } from '../civil-status/common-fields.ts'
import { healthCard, healthCardPrints } from '../papers/health-card.ts'
import { healthCardSteps } from './health-card-steps.ts'

const decree = 'Nghị định 63/2024/NĐ-CP, Điều 8'
const cards = 'Nghị định 188/2025/NĐ-CP'

/**
 * The health-insurance card of a child under six, as the social insurance handles it behind a birth. The State pays; nothing but the place of
 * first treatment was asked. It is not filed by itself (no channel of its own).
 */
export const childHealthCard = procedure({
  code: '2.000986.BHYT',
  name: words('Cấp thẻ bảo hiểm y tế cho trẻ dưới 6 tuổi', 'Issue a health-insurance card to a child under six'),
  purpose: words('Trẻ có thẻ bảo hiểm y tế điện tử, dùng từ ngày sinh', 'The child has an electronic card, valid from birth'),
  area: 'Bảo hiểm y tế',
  basis: '63/2024/NĐ-CP',
  legal: ['25/2008/QH12', '188/2025/NĐ-CP', '63/2024/NĐ-CP'],
  revision: 1,
  inForceFrom: '2026-07-01',
  who: [words('Cha, mẹ hoặc người giám hộ của trẻ', 'A parent or guardian of the child')],
  alsoCalled: ['thẻ bảo hiểm y tế cho con', 'BHYT trẻ em'],
  minutesToFill: 2,
  channels: [],
  counter: 'socialInsurance',
  resolvedWithin: { ...workingDays(2), basis: decree },
  supplement: { noticeWithin: { online: workingDays(1), counter: workingDays(1) }, withoutLeader: 1, basis: decree },
  competence: { residences: ['address'], basis: cards },
  fees: [
    {
      id: 'card',
      name: words('Cấp thẻ cho trẻ dưới 6 tuổi', 'Card for a child under six'),
      dong: 0n,
      setBy: 'law',
      basis: 'Luật Bảo hiểm y tế 25/2008/QH12',
    },
  ],
  fields: {
    channel,
    applicantName: fullName(words('Họ, chữ đệm, tên người nộp', 'Name of whoever files')),
    applicantId: citizenId(words('Số định danh cá nhân người nộp', 'Personal number of whoever files'), { sensitive: true }),
    ...contact,
    childName: fullName(words('Họ, chữ đệm, tên của trẻ', 'Full name of the child')),
    childBornOn: anyDate(words('Ngày sinh của trẻ', 'Child’s date of birth')),
    childSex: choice(words('Giới tính', 'Sex'), { male: words('Nam', 'Male'), female: words('Nữ', 'Female') }),
    personalNumber: citizenId(words('Số định danh cá nhân của trẻ', 'Child’s personal number'), { sensitive: true }),
    birthNumber: text(words('Số giấy khai sinh', 'Number of the birth certificate')),
    address: place(words('Nơi cư trú', 'Residence'), { detail: 'optional' }),
    careFacility: text(words('Nơi khám bệnh, chữa bệnh ban đầu', 'Where the child is first treated')),
  },
  pages: [
    {
      id: 'nguoi-nop',
      title: words('Người nộp hồ sơ', 'Who is filing'),
      asks: ['applicantName', 'applicantId', 'applicantPhone', 'applicantEmail'],
    },
    {
      id: 'tre',
      title: words('Trẻ', 'The child'),
      asks: ['childName', 'childBornOn', 'childSex', 'personalNumber', 'birthNumber', 'address'],
    },
    { id: 'kham-benh', title: words('Khám bệnh, chữa bệnh', 'Treatment'), asks: ['careFacility'] },
  ],
  cases: [],
  components: [
    {
      id: 'declaration',
      name: words('Tờ khai điện tử dùng chung (Mẫu 01)', 'The common electronic form (Mẫu 01)'),
      document: 'joint-birth-form',
      group: 'Hồ sơ liên thông',
      form: 'Mẫu 01',
      handling: 'handIn',
      originals: 1,
      copies: 0,
      madeFromAnswers: true,
      substitutes: [],
      basis: 'Nghị định 63/2024/NĐ-CP, Điều 5',
    },
  ],
  rules: [],
  defects: [
    {
      code: 'LT05',
      text: words('Cơ sở khám chữa bệnh ngừng nhận đăng ký ban đầu', 'The facility takes no more registrations'),
      remedy: words('Chọn cơ sở khác', 'Choose another one'),
      outcome: 'supplement',
      field: 'careFacility',
      basis: cards,
    },
    {
      code: 'LT06',
      text: words('Trẻ đã có thẻ bảo hiểm y tế', 'The child has a card already'),
      remedy: words('Dùng thẻ đã có; khai sinh và thường trú vẫn giữ nguyên', 'Use that card; birth and residence stand'),
      outcome: 'refuse',
      field: 'personalNumber',
      basis: cards,
    },
  ],
  begins: 'receive',
  steps: healthCardSteps,
  consultations: [],
  results: [
    {
      code: 'KQ.G18.000047',
      name: words('Thẻ bảo hiểm y tế', 'Health-insurance card'),
      numbering: 'after-signature',
      symbol: 'BHXH',
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      template: { id: 'health-card', typst: healthCard },
      prints: healthCardPrints,
      basis: cards,
    },
  ],
  about: 'childName',
  worklist: ['childName', 'careFacility'],
  statistics: ['careFacility'],
  unverified: [
    words(
      'Mã thủ tục thành phần và nội dung trên thẻ chưa đối chiếu văn bản',
      'The code of the part and the content of the card are not compared with a text',
    ),
    words('Một cơ quan bảo hiểm xã hội cho cả thành phố trong dữ liệu mẫu', 'One social-insurance office for the whole city in the sample'),
  ],
})
