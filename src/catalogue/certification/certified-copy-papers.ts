import { words } from '#modules/procedures'

const decree = 'Nghị định 23/2015/NĐ-CP, Điều 20'

/** The published row names one: the original that is seen, with the copy that is made or brought. */
export const certifiedCopyComponents = [
  {
    id: 'original',
    name: words('Bản chính giấy tờ, văn bản', 'The original'),
    document: 'original-to-copy',
    group: '--',
    when: { source: 'paper' },
    handling: 'show',
    originals: 1,
    copies: 0,
    field: 'scan',
    substitutes: [],
    note: words('Xem, đối chiếu rồi trả lại ngay', 'Seen, compared and given back at once'),
    basis: decree,
  },
  {
    id: 'shownOnVneid',
    name: words('Thông tin tương ứng hiển thị trên VNeID', 'The same information shown in VNeID'),
    document: 'vneid-document',
    group: '--',
    when: { source: 'vneid' },
    handling: 'show',
    originals: 0,
    copies: 0,
    substitutes: [],
    note: words('Đã xuất trình trên VNeID thì không đòi bản giấy', 'Once shown in VNeID no paper is asked for'),
    basis: 'Nghị định 280/2025/NĐ-CP',
  },
  {
    id: 'copyBrought',
    name: words('Bản sao cần chứng thực', 'The copies to be certified'),
    document: 'copy-to-certify',
    group: '--',
    when: { copiedBy: 'applicant' },
    handling: 'handIn',
    originals: 0,
    copies: 1,
    madeFromAnswers: true,
    substitutes: [],
    note: words('Chụp đủ các trang có chữ của bản chính', 'All pages of the original that bear information'),
    basis: decree,
  },
] as const
