import { words, workingDays, workingHours } from '#modules/procedures'
import { handOver, receive, refusal, seal } from './common-steps.ts'

/** The way of the dossier through the office (portal text of 1.004873; the hours between the steps are the office's own division). */
export const maritalStatusSteps = {
  receive: {
    ...receive,
    within: workingHours(2),
  },
  verify: {
    task: words('Kiểm tra, xác minh tình trạng hôn nhân', 'Check and verify the marital status'),
    status: words('Đang xác minh', 'Being verified'),
    by: 'registrar',
    within: workingHours(10),
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
    task: words('Xem và đồng ý bản nháp giấy xác nhận', 'Read and confirm the draft certificate'),
    status: words('Chờ bạn xem bản nháp', 'Waiting for you to read the draft'),
    by: 'applicant',
    within: { ...workingDays(1), basis: 'Nghị định 87/2020/NĐ-CP', unverified: true },
    outsideClock: true,
    silenceIs: 'confirmDraft',
    may: { confirmDraft: 'enter', correctDraft: 'verify', withdraw: 'closed' },
  },
  enter: {
    task: words('Ghi sổ cấp giấy xác nhận tình trạng hôn nhân', 'Enter it in the book of certificates'),
    status: words('Đang ghi sổ', 'Being entered in the register'),
    by: 'registrar',
    within: workingHours(2),
    may: { enter: 'sign', sendBack: 'verify', apologise: 'here', withdraw: 'closed' },
  },
  sign: {
    task: words('Ký giấy xác nhận tình trạng hôn nhân', 'Sign the certificate'),
    status: words('Chờ lãnh đạo ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(4),
    may: { sign: 'seal', sendBack: 'verify', apologise: 'here' },
  },
  seal: {
    ...seal,
    within: workingHours(2),
  },
  handOver,
  refusal: {
    ...refusal,
    within: workingHours(2),
  },
} as const
