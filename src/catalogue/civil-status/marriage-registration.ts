import { answer, procedure, sameDay, words, workingDays, workingHours } from '#modules/procedures'
import { marriageCertificate, marriageCertificatePrints } from '../papers/marriage-certificate.ts'
import { commonMarriageDefects, marriageDefects } from './marriage-defects.ts'
import { marriageFields } from './marriage-fields.ts'
import { marriageComponents } from './marriage-papers.ts'
import { marriageRules } from './marriage-rules.ts'
import { marriageSteps } from './marriage-steps.ts'

const family = 'Luật Hôn nhân và gia đình 52/2014/QH13'

/** Registration of a marriage at the commune. Facts from the published row 1.000894; every sentence is our own. */
export const marriageRegistration = procedure({
  code: '1.000894',
  name: words('Đăng ký kết hôn', 'Register a marriage'),
  purpose: words(
    'Hai bên được ghi vào sổ đăng ký kết hôn và mỗi người nhận một giấy chứng nhận',
    'Both are entered in the marriage register and each gets a certificate',
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
    words('Hai người muốn kết hôn với nhau; một trong hai nộp hồ sơ', 'The two who want to marry; one of them files'),
    words('Cả hai phải tự đến ký, không được ủy quyền', 'Both must come to sign; nobody signs by proxy'),
  ],
  alsoCalled: [
    'kết hôn',
    'cưới',
    'lấy vợ',
    'lấy chồng',
    'giấy chứng nhận kết hôn',
    'giấy đăng ký kết hôn',
    'marriage certificate',
    'wedding',
    'get married',
  ],
  minutesToFill: 8,
  resolvedWithin: sameDay({
    until: '15:00',
    otherwise: workingDays(1),
    basis: 'Luật Hộ tịch 60/2014/QH13, Điều 5, Điều 18',
    unverified: true,
  }),
  supplement: {
    noticeWithin: { online: workingHours(8), counter: workingDays(1) },
    withoutLeader: 1,
    basis: 'Nghị quyết 66.7/2025/NQ-CP, Điều 8',
  },
  competence: { residences: ['wifeResidence', 'husbandResidence'], basis: 'Luật Hộ tịch 60/2014/QH13, Điều 17' },
  fees: [
    {
      id: 'registration',
      name: words('Lệ phí đăng ký kết hôn', 'Registration of a marriage'),
      dong: 0n,
      setBy: 'law',
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 11',
    },
    {
      id: 'copies',
      name: words('Phí cấp bản sao trích lục kết hôn', 'Copies of the extract'),
      dong: 8_000n,
      unit: 'copy',
      per: 'copies',
      setBy: 'law',
      basis: 'Thông tư 281/2016/TT-BTC',
    },
  ],
  fields: marriageFields,
  pages: [
    { id: 'nguoi-nop', title: words('Người nộp hồ sơ', 'Who is filing'), asks: ['relation', 'applicantPhone', 'applicantEmail'] },
    {
      id: 'ben-nu',
      title: words('Bên nữ', 'The bride'),
      asks: ['wifeId', 'wifeName', 'wifeBornOn'],
    },
    // Number, name and birth date open the population database: what it knows is not asked on the page that follows.
    {
      id: 'cu-tru-nu',
      title: words('Dân tộc, quốc tịch và nơi cư trú của bên nữ', 'The bride’s ethnic group, nationality and residence'),
      asks: ['wifeEthnicity', 'wifeNationality', 'wifeResidenceKind', 'wifeResidence'],
    },
    {
      id: 'ben-nam',
      title: words('Bên nam', 'The groom'),
      asks: ['husbandId', 'husbandName', 'husbandBornOn'],
    },
    {
      id: 'cu-tru-nam',
      title: words('Dân tộc, quốc tịch và nơi cư trú của bên nam', 'The groom’s ethnic group, nationality and residence'),
      asks: ['husbandEthnicity', 'husbandNationality', 'husbandResidenceKind', 'husbandResidence'],
    },
    {
      id: 'hon-nhan-nu',
      title: words('Tình trạng hôn nhân của bên nữ', 'The bride’s marital status'),
      asks: [
        'wifeStatus',
        'wifeStatusNote',
        'wifeTimes',
        'wifeEarlierMarriedOn',
        'wifeDivorceNumber',
        'wifeDivorceOn',
        'wifeDivorceCourt',
        'wifeDeathNumber',
        'wifeDeathOn',
        'wifeDeathAgency',
      ],
    },
    {
      id: 'hon-nhan-nam',
      title: words('Tình trạng hôn nhân của bên nam', 'The groom’s marital status'),
      asks: [
        'husbandStatus',
        'husbandStatusNote',
        'husbandTimes',
        'husbandEarlierMarriedOn',
        'husbandDivorceNumber',
        'husbandDivorceOn',
        'husbandDivorceCourt',
        'husbandDeathNumber',
        'husbandDeathOn',
        'husbandDeathAgency',
      ],
    },
    { id: 'giay-to', title: words('Giấy tờ kèm theo', 'Papers'), asks: ['foreignDivorceNote'] },
    { id: 'nhan-ket-qua', title: words('Nhận kết quả', 'Receiving the result'), asks: ['copies'] },
    { id: 'cam-doan', title: words('Cam đoan', 'Declaration'), asks: ['freeWill', 'truthful'] },
  ],
  cases: [
    {
      id: 'foreign',
      name: words('Có yếu tố nước ngoài', 'Foreign element'),
      when: {
        any: [
          { all: [{ answered: 'wifeNationality' }, { not: { wifeNationality: 'VN' } }] },
          { all: [{ answered: 'husbandNationality' }, { not: { husbandNationality: 'VN' } }] },
        ],
      },
      tells: words(
        'Một bên là người nước ngoài thì nộp theo thủ tục kết hôn có yếu tố nước ngoài',
        'Where one of you is a foreigner, another procedure applies',
      ),
      goesTo: { code: '2.000806', name: words('Đăng ký kết hôn có yếu tố nước ngoài', 'Marriage with a foreign element') },
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 37',
    },
    {
      id: 'again',
      name: words('Có bên từng kết hôn', 'One of them was married before'),
      when: { any: [{ wifeStatus: ['divorced', 'widowed'] }, { husbandStatus: ['divorced', 'widowed'] }] },
      tells: words(
        'Đối chiếu việc ly hôn hoặc việc vợ, chồng chết với CSDL hộ tịch; kết hôn lại với người cũ là đăng ký mới',
        'Compare the divorce or death with the civil-status data; marrying the same person again is a new registration',
      ),
      basis: 'Nghị định 123/2015/NĐ-CP, Điều 10',
    },
    {
      id: 'unclear',
      name: words('Tình trạng hôn nhân khác', 'Another marital status'),
      when: { any: [{ wifeStatus: 'other' }, { husbandStatus: 'other' }] },
      tells: words(
        'Chung sống trước khi đăng ký: quan hệ tính từ ngày đăng ký, trừ trường hợp chuyển tiếp',
        'Living together before: the marriage counts from its registration, except in transitional cases',
      ),
      basis: `${family}, Điều 9`,
    },
    {
      id: 'counter',
      name: words('Hai bên có mặt tại quầy', 'Both at the counter'),
      when: { channel: 'counter' },
      tells: words(
        'Không cần hẹn: ghi nhận có mặt ngay sau khi thẩm tra',
        'No appointment is needed: record the appearance right after the examination',
      ),
      basis: 'Luật Hộ tịch 60/2014/QH13, Điều 18',
    },
  ],
  components: marriageComponents,
  rules: marriageRules,
  defects: [...commonMarriageDefects, ...marriageDefects],
  begins: 'receive',
  steps: marriageSteps,
  consultations: [
    {
      id: 'maritalStatus',
      about: words('Tình trạng hôn nhân trong thời gian cư trú tại đó', 'The marital status during the residence there'),
      within: workingDays(3),
      outsideClock: true,
      sends: ['ben-nu', 'cu-tru-nu', 'ben-nam', 'cu-tru-nam', 'hon-nhan-nu', 'hon-nhan-nam'],
      places: ['husbandResidence', 'wifeResidence'],
      basis: 'Nghị định 120/2025/NĐ-CP',
    },
  ],
  results: [
    {
      code: 'KQ.G15.000032',
      name: words('Giấy chứng nhận kết hôn', 'Marriage certificate'),
      numbering: 'from-register',
      register: 'marriage',
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 2,
      template: { id: 'marriage-certificate', typst: marriageCertificate },
      prints: marriageCertificatePrints,
      // Columns of the ministry's register of marriages; both statuses change in the data with them.
      reports: {
        event: 'marriage',
        subjects: [
          { name: 'wifeName', bornOn: 'wifeBornOn' },
          { name: 'husbandName', bornOn: 'husbandBornOn' },
        ],
        columns: {
          voHoTen: answer('wifeName'),
          voNgaySinh: answer('wifeBornOn', 'date'),
          voDanToc: answer('wifeEthnicity'),
          voQuocTich: answer('wifeNationality'),
          voLoaiCuTru: answer('wifeResidenceKind'),
          voNoiCuTru: answer('wifeResidence', 'place'),
          voSoGiayToTuyThan: answer('wifeId'),
          chongHoTen: answer('husbandName'),
          chongNgaySinh: answer('husbandBornOn', 'date'),
          chongDanToc: answer('husbandEthnicity'),
          chongQuocTich: answer('husbandNationality'),
          chongLoaiCuTru: answer('husbandResidenceKind'),
          chongNoiCuTru: answer('husbandResidence', 'place'),
          chongSoGiayToTuyThan: answer('husbandId'),
        },
      },
      basis: 'Thông tư 04/2020/TT-BTP',
    },
  ],
  about: 'wifeName',
  andAbout: 'husbandName',
  worklist: ['wifeName', 'husbandName'],
  statistics: ['relation', 'channel', 'wifeStatus', 'husbandStatus', 'wifeEthnicity', 'husbandEthnicity'],
  unverified: [
    words(
      'Mốc 15:00 lấy từ phần mô tả trên Cổng, chưa đối chiếu công báo',
      'The 15:00 mark is from the portal text, not compared with the gazette',
    ),
    words(
      'Cần xác minh điều kiện kết hôn thì luật cho đến 5 ngày làm việc: dùng thư xin lỗi, hẹn lại hoặc hỏi đơn vị khác',
      'Where conditions must be verified the law gives up to 5 working days: use the new date or the question to another office',
    ),
    words(
      'Thời gian chờ hai bên chọn giờ và đến ký không tính vào thời hạn: chưa có văn bản nói rõ',
      'That waiting for the choice and the appointment does not count is not said by any text yet',
    ),
    words('Độ dài buổi hẹn và số giờ đề nghị là cách làm của cơ quan', 'Length and number of the offered times are the office’s own'),
  ],
})
