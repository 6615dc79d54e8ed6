import type { Instant } from '#platform/clock'
import { formLayout } from './layout.ts'
import { hourAndDay, type Sheet, type Subject, sheetData } from './sheet.ts'

export type StopNotice = {
  readonly sheet: Sheet
  readonly subject: Subject
  readonly receivedAt: Instant
  /** At whose wish: the applicant's own, or the office's finding. */
  readonly askedBy: 'applicant' | 'office'
  readonly reason: string
  readonly basis: string
  /** How far the dossier had come, as its step is called. */
  readonly stage: string
  /** What happens with fees paid and papers handed in. */
  readonly feesAndPapers: string
  readonly contact: string
}

const asked = {
  applicant: 'Theo đề nghị của ông/bà, chúng tôi dừng giải quyết hồ sơ.',
  office: 'Qua xem xét, chúng tôi dừng giải quyết hồ sơ của ông/bà.',
} as const

/** The values of Mẫu 05. */
export function stopData(notice: StopNotice) {
  return {
    ...sheetData(notice.sheet, notice.subject),
    receivedAt: hourAndDay(notice.receivedAt),
    asked: asked[notice.askedBy],
    reason: notice.reason,
    basis: notice.basis,
    stage: notice.stage,
    feesAndPapers: notice.feesAndPapers,
    contact: notice.contact,
  }
}

/** Mẫu 05: the handling ends without a result. */
export const stopTemplate = `${formLayout}
#set document(title: "Thông báo dừng giải quyết hồ sơ " + data.dossier)
#place(top + right, dy: -11mm, text(size: 11pt, style: "italic")[Mẫu số 05])
#form-head()
#form-title("THÔNG BÁO", "Về việc dừng giải quyết hồ sơ")
#whose()
#para[#data.asked Hồ sơ được tiếp nhận lúc #data.receivedAt và đang ở bước: #data.stage.]
#para[*Lý do:* #data.reason]
#para[*Căn cứ:* #data.basis]
#para[*Lệ phí và giấy tờ:* #data.feesAndPapers]
#para[Ông/bà có thể nộp lại hồ sơ bất kỳ lúc nào khi có nhu cầu. Khi cần hướng dẫn, ông/bà liên hệ: #data.contact.]
#form-foot("", ("Như trên;", "Lưu: hồ sơ " + data.dossier + "."))
`
