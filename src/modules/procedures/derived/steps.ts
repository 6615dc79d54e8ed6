import { type Deadline, inWorkingHours, workingDays, workingHours } from '../deadline.ts'
import type { Consultation, Step } from '../step.ts'
import { words } from '../words.ts'

/** The way of a derived dossier: receive, examine, sign, seal, hand over; a refusal is approved by the supervisor. */
export function stepsFor(deadline: Deadline): Readonly<Record<string, Step>> {
  const hours = hoursFor(deadline)
  return {
    receive: {
      task: words('Kiểm tra và tiếp nhận hồ sơ', 'Check and accept the dossier'),
      status: words('Chờ tiếp nhận', 'Waiting to be accepted'),
      by: 'receptionist',
      within: workingHours(hours.short),
      may: { receive: 'examine', askForMore: 'applicant', refuse: 'refusal', transfer: 'otherUnit', withdraw: 'closed' },
    },
    examine: {
      task: words('Thẩm định hồ sơ, dự thảo kết quả', 'Examine the dossier, draft the result'),
      status: words('Đang thẩm định', 'Being examined'),
      by: 'specialist',
      ...(hours.long === undefined ? {} : { within: workingHours(hours.long) }),
      may: {
        propose: 'sign',
        askForMore: 'applicant',
        consult: 'here',
        refuse: 'refusal',
        transfer: 'otherUnit',
        apologise: 'here',
        stop: 'closed',
        withdraw: 'closed',
      },
    },
    sign: {
      task: words('Duyệt và ký kết quả', 'Approve and sign the result'),
      status: words('Chờ lãnh đạo ký', 'Waiting for the signature'),
      by: 'chair',
      within: workingHours(hours.short),
      may: { sign: 'seal', sendBack: 'examine', apologise: 'here' },
    },
    seal: {
      task: words('Cấp số, đóng dấu và phát hành', 'Number, seal and issue'),
      status: words('Đang phát hành', 'Being issued'),
      by: 'clerk',
      within: workingHours(hours.short),
      may: { seal: 'handOver', sendBack: 'sign' },
    },
    handOver: {
      task: words('Trả kết quả', 'Hand over the result'),
      status: words('Đã có kết quả', 'The result is ready'),
      by: 'receptionist',
      may: { deliver: 'closed' },
    },
    refusal: {
      task: words('Duyệt phiếu từ chối', 'Approve the refusal'),
      status: words('Đang xem xét từ chối', 'Refusal under review'),
      by: 'supervisor',
      within: workingHours(hours.short),
      may: { approve: 'closed', sendBack: 'back' },
    },
  }
}

/**
 * How the office divides the time: an eighth each to receive, sign and seal, half to examine, the rest stays in hand. Never more than half a
 * working day for a short step. Where the time is not known, examining has no hour of its own but that of the promise.
 */
function hoursFor(deadline: Deadline): { short: number; long: number | undefined } {
  if (deadline.unit === 'asked') return { short: 4, long: undefined }
  const whole = inWorkingHours(deadline)
  const short = Math.max(1, Math.min(4, Math.floor(whole / 8)))
  return { short, long: whole < 4 ? undefined : Math.max(1, Math.floor(whole / 2) - (whole < 8 ? 1 : 0)) }
}

/** Any other unit may be asked while the dossier is examined; the clock of the dossier runs on. */
export const anyConsultation: Consultation = {
  id: 'opinion',
  about: words('Nội dung cần ý kiến của đơn vị khác', 'A matter on which another unit is heard'),
  within: workingDays(3),
  sends: ['noi-dung'],
  basis: 'Quy chế làm việc của cơ quan',
}
