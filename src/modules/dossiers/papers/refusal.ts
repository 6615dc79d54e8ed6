import { formLayout } from './layout.ts'
import { type Sheet, type Subject, sheetData } from './sheet.ts'

export type RefusalNotice = {
  readonly sheet: Sheet
  readonly subject: Subject
  readonly reason: string
  readonly basis: string
  /** Where the applicant can turn to instead; empty when there is no such place. */
  readonly elsewhere?: string
  readonly contact: string
}

/** The values of Mẫu 03. */
export function refusalData(notice: RefusalNotice) {
  return {
    ...sheetData(notice.sheet, notice.subject),
    reason: notice.reason,
    basis: notice.basis,
    elsewhere: notice.elsewhere ?? '',
    contact: notice.contact,
  }
}

/** Mẫu 03: the dossier is not taken up, why, on which ground, and where to go instead. */
export const refusalTemplate = `${formLayout}
#set document(title: "Phiếu từ chối tiếp nhận giải quyết hồ sơ " + data.dossier)
#place(top + right, dy: -11mm, text(size: 11pt, style: "italic")[Mẫu số 03])
#form-head()
#form-title("PHIẾU TỪ CHỐI TIẾP NHẬN GIẢI QUYẾT HỒ SƠ", "")
#whose()
#para[Sau khi xem xét, chúng tôi không thể tiếp nhận, giải quyết hồ sơ của ông/bà.]
#para[*Lý do:* #data.reason]
#para[*Căn cứ:* #data.basis]
#if data.elsewhere != "" { para[*Nơi ông/bà có thể liên hệ để được giải quyết:* #data.elsewhere] }
#para[Giấy tờ đã nộp được trả lại đầy đủ. Nếu không đồng ý, ông/bà có quyền khiếu nại theo quy định của pháp luật; khi có đủ điều kiện, ông/bà có thể nộp lại hồ sơ.]
#para[Khi cần hướng dẫn, ông/bà liên hệ: #data.contact.]
#form-foot("", ("Như trên;", "Lưu: hồ sơ " + data.dossier + "."))
`
