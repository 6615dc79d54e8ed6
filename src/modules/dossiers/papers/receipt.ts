import type { Instant } from '#platform/clock'
import { numberText } from '#platform/text'
import { formLayout } from './layout.ts'
import { hourAndDay, type Sheet, type Subject, sheetData } from './sheet.ts'

/** How a component is there: on paper, as a file, taken from a database, or made from the answers. */
export type HandedIn = 'original' | 'copy' | 'electronic' | 'data' | 'form' | 'shown'

export type Receipt = {
  readonly sheet: Sheet
  readonly subject: Subject
  /** Who handed it in and who helped, where that is somebody else than the applicant. */
  readonly submitter?: string
  readonly helper?: string
  /** The unit that decides, where another counter took it in. */
  readonly decidedBy?: string
  readonly components: readonly { readonly name: string; readonly count: number; readonly as: HandedIn }[]
  /** Every file whose bytes were verified, with its SHA-256 in hexadecimal. */
  readonly files: readonly { readonly name: string; readonly bytes: number; readonly sha256: string }[]
  readonly sets: number
  /** What is to be paid, line by line, and the sum; amounts in words, as nobody may know one of them yet. */
  readonly fees: {
    readonly lines: readonly { readonly name: string; readonly amount: string; readonly how: string }[]
    readonly total: string
  }
  /** The time that the law gives, in words: "trong ngày làm việc". */
  readonly within: string
  readonly filedAt: Instant
  /** Empty until the office has accepted the dossier. */
  readonly receivedAt?: Instant
  readonly dueAt?: Instant
  /** Where and how the result is handed over. */
  readonly returned: string
}

const said: Readonly<Record<HandedIn, string>> = {
  original: 'Bản chính',
  copy: 'Bản sao',
  electronic: 'Bản điện tử',
  data: 'Dữ liệu thay giấy tờ',
  form: 'Mẫu điện tử',
  shown: 'Đã xem, trả lại ngay',
}

/** The values of Mẫu 01. */
export function receiptData(receipt: Receipt) {
  const { receivedAt, dueAt } = receipt
  return {
    ...sheetData(receipt.sheet, receipt.subject),
    submitter: receipt.submitter ?? '',
    helper: receipt.helper ?? '',
    decidedBy: receipt.decidedBy ?? '',
    components: receipt.components.map(({ name, count, as }) => ({ name, count: String(count).padStart(2, '0'), as: said[as] })),
    files: receipt.files.map(({ name, bytes, sha256 }) => ({
      name,
      size: `${numberText(bytes)} byte`,
      sha256,
    })),
    sets: String(receipt.sets).padStart(2, '0'),
    fees: receipt.fees.lines,
    feeTotal: receipt.fees.total,
    within: receipt.within,
    filedAt: hourAndDay(receipt.filedAt),
    receivedAt: receivedAt === undefined ? '' : hourAndDay(receivedAt),
    dueAt: dueAt === undefined ? '' : hourAndDay(dueAt),
    returned: receipt.returned,
  }
}

/** Mẫu 01: the dossier was received, and this is when its result is promised. Lists every uploaded file with size and SHA-256. */
export const receiptTemplate = `${formLayout}
#set document(title: "Giấy tiếp nhận hồ sơ và hẹn trả kết quả " + data.dossier)
#set page(margin: (top: 18mm, bottom: 14mm, left: 30mm, right: 18mm))
#set text(size: 12.5pt)
#place(top + right, dy: -9mm, text(size: 11pt, style: "italic")[Mẫu số 01])
#form-head()
#form-title("GIẤY TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "")
#grid(columns: (1fr, 74pt), column-gutter: 10pt,
  {
    item("Mã hồ sơ", [*#data.dossier*])
    item("Tiếp nhận hồ sơ của", [*#data.applicant*])
    item("Số định danh cá nhân", data.applicantNumber)
    item("Địa chỉ", data.address)
    item("Điện thoại, thư điện tử", (data.phone, data.email).filter(each => each != "").join("; ", default: ""))
    item("Người nộp thay", data.submitter)
    item("Người hỗ trợ", data.helper)
  },
  if data.qr != "" { align(center, { qr(data.qr, 74pt); set text(size: 8pt); set par(leading: 0.35em); [Quét để xem hồ sơ] }) },
)
#item("Nội dung yêu cầu giải quyết", [#data.procedureName (mã số #data.procedureCode)])
#item("Cơ quan giải quyết", data.decidedBy)
#block(above: 12pt, below: 6pt)[Thành phần hồ sơ gồm:]
#{
  set text(size: 12pt)
  set par(leading: 0.45em)
  table(
    columns: (26pt, 1fr, 62pt, 124pt), stroke: 0.5pt, inset: (x: 5pt, y: 4.5pt), align: (center, left, center, left),
    table.header([*TT*], align(center)[*Tên giấy tờ*], [*Số lượng*], align(center)[*Hình thức*]),
    ..data.components.enumerate().map(((i, each)) => (str(i + 1), each.name, each.count, each.as)).flatten(),
  )
}
#item("Số lượng hồ sơ", data.sets + " (bộ)")
#if data.fees.len() > 0 {
  item("Phí, lệ phí", [*#data.feeTotal*])
  for each in data.fees { block(above: 7pt, below: 0pt, inset: (left: 14pt), text(size: 11.5pt)[- #each.name: #each.amount#if each.how != "" [ (#each.how)]]) }
}
#item("Thời gian giải quyết theo quy định", data.within)
#item("Thời gian nộp hồ sơ", data.filedAt)
#if data.receivedAt == "" {
  item("Thời gian tiếp nhận", "chưa tiếp nhận; giờ hẹn trả kết quả được báo khi hồ sơ được tiếp nhận")
} else {
  item("Thời gian tiếp nhận", data.receivedAt)
  item("Hẹn trả kết quả", [*#data.dueAt*])
}
#item("Nhận kết quả", data.returned)
#if data.files.len() > 0 {
  block(above: 13pt, below: 6pt, sticky: true)[Tệp đã nhận, kèm mã băm SHA-256 để đối chiếu:]
  set text(size: 10pt)
  set par(leading: 0.4em)
  table(
    columns: (26pt, 1fr, 76pt, 226pt), stroke: 0.5pt, inset: (x: 5pt, y: 4pt), align: (center, left, right, left),
    table.header([*TT*], align(center)[*Tên tệp*], align(center)[*Độ lớn*], align(center)[*SHA-256*]),
    ..data.files.enumerate().map(((i, each)) => (str(i + 1), each.name, each.size, text(size: 6.8pt, each.sha256))).flatten(),
  )
}
#v(18pt)
#block(breakable: false, grid(columns: (1fr, 236pt), align: (center + top, right + top),
  { text(weight: "bold")[NGƯỜI NỘP HỒ SƠ]; v(122pt); text(weight: "bold", if data.submitter == "" { data.applicant } else { data.submitter }) },
  signed-by("NGƯỜI TIẾP NHẬN HỒ SƠ", data.authority, data.title, data.signer),
))
`
