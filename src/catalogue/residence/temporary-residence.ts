import { procedure, words, workingDays, workingHours } from '#modules/procedures'
import { residenceForms } from '../papers/residence-forms.ts'
import { residenceNotice, residenceNoticePrints } from '../papers/residence-notice.ts'
import { stayDefects } from './stay-defects.ts'
import { exemptions, stayFees } from './stay-fees.ts'
import { stayFields } from './stay-fields.ts'
import { stayComponents } from './stay-papers.ts'
import { stayRules } from './stay-rules.ts'
import { staySteps } from './stay-steps.ts'

/** Registration of a temporary residence with the police of the commune. Facts from the published row 1.004194; every sentence is our own. */
export const temporaryResidence = procedure({
  code: '1.004194',
  name: words('Đăng ký tạm trú', 'Register a temporary residence'),
  purpose: words('Được ghi nhận nơi ở ngoài xã, phường thường trú', 'Have a stay outside the home commune recorded'),
  area: 'Đăng ký, quản lý cư trú',
  basis: '9354/QĐ-BCA-C06',
  legal: [
    '68/2020/QH14',
    '154/2024/NĐ-CP',
    '53/2025/TT-BCA',
    '55/2021/TT-BCA',
    '66/2023/TT-BCA',
    '56/2021/TT-BCA',
    '17/2024/TT-BCA',
    '57/2021/TT-BCA',
    '75/2022/TT-BTC',
    '71/2025/TT-BTC',
    '66.7/2025/NQ-CP',
    '54/2025/TT-BCA',
  ],
  revision: 1,
  inForceFrom: '2026-07-01',
  who: [
    words('Người đến ở ngoài xã, phường thường trú từ 30 ngày trở lên', 'Whoever stays outside the home commune for 30 days or more'),
    words('Cha, mẹ hoặc người giám hộ, cho người dưới 18 tuổi', 'A parent or guardian, for someone under 18'),
    words('Tổ chức có nhiều người ở cùng một chỗ, theo danh sách', 'An organisation with many people at one place, by list'),
  ],
  alsoCalled: ['tạm trú', 'đăng ký chỗ ở trọ', 'thuê nhà', 'ở trọ', 'KT3', 'giấy tạm trú', 'temporary residence'],
  minutesToFill: 12,
  counter: 'communePolice',
  resolvedWithin: { ...workingDays(3), basis: 'Luật Cư trú 68/2020/QH14, Điều 28' },
  supplement: {
    noticeWithin: { online: workingHours(8), counter: workingDays(1) },
    withoutLeader: 1,
    basis: 'Nghị quyết 66.7/2025/NQ-CP, Điều 8',
  },
  competence: { residences: ['dwelling'], basis: 'Luật Cư trú 68/2020/QH14, Điều 28' },
  fees: stayFees,
  fields: stayFields,
  pages: [
    {
      id: 'nguoi-nop',
      title: words('Người nộp hồ sơ', 'Who is filing'),
      asks: ['forWhom', 'kind', 'applicantName', 'applicantId', 'applicantPhone', 'applicantEmail'],
    },
    {
      id: 'nguoi-tam-tru',
      title: words('Người đăng ký tạm trú', 'Who is registered'),
      asks: ['personName', 'personId', 'personBornOn', 'personSex', 'naturalised', 'permit'],
    },
    { id: 'thuong-tru', title: words('Nơi thường trú', 'Permanent residence'), asks: ['permanentResidence'] },
    {
      id: 'cho-o',
      title: words('Chỗ ở và thời hạn', 'Dwelling and term'),
      intro: words('Ở từ 30 ngày đến hai năm, tại xã, phường khác nơi thường trú', 'From 30 days to two years, outside the home commune'),
      asks: ['dwelling', 'dwellingKind', 'from', 'to', 'reason'],
    },
    {
      id: 'ho',
      title: words('Hộ và những người cùng đến', 'Household and companions'),
      asks: ['household', 'householderName', 'householderId', 'relation', 'householderConsent', 'people', 'listed', 'minors'],
    },
    {
      id: 'dong-y',
      title: words('Ý kiến đồng ý', 'Consent'),
      asks: ['ownerConsent', 'ownerName', 'ownerId', 'parentConsent', 'parentName', 'parentId', 'signedForm', 'consentPaper'],
    },
    {
      id: 'giay-to',
      title: words('Giấy tờ kèm theo', 'Papers'),
      asks: ['dwellingProof', 'listRequest', 'listForms', 'unitLetter', 'citizenshipDecision', 'authority'],
    },
    { id: 'le-phi', title: words('Lệ phí và nhận kết quả', 'Fee and result'), asks: ['exemption', 'exemptionProof', 'receiveBy'] },
    { id: 'cam-doan', title: words('Cam đoan', 'Declaration'), asks: ['truthful'] },
  ],
  cases: [
    {
      id: 'family',
      name: words('Về ở với người thân trong gia đình', 'Joining close kin'),
      when: { any: [{ kinship: 'family' }, { relation: ['spouse', 'child', 'parent', 'sibling', 'grandparent', 'grandchild'] }] },
      tells: words('Chỉ cần chủ hộ và chủ chỗ ở đồng ý, không hỏi giấy tờ về chỗ ở', 'Consent is enough; no proof of the dwelling'),
      basis: 'Luật Cư trú 68/2020/QH14, Điều 20',
    },
    { id: 'byList', name: words('Theo danh sách', 'By list'), when: { kind: 'list' }, basis: 'Luật Cư trú 68/2020/QH14, Điều 28' },
    { id: 'garrison', name: words('Nơi đơn vị đóng quân', 'At a garrison'), when: { kind: 'unit' }, basis: 'Nghị định 154/2024/NĐ-CP' },
    {
      id: 'minor',
      name: words('Có người dưới 18 tuổi', 'With a minor'),
      when: { any: [{ forWhom: 'child' }, { minors: true }] },
      tells: words('Cần ý kiến của cha, mẹ hoặc người giám hộ', 'The parents or the guardian must agree'),
      basis: 'Thông tư 53/2025/TT-BCA',
    },
    {
      id: 'naturalised',
      name: words('Mới nhập hoặc trở lại quốc tịch', 'Newly naturalised'),
      when: { naturalised: true },
      basis: 'Nghị định 154/2024/NĐ-CP, Điều 5',
    },
    {
      id: 'exempt',
      name: words('Thuộc diện miễn lệ phí', 'Exempt from the fee'),
      when: { exemption: exemptions },
      basis: 'Thông tư 75/2022/TT-BTC',
    },
  ],
  components: stayComponents,
  rules: stayRules,
  defects: stayDefects,
  begins: 'receive',
  steps: staySteps,
  consultations: [],
  forms: residenceForms,
  results: [
    {
      code: 'KQ.G01.000065',
      name: words('Thông báo kết quả đăng ký tạm trú', 'Notice of the temporary residence'),
      numbering: 'after-signature',
      symbol: 'TB-CAX',
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      template: { id: 'residence-notice', typst: residenceNotice },
      prints: residenceNoticePrints,
      basis: 'Thông tư 53/2025/TT-BCA',
    },
  ],
  about: 'personName',
  worklist: ['personName', 'dwelling', 'kind'],
  statistics: ['kind', 'forWhom', 'channel', 'dwellingKind', 'exemption', 'receiveBy'],
  unverified: [
    words(
      'Sáng thứ Bảy được tính là ngày làm việc theo lịch của quầy; chưa có văn bản',
      'Saturday mornings count by the counter’s calendar; no text was found',
    ),
    words(
      'Số hiệu các mẫu CT04–CT06, CT08 và ký hiệu số chưa đối chiếu công báo',
      'The labels CT04–CT06, CT08 and the signs are not compared with the gazette',
    ),
    words('Nội dung thông báo kết quả lập theo ghi nhớ, chưa đối chiếu mẫu', 'The notice’s content is from memory'),
    words('Hạn chế quyền tự do cư trú (TR12) chưa đối chiếu điều luật', 'The ground of restricted freedom is not compared with the law'),
    words('Thời gian mỗi bước là cách chia việc của cơ quan, không phải quy định', 'The time for each step is the office’s own division'),
  ],
})
