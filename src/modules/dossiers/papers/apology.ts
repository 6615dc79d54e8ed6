import type { Instant } from '#platform/clock'
import { formLayout } from './layout.ts'
import { hourAndDay, type Sheet, type Subject, sheetData } from './sheet.ts'

export type Apology = {
  readonly sheet: Sheet
  readonly subject: Subject
  readonly receivedAt: Instant
  /** The hour first promised and the one promised now. */
  readonly promisedAt: Instant
  readonly newDueAt: Instant
  readonly reason: string
  /** The unit that is answerable for the delay. */
  readonly answerable: string
  readonly contact: string
}

/** The values of Mẫu 04. */
export function apologyData(apology: Apology) {
  return {
    ...sheetData(apology.sheet, apology.subject),
    receivedAt: hourAndDay(apology.receivedAt),
    promisedAt: hourAndDay(apology.promisedAt),
    newDueAt: hourAndDay(apology.newDueAt),
    reason: apology.reason,
    answerable: apology.answerable,
    contact: apology.contact,
  }
}

/** Mẫu 04: the office apologises for being late and names a new hour. */
export const apologyTemplate = `${formLayout}
#set document(title: "Văn bản xin lỗi và đề nghị gia hạn thời gian giải quyết " + data.dossier)
#place(top + right, dy: -11mm, text(size: 11pt, style: "italic")[Mẫu số 04])
#form-head()
#form-title("VĂN BẢN XIN LỖI", "và đề nghị gia hạn thời gian giải quyết hồ sơ")
#whose()
#para[Chúng tôi tiếp nhận hồ sơ của ông/bà lúc #data.receivedAt, hẹn trả kết quả lúc #data.promisedAt.]
#para[Đến nay hồ sơ chưa giải quyết xong. *Lý do:* #data.reason]
#para[*Đơn vị chịu trách nhiệm về việc chậm trễ:* #data.answerable.]
#para[Chúng tôi xin lỗi ông/bà và đề nghị gia hạn: kết quả được trả *trước #data.newDueAt*. Ông/bà không phải làm thêm việc gì.]
#para[Khi cần biết thêm, ông/bà liên hệ: #data.contact.]
#form-foot("", ("Như trên;", "Lưu: hồ sơ " + data.dossier + "."))
`
