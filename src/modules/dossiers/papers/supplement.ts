import { formLayout } from './layout.ts'
import { type Sheet, type Subject, sheetData } from './sheet.ts'

export type SupplementNotice = {
  readonly sheet: Sheet
  readonly subject: Subject
  /** Everything that is missing or wrong, at once, each with the ground and the way to put it right. */
  readonly items: readonly { readonly what: string; readonly how: string; readonly basis: string; readonly note?: string }[]
  /** Who answers questions: post and telephone. */
  readonly contact: string
  /** Why it is asked a second time, and by whom; only then. */
  readonly again?: { readonly leader: string; readonly reason: string }
}

/** The values of Mẫu 02. */
export function supplementData(notice: SupplementNotice) {
  return {
    ...sheetData(notice.sheet, notice.subject),
    items: notice.items.map(({ what, how, basis, note }) => ({ what, how, basis, note: note ?? '' })),
    contact: notice.contact,
    againLeader: notice.again?.leader ?? '',
    againReason: notice.again?.reason ?? '',
  }
}

/** Mẫu 02: what the applicant is asked to complete, in one letter. */
export const supplementTemplate = `${formLayout}
#set document(title: "Phiếu yêu cầu bổ sung, hoàn thiện hồ sơ " + data.dossier)
#place(top + right, dy: -11mm, text(size: 11pt, style: "italic")[Mẫu số 02])
#form-head()
#form-title("PHIẾU YÊU CẦU BỔ SUNG, HOÀN THIỆN HỒ SƠ", "")
#whose()
#para[Qua kiểm tra, hồ sơ của ông/bà còn #if data.items.len() == 1 [một nội dung] else [#data.items.len() nội dung] cần bổ sung, hoàn thiện như sau:]
#numbered(..data.items.map(each => [
  *#each.what.*#if each.note != "" [ #each.note.]
  Cách hoàn thiện: #each.how. Căn cứ: #emph(each.basis).
]))
#if data.againReason != "" {
  para[Đây là lần yêu cầu bổ sung tiếp theo, do #data.againLeader quyết định. Lý do: #data.againReason.]
}
#para[Thời hạn giải quyết tạm dừng từ khi gửi phiếu này và tính tiếp khi nhận đủ phần bổ sung. Ngoài các nội dung trên, ông/bà không phải nộp thêm giấy tờ nào khác.]
#para[Khi cần hướng dẫn, ông/bà liên hệ: #data.contact.]
#form-foot("", ("Như trên;", "Lưu: hồ sơ " + data.dossier + "."))
`
