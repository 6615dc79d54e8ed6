import {
  type Answers,
  type Naming,
  type PaperFacts,
  printedData,
  procedure,
  sameDay,
  words,
  workingDays,
  workingHours,
} from '#modules/procedures'
import { birthCertificate, birthCertificatePrints } from '../papers/birth-certificate.ts'
import { birthDefects, commonBirthDefects } from './birth-defects.ts'
import { birthFields } from './birth-fields.ts'
import { birthComponents } from './birth-papers.ts'
import { birthColumns } from './birth-report.ts'
import { birthRules } from './birth-rules.ts'
import { birthSteps } from './birth-steps.ts'

/** Registration of a birth at the commune. Facts from the published row 1.001193; every sentence is our own. */
export const birthRegistration = procedure({
  code: '1.001193',
  name: words('Đăng ký khai sinh', 'Register a birth'),
  purpose: words('Trẻ được cấp giấy khai sinh và số định danh cá nhân', 'The child gets a birth certificate and a personal number'),
  area: 'Hộ tịch',
  basis: '163/QĐ-BTP',
  legal: [
    '60/2014/QH13',
    '123/2015/NĐ-CP',
    '87/2020/NĐ-CP',
    '104/2022/NĐ-CP',
    '07/2025/NĐ-CP',
    '120/2025/NĐ-CP',
    '66.7/2025/NQ-CP',
    '02/2020/TT-BTP',
    '04/2020/TT-BTP',
    '03/2023/TT-BTP',
    '04/2024/TT-BTP',
    '08/2025/TT-BTP',
    '85/2019/TT-BTC',
  ],
  revision: 1,
  inForceFrom: '2026-07-01',
  who: [
    words('Cha hoặc mẹ của trẻ', 'The father or mother'),
    words(
      'Ông, bà, người thân thích khác khi đã thống nhất với cha mẹ; không cần giấy ủy quyền',
      'A grandparent or other relative once agreed with the parents; no power of attorney',
    ),
    words('Người hoặc cơ sở đang nuôi dưỡng trẻ', 'The person or institution caring for the child'),
    words('Người được cha mẹ ủy quyền', 'Someone authorised by the parents'),
  ],
  alsoCalled: [
    'làm giấy khai sinh',
    'khai sinh cho con',
    'giấy khai sinh',
    'sinh con',
    'em bé',
    'trẻ sơ sinh',
    'birth certificate',
    'newborn',
  ],
  minutesToFill: 10,
  resolvedWithin: sameDay({ until: '15:00', otherwise: workingDays(1), basis: 'Luật Hộ tịch 60/2014/QH13, Điều 5', unverified: true }),
  supplement: {
    noticeWithin: { online: workingHours(8), counter: workingDays(1) },
    withoutLeader: 1,
    basis: 'Nghị quyết 66.7/2025/NQ-CP, Điều 8',
  },
  competence: { residences: ['motherResidence', 'fatherResidence'], basis: 'Luật Hộ tịch 60/2014/QH13, Điều 13' },
  fees: [
    {
      id: 'registration',
      name: words('Lệ phí đăng ký khai sinh đúng hạn', 'Registration in time'),
      dong: 0n,
      when: { not: { late: true } },
      setBy: 'law',
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 11',
    },
    {
      id: 'lateRegistration',
      name: words('Lệ phí đăng ký khai sinh quá hạn', 'Late registration'),
      dong: null,
      when: { late: true },
      setBy: 'provincialCouncil',
      basis: 'Thông tư 85/2019/TT-BTC',
      unverified: true,
    },
    {
      id: 'copies',
      name: words('Phí cấp bản sao giấy khai sinh', 'Copies of the certificate'),
      dong: 8_000n,
      per: 'copies',
      setBy: 'law',
      basis: 'Thông tư 281/2016/TT-BTC',
    },
  ],
  fields: birthFields,
  pages: [
    {
      id: 'nguoi-nop',
      title: words('Người nộp hồ sơ', 'Who is filing'),
      asks: ['relation', 'applicantName', 'applicantId', 'applicantPhone', 'applicantEmail'],
    },
    { id: 'tre', title: words('Trẻ được khai sinh', 'The child'), asks: ['childName', 'childBornOn', 'childSex', 'lateReason'] },
    { id: 'noi-sinh', title: words('Nơi sinh', 'Where the child was born'), asks: ['bornIn', 'birthFacility', 'birthPlace'] },
    { id: 'cha-me', title: words('Cha mẹ của trẻ', 'The parents'), asks: ['parents', 'surrogacy'] },
    {
      id: 'me',
      title: words('Mẹ của trẻ', 'The mother'),
      asks: ['motherId', 'motherName', 'motherBornOn', 'motherEthnicity', 'motherNationality', 'motherDead', 'motherResidence'],
    },
    {
      id: 'cha',
      title: words('Cha của trẻ', 'The father'),
      asks: ['fatherId', 'fatherName', 'fatherBornOn', 'fatherEthnicity', 'fatherNationality', 'fatherDead', 'fatherResidence'],
    },
    {
      id: 'ket-hon',
      title: words('Việc kết hôn của cha mẹ', 'The parents’ marriage'),
      asks: ['marriedOn', 'marriedAt', 'marriageNumber', 'foreignMarriageNote'],
    },
    { id: 'dan-toc', title: words('Dân tộc và quê quán', 'Ethnic group and origin'), asks: ['childEthnicity', 'hometownFrom'] },
    { id: 'que-quan', title: words('Quê quán của trẻ', 'The child’s place of origin'), asks: ['hometown'] },
    {
      id: 'giay-to',
      title: words('Giấy tờ kèm theo', 'Papers'),
      asks: ['proof', 'clinicNoteNumber', 'clinicNote', 'witnessNote', 'birthStatement', 'foundRecord', 'surrogacyNote', 'authority'],
    },
    { id: 'nhan-ket-qua', title: words('Nhận kết quả', 'Receiving the result'), asks: ['receiveBy', 'receiveAt', 'copies'] },
    { id: 'cam-doan', title: words('Cam đoan', 'Declaration'), asks: ['agreedByParents', 'truthful'] },
  ],
  cases: [
    {
      id: 'late',
      name: words('Đăng ký quá hạn', 'Late registration'),
      when: { late: true },
      tells: words('Đã quá 60 ngày từ ngày sinh: hỏi lý do, không từ chối', 'More than 60 days since birth: ask why, do not refuse'),
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 15',
    },
    {
      id: 'motherOnly',
      name: words('Chưa xác định được cha', 'Father not established'),
      when: { parents: 'motherOnly' },
      tells: words(
        'Để trống phần về cha; họ, dân tộc, quê quán theo mẹ',
        'The father’s part stays empty; family name, ethnic group and origin are the mother’s',
      ),
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 15',
    },
    {
      id: 'fatherRecognises',
      name: words('Cha nhận con cùng lúc', 'The father recognises the child at once'),
      when: { parents: 'fatherRecognises' },
      tells: words(
        'Khai sinh và nhận con được làm cùng lúc, nộp tại Trung tâm Phục vụ hành chính công',
        'Birth and recognition are handled together; file at the public service centre',
      ),
      goesTo: { code: '1.000689', name: words('Đăng ký khai sinh kết hợp nhận cha, mẹ, con', 'Birth registration with recognition') },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 15',
    },
    {
      id: 'foreign',
      name: words('Có yếu tố nước ngoài', 'Foreign element'),
      when: { parents: 'foreign' },
      tells: words(
        'Cha hoặc mẹ là người nước ngoài thì nộp tại Trung tâm Phục vụ hành chính công',
        'Where a parent is a foreigner, file at the public service centre',
      ),
      goesTo: { code: '2.000528', name: words('Đăng ký khai sinh có yếu tố nước ngoài', 'Birth registration with a foreign element') },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 35',
    },
    {
      id: 'unknown',
      name: words('Trẻ chưa xác định được cha, mẹ', 'Neither parent is known'),
      when: { parents: 'unknown' },
      tells: words('Ghi vào sổ: “Trẻ chưa xác định được cha, mẹ”', 'The register notes that neither parent is known'),
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 15',
    },
    {
      id: 'abandoned',
      name: words('Trẻ bị bỏ rơi', 'Abandoned child'),
      when: { parents: 'abandoned' },
      tells: words('Cần biên bản và niêm yết; ghi vào sổ: “Trẻ bị bỏ rơi”', 'Record and posting are needed; the register notes it'),
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 14',
    },
    {
      id: 'surrogacy',
      name: words('Mang thai hộ', 'Surrogacy'),
      when: { surrogacy: true },
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 16',
    },
    {
      id: 'parentDead',
      name: words('Cha hoặc mẹ đã mất', 'A parent has died'),
      when: { any: [{ motherDead: true }, { fatherDead: true }] },
      tells: words('Nơi cư trú của người đã mất ghi “Đã chết”', 'The residence of the dead parent reads “Đã chết”'),
      basis: 'Thông tư 04/2020/TT-BTP',
    },
  ],
  components: birthComponents,
  rules: birthRules,
  defects: [...commonBirthDefects, ...birthDefects],
  begins: 'receive',
  steps: birthSteps,
  consultations: [
    {
      id: 'marriage',
      about: words('Việc kết hôn của cha mẹ trẻ', 'The marriage of the child’s parents'),
      when: { parents: 'married' },
      within: workingDays(3),
      outsideClock: true,
      sends: ['me', 'cha', 'ket-hon'],
      basis: 'Nghị định 120/2025/NĐ-CP',
    },
  ],
  results: [
    {
      code: 'KQ.G15.000031',
      name: words('Giấy khai sinh', 'Birth certificate'),
      numbering: 'from-register',
      register: 'birth',
      reports: { event: 'birth', subjects: [{ name: 'childName', bornOn: 'childBornOn' }], columns: birthColumns },
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      template: { id: 'birth-certificate', typst: birthCertificate },
      prints: birthCertificatePrints,
      basis: 'Thông tư 04/2020/TT-BTP',
    },
  ],
  about: 'childName',
  worklist: ['childName', 'childBornOn', 'parents'],
  statistics: ['childSex', 'childEthnicity', 'parents', 'late', 'relation', 'channel', 'proof', 'bornIn', 'receiveBy'],
  unverified: [
    words(
      'Mốc 15:00 lấy từ phần mô tả trên Cổng, chưa đối chiếu công báo',
      'The 15:00 mark is from the portal text, not compared with the gazette',
    ),
    words(
      'Lệ phí quá hạn do Hội đồng nhân dân thành phố quy định, chưa có số',
      'The late fee is set by the People’s Council; the amount is not known yet',
    ),
    words('Thời gian mỗi bước là cách chia việc của cơ quan, không phải quy định', 'The time for each step is the office’s own division'),
  ],
})

/** What the certificate prints, by the names of its template. Answers are settled; see `printedData`. */
export function birthCertificateData(
  answers: Answers,
  facts: PaperFacts,
  naming: Omit<Naming, 'language'>,
): Readonly<Record<keyof typeof birthCertificatePrints, string>> {
  return printedData(birthRegistration, birthCertificatePrints, answers, facts, naming)
}
