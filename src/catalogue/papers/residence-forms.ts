import { words } from '#modules/procedures'
import { residenceLayout } from './residence-layout.ts'

const basis = 'Thông tư 53/2025/TT-BCA'

const formHead = `#head(data.above, data.office, number: number-line(data.number), date: date-line(data.place, data.date))
#let whose() = {
  item("Mã hồ sơ", [*#data.dossier*])
  item("Họ, chữ đệm và tên", [*#data.applicant*])
  item("Số định danh cá nhân", data.applicantNumber)
  item("Địa chỉ", data.address)
  item("Điện thoại, thư điện tử", (data.phone, data.email).filter(each => each != "").join("; ", default: ""))
  item("Thủ tục", [#data.procedureName (mã số #data.procedureCode)])
}`

const receipt = `${residenceLayout}
#set document(title: "Phiếu tiếp nhận hồ sơ và hẹn trả kết quả " + data.dossier)
#form-mark("Mẫu CT04")
${formHead}
#title-of("PHIẾU TIẾP NHẬN HỒ SƠ VÀ HẸN TRẢ KẾT QUẢ", "")
#whose()
#block(above: 12pt, below: 6pt)[Giấy tờ, thông tin đã nhận:]
#{
  set text(size: 12pt)
  set par(leading: 0.45em)
  table(
    columns: (26pt, 1fr, 62pt, 124pt), stroke: 0.5pt, inset: (x: 5pt, y: 4.5pt), align: (center, left, center, left),
    table.header([*TT*], align(center)[*Tên giấy tờ*], [*Số lượng*], align(center)[*Hình thức*]),
    ..data.components.enumerate().map(((i, each)) => (str(i + 1), each.name, each.count, each.as)).flatten(),
  )
}
#item("Thời hạn giải quyết", data.within)
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
#foot("CÁN BỘ TIẾP NHẬN", (), data.authority, data.title, data.signer)
`

const guidance = `${residenceLayout}
#set document(title: "Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ " + data.dossier)
#form-mark("Mẫu CT05")
${formHead}
#title-of("PHIẾU HƯỚNG DẪN BỔ SUNG, HOÀN THIỆN HỒ SƠ", "")
#whose()
#para[Hồ sơ cần bổ sung, hoàn thiện những nội dung sau:]
#for (i, each) in data.items.enumerate() {
  block(above: 12pt, below: 0pt, inset: (left: 1cm), grid(columns: (16pt, 1fr), [#(i + 1).], par(justify: true, leading: 0.7em, [
    *#each.what.*#if each.note != "" [ #each.note.] Cách hoàn thiện: #each.how. Căn cứ: #emph(each.basis).
  ])))
}
#if data.againReason != "" { para[Lý do yêu cầu thêm lần này, do #data.againLeader quyết định: #data.againReason.] }
#para[Thời hạn giải quyết tính tiếp từ khi nhận đủ phần bổ sung. Khi cần hỏi, ông/bà liên hệ: #data.contact.]
#foot("", ("Như trên;", "Lưu: hồ sơ " + data.dossier + "."), data.authority, data.title, data.signer)
`

const refusal = `${residenceLayout}
#set document(title: "Phiếu từ chối tiếp nhận, giải quyết hồ sơ " + data.dossier)
#form-mark("Mẫu CT06")
${formHead}
#title-of("PHIẾU TỪ CHỐI TIẾP NHẬN, GIẢI QUYẾT HỒ SƠ", "Lĩnh vực cư trú")
#whose()
#para[Sau khi xem xét, chúng tôi từ chối giải quyết hồ sơ đăng ký tạm trú của ông/bà.]
#para[*Lý do:* #data.reason]
#para[*Căn cứ:* #data.basis]
#if data.elsewhere != "" { para[*Hướng xử lý:* #data.elsewhere] }
#para[Nếu không đồng ý, ông/bà có quyền khiếu nại theo quy định của pháp luật. Khi cần hỏi, ông/bà liên hệ: #data.contact.]
#foot("", ("Như trên;", "Lưu: hồ sơ " + data.dossier + "."), data.authority, data.title, data.signer)
`

/** The papers that the residence police write on the way. Labels of the forms and what follows the number are not verified. */
export const residenceForms = {
  receipt: {
    form: 'CT04',
    name: words('Phiếu tiếp nhận hồ sơ và hẹn trả kết quả', 'Receipt with the promised hour'),
    symbol: 'CT04',
    typst: receipt,
    basis,
    unverified: true,
  },
  supplement: {
    form: 'CT05',
    name: words('Phiếu hướng dẫn bổ sung, hoàn thiện hồ sơ', 'Guidance on what to complete'),
    symbol: 'CT05',
    typst: guidance,
    basis,
    unverified: true,
  },
  refusal: {
    form: 'CT06',
    name: words('Phiếu từ chối tiếp nhận, giải quyết hồ sơ', 'Refusal'),
    symbol: 'CT06',
    typst: refusal,
    basis,
    unverified: true,
  },
} as const
