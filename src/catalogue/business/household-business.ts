import { procedure, words, workingDays } from '#modules/procedures'
import { householdBusinessCertificate, householdBusinessPrints } from '../papers/household-business-certificate.ts'
import { householdBusinessForms } from '../papers/household-business-forms.ts'
import { shopDefects } from './shop-defects.ts'
import { shopFields } from './shop-fields.ts'
import { shopComponents } from './shop-papers.ts'
import { shopRules } from './shop-rules.ts'
import { shopSteps } from './shop-steps.ts'

const decree = 'Nghị định 168/2025/NĐ-CP'
const fee = {
  name: words('Lệ phí đăng ký hộ kinh doanh (không hoàn lại)', 'Registration (not refunded)'),
  setBy: 'provincialCouncil',
  basis: 'Thông tư 85/2019/TT-BTC',
  unverified: true,
} as const

/** Registration of a household business. Facts from the published row 1.001612; every sentence is our own. */
export const householdBusiness = procedure({
  code: '1.001612',
  name: words('Đăng ký thành lập hộ kinh doanh', 'Register a household business'),
  purpose: words('Được cấp giấy chứng nhận và mã số hộ kinh doanh', 'Get the certificate and the code of the business'),
  area: 'Thành lập và hoạt động doanh nghiệp (hộ kinh doanh)',
  basis: '2353/QĐ-BTC',
  legal: ['59/2020/QH14', '76/2025/QH15', '168/2025/NĐ-CP', '68/2025/TT-BTC', '85/2019/TT-BTC'],
  revision: 1,
  inForceFrom: '2026-07-01',
  who: [
    words('Công dân Việt Nam đủ 18 tuổi, có đủ năng lực hành vi dân sự', 'A Vietnamese citizen of 18 with full capacity'),
    words('Các thành viên của một hộ gia đình, cử một người làm chủ hộ', 'Members of a household, who name one of them the owner'),
    words('Người, tổ chức dịch vụ hoặc bưu chính được chủ hộ ủy quyền', 'A person, service or postal company authorised by the owner'),
  ],
  alsoCalled: [
    'mở cửa hàng',
    'mở quán',
    'giấy phép kinh doanh',
    'đăng ký kinh doanh',
    'hộ cá thể',
    'buôn bán nhỏ',
    'open a shop',
    'business licence',
  ],
  minutesToFill: 15,
  counter: 'economicOffice',
  resolvedWithin: { ...workingDays(3), basis: `${decree}, Điều 113` },
  supplement: { noticeWithin: { online: workingDays(3), counter: workingDays(3) }, withoutLeader: 1, basis: `${decree}, Điều 113` },
  // Any commune of the province takes it in: none is more competent than the one that was chosen.
  competence: { residences: [], basis: `${decree}, Điều 88` },
  fees: [
    { ...fee, id: 'notDirect', dong: 150_000n, channels: ['online', 'post'] },
    { ...fee, id: 'direct', dong: 50_000n, channels: ['counter'] },
  ],
  fields: shopFields,
  pages: [
    {
      id: 'nguoi-nop',
      title: words('Người nộp hồ sơ', 'Who is filing'),
      asks: ['filer', 'applicantName', 'applicantId', 'applicantPhone', 'applicantEmail'],
    },
    {
      id: 'chu-ho',
      title: words('Chủ hộ kinh doanh', 'The owner'),
      asks: ['founders', 'ownerName', 'ownerId', 'ownerBornOn', 'ownerSex', 'ownerEthnicity', 'ownerResidence', 'ownerContact', 'members'],
    },
    {
      id: 'ten',
      title: words('Tên và trụ sở', 'Name and head office'),
      asks: ['businessName', 'foreignName', 'shortName', 'headOffice', 'businessPhone', 'businessEmail', 'website'],
    },
    {
      id: 'nganh-nghe',
      title: words('Ngành, nghề và vốn', 'Lines of business and capital'),
      asks: ['mainSectorCode', 'mainSectorName', 'otherSectors', 'conditional', 'capital'],
    },
    {
      id: 'thue',
      title: words('Thông tin đăng ký thuế', 'Data for tax'),
      intro: words(
        'Gửi cùng một lần sang cơ quan thuế, bạn không phải khai lại',
        'Sent to the tax office with it; you need not file twice',
      ),
      asks: ['taxAt', 'taxAddress', 'startsOn', 'employees', 'taxMethod'],
    },
    {
      id: 'giay-to',
      title: words('Giấy tờ kèm theo', 'Papers'),
      asks: ['membersAuthority', 'authority', 'serviceContract', 'introduction', 'postSlip', 'ownerWithoutAccount', 'ownerCard'],
    },
    { id: 'nhan-ket-qua', title: words('Nhận kết quả', 'Receiving the result'), asks: ['receiveBy', 'receiveAt'] },
    { id: 'cam-ket', title: words('Cam kết', 'Undertakings'), asks: ['lawfulPlace', 'eligible', 'truthful'] },
  ],
  cases: [
    {
      id: 'household',
      name: words('Do các thành viên hộ gia đình lập', 'Founded by a household'),
      when: { founders: 'household' },
      tells: words('Cần văn bản ủy quyền đã công chứng, chứng thực', 'A certified authorisation is needed'),
      basis: decree,
    },
    {
      id: 'conditional',
      name: words('Ngành, nghề có điều kiện', 'A line subject to conditions'),
      when: { conditional: true },
      tells: words('Nhắc chủ hộ xin giấy phép trước khi hoạt động', 'Remind the owner of the licence before beginning'),
      basis: `${decree}, Điều 89`,
    },
    {
      id: 'proxy',
      name: words('Nộp qua người được ủy quyền', 'Filed by a proxy'),
      when: { filer: ['person', 'service', 'publicPost', 'otherPost'] },
      tells: words('Cả hai bên xác thực điện tử; chủ hộ phủ nhận thì phải báo cáo', 'Both sides authenticate; a denial must be reported'),
      basis: `${decree}, Điều 22`,
    },
  ],
  components: shopComponents,
  rules: shopRules,
  defects: shopDefects,
  begins: 'receive',
  steps: shopSteps,
  consultations: [],
  forms: householdBusinessForms,
  results: [
    {
      code: 'KQ.G12.001041',
      name: words('Giấy chứng nhận đăng ký hộ kinh doanh', 'Certificate of the household business'),
      numbering: 'from-register',
      register: 'household-business',
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      template: { id: 'household-business-certificate', typst: householdBusinessCertificate },
      prints: householdBusinessPrints,
      basis: 'Thông tư 68/2025/TT-BTC',
    },
  ],
  about: 'businessName',
  worklist: ['businessName', 'ownerName', 'headOffice'],
  statistics: ['founders', 'filer', 'channel', 'mainSectorCode', 'conditional', 'receiveBy'],
  unverified: [
    words(
      'Mức lệ phí lấy từ dòng mẫu trên Cổng; Hội đồng nhân dân thành phố quy định, chưa có số',
      'The amounts are those of a sample row; the People’s Council sets them',
    ),
    words('Phạm vi trùng tên (trong xã, phường) chưa đối chiếu nghị định', 'The scope of duplicate names is not compared with the decree'),
    words('Quan hệ giữa mã số hộ kinh doanh và số định danh của chủ hộ chưa rõ', 'How the code relates to the owner’s number is not clear'),
    words('Bố cục giấy chứng nhận lập theo ghi nhớ, chưa đối chiếu mẫu của thông tư', 'The certificate’s layout is from memory'),
    words('Phương pháp tính thuế và danh mục ngành là dữ liệu để sửa', 'Tax methods and lines of business are data to be edited'),
    words('Người bị loại trừ theo Điều 82 chưa đối chiếu đủ', 'Who is excluded by Article 82 is not fully compared'),
    words('Thời gian mỗi bước là cách chia việc của cơ quan, không phải quy định', 'The time for each step is the office’s own division'),
  ],
})
