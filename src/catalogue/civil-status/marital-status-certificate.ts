import { procedure, words, workingDays, workingHours } from '#modules/procedures'
import { maritalStatusPrints, maritalStatusCertificate as template } from '../papers/marital-status-certificate.ts'
import { commonMaritalStatusDefects, maritalStatusDefects } from './marital-status-defects.ts'
import { maritalStatusFields } from './marital-status-fields.ts'
import { maritalStatusComponents } from './marital-status-papers.ts'
import { maritalStatusRules } from './marital-status-rules.ts'
import { maritalStatusSteps } from './marital-status-steps.ts'

const decree = 'Nghị định 123/2015/NĐ-CP'
const lessFees = { basis: 'Luật Hộ tịch 60/2014/QH13, Điều 11' } as const

/** The certificate of marital status. Facts from the published row 1.004873; every sentence is our own. */
export const maritalStatusCertificate = procedure({
  code: '1.004873',
  name: words('Cấp giấy xác nhận tình trạng hôn nhân', 'Get a certificate of marital status'),
  purpose: words(
    'Bạn có giấy xác nhận mình độc thân, đã ly hôn, góa hay đang có vợ, có chồng',
    'You get a paper saying whether you are single, divorced, widowed or married',
  ),
  area: 'Hộ tịch',
  basis: '163/QĐ-BTP',
  legal: [
    '60/2014/QH13',
    '52/2014/QH13',
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
    words(
      'Công dân thường trú tại xã, phường; không có thường trú thì nơi tạm trú',
      'Whoever resides there permanently; without that, temporarily',
    ),
    words('Người được người đó ủy quyền', 'Someone authorised by that person'),
  ],
  alsoCalled: [
    'giấy độc thân',
    'xác nhận độc thân',
    'giấy xác nhận độc thân',
    'tình trạng hôn nhân',
    'chưa kết hôn',
    'giấy ly hôn',
    'single certificate',
    'certificate of marital status',
  ],
  minutesToFill: 6,
  resolvedWithin: { ...workingDays(3), basis: `${decree}, Điều 22` },
  supplement: {
    noticeWithin: { online: workingHours(8), counter: workingDays(1) },
    withoutLeader: 1,
    basis: 'Nghị quyết 66.7/2025/NQ-CP, Điều 8',
  },
  competence: { residences: ['subjectResidence'], basis: `${decree}, Điều 21` },
  fees: [
    {
      id: 'certificate',
      name: words('Cấp giấy xác nhận tình trạng hôn nhân', 'Certificate of marital status'),
      dong: null,
      unit: 'copy',
      per: 'sheets',
      exempt: [
        {
          id: 'meritFamily',
          who: words('Gia đình có công với cách mạng', 'Family with merit'),
          when: { exemption: 'meritFamily' },
          ...lessFees,
        },
        { id: 'poorHousehold', who: words('Hộ nghèo', 'Poor household'), when: { exemption: 'poorHousehold' }, ...lessFees },
        { id: 'disabled', who: words('Người khuyết tật', 'Person with a disability'), when: { exemption: 'disabled' }, ...lessFees },
      ],
      setBy: 'provincialCouncil',
      basis: 'Thông tư 85/2019/TT-BTC',
      unverified: true,
    },
  ],
  fields: maritalStatusFields,
  pages: [
    {
      id: 'nguoi-nop',
      title: words('Người nộp hồ sơ', 'Who is filing'),
      asks: ['relation', 'applicantName', 'applicantId', 'applicantPhone', 'applicantEmail'],
    },
    {
      id: 'nguoi-duoc-xac-nhan',
      title: words('Người được xác nhận', 'Whom it is about'),
      asks: ['subjectId', 'subjectName', 'subjectBornOn'],
    },
    {
      id: 'nhan-than',
      title: words('Nhân thân và nơi cư trú', 'Particulars and residence'),
      asks: ['subjectSex', 'subjectEthnicity', 'subjectNationality', 'subjectResidenceKind', 'subjectResidence'],
    },
    {
      id: 'hon-nhan',
      title: words('Tình trạng hôn nhân', 'Marital status'),
      asks: [
        'subjectStatus',
        'subjectStatusNote',
        'spouseName',
        'marriageNumber',
        'marriedOn',
        'marriedAt',
        'divorceNumber',
        'divorceOn',
        'divorceCourt',
        'deathNumber',
        'deathOn',
        'deathAgency',
      ],
    },
    {
      id: 'thoi-gian',
      title: words('Thời gian cần xác nhận', 'The time to be confirmed'),
      asks: [
        'covers',
        'firstPlace',
        'firstFrom',
        'firstTo',
        'secondPeriod',
        'secondPlace',
        'secondFrom',
        'secondTo',
        'thirdPeriod',
        'thirdPlace',
        'thirdFrom',
        'thirdTo',
      ],
    },
    {
      id: 'muc-dich',
      title: words('Mục đích sử dụng', 'What it is for'),
      asks: [
        'purpose',
        'purposeDetail',
        'partnerName',
        'partnerBornOn',
        'partnerSex',
        'partnerNationality',
        'partnerPaper',
        'partnerHome',
        'marriageWhere',
        'sheets',
      ],
    },
    {
      id: 'giay-cu',
      title: words('Giấy đã cấp trước đây', 'A certificate issued before'),
      asks: ['issuedBefore', 'earlierNumber', 'earlierOn', 'returnsEarlier', 'earlierPaper', 'whyNotReturned'],
    },
    {
      id: 'giay-to',
      title: words('Giấy tờ và miễn lệ phí', 'Papers and exemption'),
      asks: ['authority', 'foreignDivorceNote', 'residencePapers', 'ownStatement', 'exemption'],
    },
    { id: 'nhan-ket-qua', title: words('Nhận kết quả', 'Receiving the result'), asks: ['receiveBy', 'receiveAt', 'truthful'] },
  ],
  cases: [
    {
      id: 'toMarry',
      name: words('Để kết hôn', 'For a marriage'),
      when: { purpose: ['marriageHere', 'marriageAbroad', 'marriageAtMission'] },
      tells: words('Kiểm tra cả điều kiện kết hôn; chỉ cấp một bản', 'The conditions of marriage are checked too; one original only'),
      basis: `${decree}, Điều 22`,
    },
    {
      id: 'earlierResidence',
      name: words('Cho thời gian cư trú ở nơi khác', 'For an earlier residence'),
      when: { covers: 'periods' },
      tells: words(
        'Hỏi nơi cư trú trước đây, trả lời trong 3 ngày làm việc',
        'The earlier place is asked and answers within 3 working days',
      ),
      basis: `${decree}, Điều 22`,
    },
    {
      id: 'reissue',
      name: words('Cấp lại', 'Issued anew'),
      when: { issuedBefore: true },
      tells: words('Thu lại giấy cũ, hoặc giữ lời giải trình', 'Take the earlier one in, or keep the explanation'),
      basis: `${decree}, Điều 22`,
    },
    {
      id: 'lostBeforeMarriage',
      name: words('Để kết hôn mà không còn giấy cũ', 'For a marriage, without the earlier one'),
      when: { all: [{ purpose: ['marriageHere', 'marriageAbroad'] }, { returnsEarlier: false }] },
      tells: words(
        'Hỏi nơi dự định kết hôn trong 3 ngày làm việc; không có kết quả thì người yêu cầu cam đoan',
        'Ask the intended place of marriage within 3 working days; without an answer the applicant declares',
      ),
      basis: `${decree}, Điều 22`,
    },
  ],
  components: maritalStatusComponents,
  rules: maritalStatusRules,
  defects: [...commonMaritalStatusDefects, ...maritalStatusDefects],
  begins: 'receive',
  steps: maritalStatusSteps,
  consultations: [
    {
      id: 'maritalStatus',
      about: words('Tình trạng hôn nhân trong thời gian cư trú tại đó', 'The marital status during the residence there'),
      within: { ...workingDays(3), basis: `${decree}, Điều 22` },
      outsideClock: true,
      sends: ['nguoi-duoc-xac-nhan', 'nhan-than', 'thoi-gian'],
      places: ['firstPlace', 'secondPlace', 'thirdPlace', 'subjectResidence'],
      basis: `${decree}, Điều 22`,
    },
  ],
  results: [
    {
      code: 'KQ.G15.000038',
      name: words('Giấy xác nhận tình trạng hôn nhân', 'Certificate of marital status'),
      numbering: 'from-register',
      register: 'marital-status',
      symbol: 'UBND-XNTTHN',
      valid: { months: 6, validFrom: '2016-01-01', basis: `${decree}, Điều 23`, unverified: true },
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      template: { id: 'marital-status-certificate', typst: template },
      prints: maritalStatusPrints,
      basis: 'Thông tư 04/2020/TT-BTP',
    },
  ],
  about: 'subjectName',
  worklist: ['subjectName', 'purpose'],
  statistics: ['relation', 'channel', 'subjectSex', 'subjectStatus', 'covers', 'purpose', 'exemption', 'receiveBy'],
  unverified: [
    words(
      'Lệ phí do Hội đồng nhân dân thành phố quy định, chưa có số',
      'The fee is set by the People’s Council; the amount is not known yet',
    ),
    words(
      'Giá trị 6 tháng theo Nghị định 123; các điểm sửa đổi năm 2026 chưa đọc hết',
      'Six months by Decree 123; the amendments of 2026 have not been read in full',
    ),
    words('Thời gian mỗi bước là cách chia việc của cơ quan, không phải quy định', 'The time for each step is the office’s own division'),
  ],
})
