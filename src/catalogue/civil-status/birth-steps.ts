import { days, words, workingDays, workingHours } from '#modules/procedures'
import { handOver, receive, refusal, seal } from './common-steps.ts'

/**
 * The way of the dossier through the office (portal text of 1.001193; the hours between the steps are the office's own division of the day).
 * The register is written before the chair signs: the certificate prints its number.
 */
export const birthSteps = {
  receive,
  verify: {
    task: words('Thẩm tra hồ sơ, tra cứu dữ liệu', 'Examine the dossier, look up the data'),
    status: words('Đang xác minh', 'Being verified'),
    by: 'registrar',
    within: workingHours(3),
    may: {
      propose: [
        { to: 'posting', when: { parents: ['abandoned', 'unknown'] } },
        { to: 'draft', when: { channel: 'online' } },
        { to: 'enter' },
      ],
      askForMore: 'applicant',
      consult: 'here',
      refuse: 'refusal',
      transfer: 'otherUnit',
      apologise: 'here',
      stop: 'closed',
      withdraw: 'closed',
    },
  },
  posting: {
    task: words('Niêm yết việc tìm cha, mẹ của trẻ', 'Post the search for the child’s parents'),
    status: words('Đang niêm yết', 'Posted publicly'),
    by: 'registrar',
    within: { ...days(7), basis: 'Nghị định 123/2015/NĐ-CP, Điều 14' },
    outsideClock: true,
    may: { approve: 'enter', sendBack: 'verify', stop: 'closed', withdraw: 'closed' },
  },
  draft: {
    task: words('Xem và đồng ý bản nháp giấy khai sinh', 'Read and confirm the draft certificate'),
    status: words('Chờ bạn xem bản nháp', 'Waiting for you to read the draft'),
    by: 'applicant',
    within: { ...workingDays(1), basis: 'Nghị định 87/2020/NĐ-CP', unverified: true },
    outsideClock: true,
    silenceIs: 'confirmDraft',
    may: { confirmDraft: 'enter', correctDraft: 'verify', withdraw: 'closed' },
  },
  enter: {
    task: words('Ghi sổ đăng ký khai sinh', 'Enter the birth in the register'),
    status: words('Đang ghi sổ', 'Being entered in the register'),
    by: 'registrar',
    within: workingHours(1),
    may: { enter: 'personalNumber', sendBack: 'verify', apologise: 'here', withdraw: 'closed' },
  },
  personalNumber: {
    task: words('Lấy số định danh cá nhân cho trẻ', 'Obtain the child’s personal number'),
    status: words('Chờ số định danh từ cơ sở dữ liệu dân cư', 'Waiting for the personal number'),
    by: 'populationDatabase',
    within: workingHours(1),
    may: { allot: 'sign' },
  },
  sign: {
    task: words('Ký giấy khai sinh', 'Sign the birth certificate'),
    status: words('Chờ lãnh đạo ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(1),
    may: { sign: 'seal', sendBack: 'verify', apologise: 'here' },
  },
  seal,
  handOver,
  refusal,
} as const
