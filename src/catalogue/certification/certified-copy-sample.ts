import type { Answers } from '#modules/procedures'

/** A Friday morning in Viet Nam. */
export const now = '2026-11-20T02:00:00.000Z'

/** A student's diploma of two pages, three copies made at the counter. */
export const diploma: Answers = {
  channel: 'counter',
  applicantName: 'Phạm Thị Lan',
  applicantPhone: '0900990003',
  documentName: 'Bằng tốt nghiệp trung học phổ thông',
  documentNumber: 'B 0123456',
  documentIssuer: 'Sở Giáo dục và Đào tạo mẫu',
  documentDate: '2016-07-15',
  source: 'paper',
  issuedBy: 'vietnam',
  pages: 2,
  copies: 3,
  copyForm: 'paper',
  copiedBy: 'office',
  returnTerm: 'day',
}
