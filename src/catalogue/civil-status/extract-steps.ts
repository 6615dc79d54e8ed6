import { words, workingDays, workingHours } from '#modules/procedures'
import { handOver, receive, refusal, seal } from './common-steps.ts'

/**
 * The way of the dossier through the office (portal text of 2.000635; the hours between the steps are the office's own division of the day).
 * The registrar searches the registers and chooses the entry; the copy is numbered in the book of copies before the chair signs.
 */
export const extractSteps = {
  receive,
  verify: {
    task: words('Tra sổ hộ tịch, chọn mục để cấp bản sao', 'Search the registers, choose the entry'),
    status: words('Đang tra sổ', 'Being searched for'),
    by: 'registrar',
    within: workingHours(3),
    may: {
      chooseEntry: 'here',
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
    task: words('Xem và đồng ý bản nháp', 'Read and confirm the draft'),
    status: words('Chờ bạn xem bản nháp', 'Waiting for you to read the draft'),
    by: 'applicant',
    within: { ...workingDays(1), basis: 'Nghị định 87/2020/NĐ-CP', unverified: true },
    outsideClock: true,
    silenceIs: 'confirmDraft',
    may: { confirmDraft: 'enter', correctDraft: 'verify', withdraw: 'closed' },
  },
  enter: {
    task: words('Ghi sổ cấp bản sao', 'Enter it in the book of copies'),
    status: words('Đang ghi sổ', 'Being entered in the book'),
    by: 'registrar',
    within: workingHours(1),
    may: { enter: 'sign', sendBack: 'verify', apologise: 'here', withdraw: 'closed' },
  },
  sign: {
    task: words('Ký bản sao', 'Sign the copy'),
    status: words('Chờ lãnh đạo ký', 'Waiting for the signature'),
    by: 'chair',
    within: workingHours(1),
    may: { sign: 'seal', sendBack: 'verify', apologise: 'here' },
  },
  seal,
  handOver: {
    ...handOver,
    task: words('Thu phí và trả kết quả', 'Take the fee and hand over'),
  },
  refusal,
} as const
