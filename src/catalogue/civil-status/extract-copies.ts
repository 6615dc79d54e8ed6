import { procedure, sameDay, words, workingDays, workingHours } from '#modules/procedures'
import { registerCopy, registerCopyPrints } from '../papers/register-copy.ts'
import { extractDefects } from './extract-defects.ts'
import { extractFields } from './extract-fields.ts'
import { extractComponents } from './extract-papers.ts'
import { extractRules } from './extract-rules.ts'
import { extractSteps } from './extract-steps.ts'

/** Copies of entries of the civil-status registers. Facts from the published row 2.000635; every sentence is our own. */
export const extractCopies = procedure({
  code: '2.000635',
  name: words('Cấp bản sao trích lục hộ tịch, bản sao giấy khai sinh', 'Copies of civil-status entries'),
  purpose: words(
    'Bạn nhận bản sao giấy khai sinh, trích lục khai sinh, kết hôn, khai tử',
    'You get copies of birth, marriage, death and other entries',
  ),
  area: 'Hộ tịch',
  basis: '163/QĐ-BTP',
  legal: [
    '60/2014/QH13',
    '123/2015/NĐ-CP',
    '87/2020/NĐ-CP',
    '104/2022/NĐ-CP',
    '120/2025/NĐ-CP',
    '66.7/2025/NQ-CP',
    '02/2020/TT-BTP',
    '04/2020/TT-BTP',
    '03/2023/TT-BTP',
    '04/2024/TT-BTP',
    '08/2025/TT-BTP',
    '85/2019/TT-BTC',
    '281/2016/TT-BTC',
  ],
  revision: 1,
  inForceFrom: '2026-07-01',
  who: [
    words(
      'Người có tên trong sổ, cha, mẹ, con, vợ, chồng, người giám hộ',
      'The person in the register, parents, children, spouse, guardian',
    ),
    words('Người được ủy quyền', 'Someone authorised'),
    words('Cơ quan, tổ chức có văn bản yêu cầu nêu lý do', 'An organisation with a written request and its reason'),
  ],
  alsoCalled: [
    'bản sao khai sinh',
    'trích lục khai sinh',
    'xin lại giấy khai sinh',
    'mất giấy khai sinh',
    'trích lục kết hôn',
    'bản sao giấy kết hôn',
    'trích lục khai tử',
    'copy of birth certificate',
  ],
  minutesToFill: 5,
  resolvedWithin: sameDay({ until: '15:00', otherwise: workingDays(1), basis: 'Luật Hộ tịch 60/2014/QH13, Điều 64', unverified: true }),
  supplement: {
    noticeWithin: { online: workingHours(8), counter: workingDays(1) },
    withoutLeader: 1,
    basis: 'Nghị quyết 66.7/2025/NQ-CP, Điều 8',
  },
  // Every agency that keeps the electronic database gives the copy, wherever the person lives and the event was registered.
  competence: { residences: [], basis: 'Luật Hộ tịch 60/2014/QH13, Điều 63' },
  fees: [
    {
      id: 'copies',
      name: words('Phí cấp bản sao trích lục hộ tịch', 'Copies of civil-status entries'),
      dong: 8_000n,
      unit: 'copy',
      per: 'copies',
      setBy: 'law',
      basis: 'Thông tư 281/2016/TT-BTC',
    },
  ],
  fields: extractFields,
  pages: [
    {
      id: 'nguoi-nop',
      title: words('Người nộp hồ sơ', 'Who is filing'),
      asks: [
        'relation',
        'applicantName',
        'applicantId',
        'applicantBornOn',
        'applicantResidence',
        'organisation',
        'reason',
        'applicantPhone',
        'applicantEmail',
      ],
    },
    { id: 'viec', title: words('Bản sao của việc nào', 'Which event'), asks: ['kind', 'copyForm'] },
    {
      id: 'nguoi',
      title: words('Người có tên trong sổ', 'The person in the register'),
      asks: ['subjectName', 'subjectBornOn', 'subjectId', 'otherName'],
    },
    {
      id: 'noi-dang-ky',
      title: words('Đã đăng ký ở đâu', 'Where it was registered'),
      asks: ['registeredAt', 'entryNumber', 'entryDate', 'oldPaper'],
    },
    { id: 'giay-to', title: words('Giấy tờ kèm theo', 'Papers'), asks: ['request', 'authority'] },
    {
      id: 'nhan-ket-qua',
      title: words('Số bản và cách nhận', 'Copies and how to receive them'),
      asks: ['copies', 'receiveBy', 'receiveAt'],
    },
    { id: 'cam-doan', title: words('Cam đoan', 'Declaration'), asks: ['truthful'] },
  ],
  cases: [
    {
      id: 'organisation',
      name: words('Cơ quan, tổ chức yêu cầu', 'Asked by an organisation'),
      when: { relation: 'organisation' },
      tells: words('Phải có văn bản nêu lý do', 'A written request with its reason is needed'),
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 64',
    },
    {
      id: 'authorised',
      name: words('Nộp theo ủy quyền', 'Filed under a power of attorney'),
      when: { relation: 'authorised' },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 6',
    },
  ],
  components: extractComponents,
  rules: extractRules,
  defects: extractDefects,
  begins: 'receive',
  steps: extractSteps,
  consultations: [
    {
      id: 'paperRegister',
      about: words('Mục trong sổ giấy do nơi đăng ký giữ', 'The entry in the paper register of the office that wrote it'),
      within: workingDays(3),
      outsideClock: true,
      sends: ['viec', 'nguoi', 'noi-dang-ky'],
      basis: 'Nghị định 87/2020/NĐ-CP',
    },
  ],
  results: [
    {
      code: 'KQ.G15.000342',
      name: words('Bản sao trích lục hộ tịch, bản sao giấy khai sinh', 'Copy of a civil-status entry'),
      numbering: 'from-register',
      register: 'extract-copies',
      copies: { event: 'kind', name: 'subjectName', bornOn: 'subjectBornOn', number: 'subjectId' },
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      template: { id: 'register-copy', typst: registerCopy },
      prints: registerCopyPrints,
      basis: 'Thông tư 04/2020/TT-BTP',
    },
  ],
  about: 'subjectName',
  worklist: ['subjectName', 'kind', 'copies'],
  statistics: ['kind', 'copyForm', 'relation', 'channel', 'copies', 'receiveBy'],
  unverified: [
    words(
      'Mốc 15:00 lấy từ phần mô tả trên Cổng, chưa đối chiếu công báo',
      'The 15:00 mark is from the portal text, not compared with the gazette',
    ),
    words(
      'Trường hợp được miễn phí bản sao theo Thông tư 281/2016/TT-BTC chưa có danh sách',
      'Who is exempt from the copy fee is not listed yet',
    ),
    words('Ký hiệu sau số bản sao lấy theo mẫu cũ, chưa đối chiếu mẫu đang in', 'The sign after the number follows the older form'),
    words('Thời gian mỗi bước là cách chia việc của cơ quan, không phải quy định', 'The time for each step is the office’s own division'),
  ],
})
