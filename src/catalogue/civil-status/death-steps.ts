import { words, workingDays, workingHours } from '#modules/procedures'
import { handOver, receive, refusal, seal } from './common-steps.ts'

/**
 * The way of the dossier through the office (portal text of 1.000656; the hours between the steps are the office's own division of the day).
 * The register is written before the chair signs: the extract prints its number.
 */
export const deathSteps = {
  receive,
  verify: {
    task: words('Thẩm tra hồ sơ, tra cứu dữ liệu', 'Examine the dossier, look up the data'),
    status: words('Đang xác minh', 'Being verified'),
    by: 'registrar',
    within: workingHours(3),
    may: {
      propose: [{ to: 'draft', when: { channel: 'online' } }, { to: 'enter' }],
      askForMore: 'applicant',
      consult: 'here',
      refuse: 'refusal',
      transfer: 'otherUnit',
      apologise: 'here',
      stop: 'closed',
      withdraw: 'closed',
    },
  },
  draft: {
    task: words('Xem và đồng ý bản nháp trích lục khai tử', 'Read and confirm the draft extract'),
    status: words('Chờ bạn xem bản nháp', 'Waiting for you to read the draft'),
    by: 'applicant',
    within: { ...workingDays(1), basis: 'Nghị định 87/2020/NĐ-CP', unverified: true },
    outsideClock: true,
    silenceIs: 'confirmDraft',
    may: { confirmDraft: 'enter', correctDraft: 'verify', withdraw: 'closed' },
  },
  enter: {
    task: words('Ghi sổ đăng ký khai tử', 'Enter the death in the register'),
    status: words('Đang ghi sổ', 'Being entered in the register'),
    by: 'registrar',
    within: workingHours(1),
    may: { enter: 'sign', sendBack: 'verify', apologise: 'here', withdraw: 'closed' },
  },
  sign: {
    task: words('Ký trích lục khai tử', 'Sign the extract'),
    status: words('Chờ lãnh đạo ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(1),
    may: { sign: 'seal', sendBack: 'verify', apologise: 'here' },
  },
  seal,
  handOver,
  refusal,
} as const
