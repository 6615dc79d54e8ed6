import { procedure, sameDay, words, workingDays, workingHours } from '#modules/procedures'
import { certifiedCopy, certifiedCopyPrints } from '../papers/certified-copy.ts'
import { certifiedCopyDefects } from './certified-copy-defects.ts'
import { certifiedCopyFields } from './certified-copy-fields.ts'
import { certifiedCopyComponents } from './certified-copy-papers.ts'
import { certifiedCopyRules } from './certified-copy-rules.ts'
import { certifiedCopySteps } from './certified-copy-steps.ts'

const oneStop = 'Nghị định 118/2025/NĐ-CP'
const term = 'Nghị định 23/2015/NĐ-CP, Điều 7, Điều 21'

/**
 * Certified copies at the commune's counter. Facts from the published row 2.000815; every sentence is our own. One dossier a kind of document: the
 * book gives one number to a document's copies of one time, however many, and another to the next document of the same person.
 */
export const certifiedCopies = procedure({
  code: '2.000815',
  name: words('Chứng thực bản sao từ bản chính', 'Certified copy of an original'),
  purpose: words(
    'Bản sao giấy tờ được chứng thực đúng với bản chính, dùng thay bản chính',
    'A copy certified to agree with its original, used in its place',
  ),
  area: 'Chứng thực',
  basis: '3152/QĐ-BTP',
  legal: ['23/2015/NĐ-CP', '07/2025/NĐ-CP', '280/2025/NĐ-CP', '01/2020/TT-BTP', '226/2016/TT-BTC'],
  revision: 1,
  inForceFrom: '2025-11-01',
  who: [
    words('Bất kỳ ai đang giữ bản chính, không phân biệt nơi cư trú', 'Whoever holds the original, wherever he lives'),
    words('Tổ chức có giấy tờ cần sao', 'An organisation with a paper to be copied'),
  ],
  alsoCalled: [
    'công chứng giấy tờ',
    'công chứng bản sao',
    'sao y bản chính',
    'chứng thực giấy tờ',
    'photo công chứng',
    'certified copy',
    'true copy',
  ],
  minutesToFill: 2,
  resolvedWithin: sameDay({ until: '15:00', otherwise: workingDays(1), basis: term }),
  otherTimes: [
    { when: { returnTerm: 'complex' }, within: { ...workingDays(2), basis: term } },
    { when: { returnTerm: 'agreed' }, within: { unit: 'asked', basis: term } },
  ],
  supplement: { noticeWithin: { online: workingHours(8), counter: workingHours(8) }, withoutLeader: 1, basis: oneStop, unverified: true },
  competence: { residences: [], basis: 'Nghị định 23/2015/NĐ-CP, Điều 5' },
  channels: ['counter'],
  identity: 'notAsked',
  fees: [
    {
      id: 'certification',
      name: words('Phí chứng thực bản sao từ bản chính', 'Certification of copies'),
      dong: 2_000n,
      unit: 'page',
      per: 'pages',
      tiers: [{ from: 3, dong: 1_000n }],
      most: 200_000n,
      times: 'copies',
      setBy: 'law',
      basis: 'Thông tư 226/2016/TT-BTC',
    },
  ],
  fields: certifiedCopyFields,
  pages: [
    {
      id: 'ban-chinh',
      title: words('Bản chính', 'The original'),
      intro: words(
        'Hỏi dùng vào việc gì: nơi nhận đã tra dữ liệu thì không cần bản sao chứng thực.',
        'Ask what it is for: whoever looks the data up needs no certified copy.',
      ),
      asks: ['documentName', 'documentNumber', 'documentIssuer', 'documentDate', 'source', 'issuedBy', 'language', 'legalisation'],
    },
    { id: 'ban-sao', title: words('Bản sao', 'The copies'), asks: ['pages', 'copies', 'copyForm', 'copiedBy', 'scan', 'returnTerm'] },
    { id: 'nguoi-yeu-cau', title: words('Người yêu cầu', 'Who asks'), asks: ['applicantName', 'applicantPhone'] },
  ],
  cases: [
    {
      id: 'foreign',
      name: words('Giấy tờ do nước ngoài cấp', 'Issued by another country'),
      when: { issuedBy: 'foreign' },
      tells: words(
        'Phải hợp pháp hóa lãnh sự, trừ hộ chiếu, thẻ căn cước, thẻ thường trú, thẻ cư trú, giấy phép lái xe, bằng, chứng chỉ và bảng điểm kèm theo',
        'Must be legalised, but for passports, identity, permanent or residence cards, driving licences, diplomas, certificates and their transcripts',
      ),
      basis: 'Nghị định 23/2015/NĐ-CP, Điều 20, Điều 22',
    },
    {
      id: 'joint',
      name: words('Do Việt Nam liên kết với nước ngoài cấp', 'Issued jointly with another country'),
      when: { issuedBy: 'joint' },
      basis: 'Nghị định 23/2015/NĐ-CP, Điều 5',
    },
    {
      id: 'fromVneid',
      name: words('Giấy tờ đã có trên VNeID', 'The paper is in VNeID'),
      when: { source: 'vneid' },
      tells: words('Không yêu cầu nộp, xuất trình bản chính nữa', 'The original is not asked for'),
      basis: 'Nghị định 280/2025/NĐ-CP',
    },
    {
      id: 'fromDatabase',
      name: words('Khai thác được từ cơ sở dữ liệu', 'Taken from a database'),
      when: { source: 'database' },
      tells: words('Cơ quan tự khai thác, không yêu cầu xuất trình bản chính', 'The office looks it up and asks for no original'),
      basis: 'Nghị định 280/2025/NĐ-CP',
    },
    {
      id: 'electronic',
      name: words('Bản sao điện tử', 'Electronic copy'),
      when: { copyForm: 'electronic' },
      tells: words('Ghi sổ riêng, ký hiệu SCTĐT/BS', 'Entered in a book of its own, SCTĐT/BS'),
      basis: 'Nghị định 45/2020/NĐ-CP, Điều 10',
    },
    {
      id: 'officeCopies',
      name: words('Quầy chụp bản sao', 'The counter makes the copies'),
      when: { copiedBy: 'office' },
      tells: words('Thu thêm tiền chụp không quá mức trần của thành phố', 'Copying costs at most what the city allows'),
      basis: 'Nghị định 23/2015/NĐ-CP, Điều 20',
    },
    {
      id: 'complex',
      name: words('Nhiều loại, nhiều trang, nội dung phức tạp', 'Many kinds, many pages, complex content'),
      when: { returnTerm: ['complex', 'agreed'] },
      tells: words('Ghi giờ hẹn trên giấy tiếp nhận', 'The slip says when it is ready'),
      basis: 'Nghị định 23/2015/NĐ-CP, Điều 21',
    },
  ],
  components: certifiedCopyComponents,
  rules: certifiedCopyRules,
  defects: certifiedCopyDefects,
  begins: 'receive',
  steps: certifiedCopySteps,
  consultations: [],
  results: [
    {
      code: 'KQ.G15.000021',
      name: words('Bản sao được chứng thực từ bản chính', 'Certified copy'),
      when: { copyForm: 'paper' },
      numbering: 'from-register',
      register: 'certifiedCopy',
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      scans: 'scan',
      template: { id: 'certified-copy', typst: certifiedCopy('SCT/BS') },
      prints: certifiedCopyPrints,
      basis: 'Thông tư 01/2020/TT-BTP',
    },
    {
      code: 'KQ.G15.000021-DT',
      name: words('Bản sao điện tử được chứng thực từ bản chính', 'Certified electronic copy'),
      when: { copyForm: 'electronic' },
      numbering: 'from-register',
      register: 'electronicCertifiedCopy',
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      scans: 'scan',
      template: { id: 'certified-electronic-copy', typst: certifiedCopy('SCTĐT/BS') },
      prints: certifiedCopyPrints,
      basis: 'Nghị định 45/2020/NĐ-CP, Điều 10',
    },
  ],
  about: 'documentName',
  worklist: ['documentName', 'applicantName', 'copies'],
  statistics: ['source', 'issuedBy', 'copyForm', 'copiedBy', 'returnTerm', 'channel'],
  unverified: [
    words(
      'Lời chứng chưa đối chiếu với phụ lục sau Nghị định 280/2025/NĐ-CP',
      'The clause was not compared with the annex as changed by Decree 280/2025/NĐ-CP',
    ),
    words(
      'Bản sao điện tử theo Điều 10 Nghị định 45/2020/NĐ-CP và mã kết quả riêng của nó chưa đối chiếu công báo',
      'The electronic copy under Article 10 of Decree 45/2020/NĐ-CP and its own result code were not compared with the gazette',
    ),
    words(
      'Mức trần tiền chụp bản sao do Ủy ban nhân dân thành phố quy định, chưa có số; không phải phí, không thu qua hồ sơ',
      'The ceiling for copying is set by the city’s committee, not known yet; it is no fee and is not taken with the dossier',
    ),
    words(
      'Người thực hiện chứng thực: Chủ tịch hoặc người được giao, ủy quyền theo Nghị định 280/2025/NĐ-CP; cách giao ở từng xã, phường chưa có',
      'The certifier is the chair or who was assigned under Decree 280/2025/NĐ-CP; how each commune assigned it is not known',
    ),
    words('Thời gian mỗi bước là cách chia việc của cơ quan, không phải quy định', 'The time for each step is the office’s own division'),
  ],
})
