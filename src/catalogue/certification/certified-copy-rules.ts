import { words } from '#modules/procedures'

const grounds = 'Nghị định 23/2015/NĐ-CP, Điều 22'

/** What the record must hold; doubts that the official decides only ask him to look again. */
export const certifiedCopyRules = [
  {
    code: 'notLegalised',
    level: 'warn',
    field: 'legalisation',
    check: { is: 'oneOf', values: ['legalised', 'exemptTreaty', 'exemptKind'] },
    says: words(
      'Giấy tờ nước ngoài chưa hợp pháp hóa không được dùng để chứng thực bản sao. Hướng dẫn người dân, hoặc nhận để từ chối bằng văn bản khi họ yêu cầu.',
      'A foreign paper that is not legalised cannot be certified. Tell the person, or take it in to refuse in writing when asked.',
    ),
    basis: `${grounds}, khoản 5`,
  },
  {
    code: 'issuedNotInFuture',
    level: 'block',
    field: 'documentDate',
    check: { is: 'notAfter', than: 'today' },
    says: words('Ngày cấp ở tương lai. Xem lại ngày trên bản chính.', 'The day of issue lies ahead. Check it on the original.'),
    basis: 'danh mục kiểm tra của dự án, không phải quy định',
  },
  {
    code: 'electronicNeedsScan',
    level: 'block',
    field: 'copyForm',
    when: { all: [{ copyForm: 'electronic' }, { not: { answered: 'scan' } }] },
    check: { is: 'oneOf', values: ['paper'] },
    says: words(
      'Bản sao điện tử lập từ ảnh quét: quét đủ các trang của bản chính.',
      'An electronic copy is made from scans: scan all pages of the original.',
    ),
    basis: 'Nghị định 45/2020/NĐ-CP, Điều 10',
    unverified: true,
  },
] as const
