import { answer, office, signer } from '#modules/procedures'
import { residenceLayout } from './residence-layout.ts'

/** Which answer stands where on the notice of a temporary residence. */
export const residenceNoticePrints = {
  above: office('province'),
  agency: office('commune'),
  agencyName: office('agency'),
  place: office('place'),
  applicantName: answer('applicantName'),
  personName: answer('personName', 'capitals'),
  personBornOn: answer('personBornOn', 'date'),
  personSex: answer('personSex'),
  personId: answer('personId'),
  permanentResidence: answer('permanentResidence', 'place'),
  dwelling: answer('dwelling', 'place'),
  from: answer('from', 'date'),
  to: answer('to', 'date'),
  householderName: answer('householderName', 'capitals'),
  relation: answer('relation'),
  kind: answer('kind'),
  people: answer('people', 'rows'),
  listed: answer('listed', 'rows'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/** The notice of the result: no certificate and no book are given since 2023, so this and the database are the proof. */
export const residenceNotice = `${residenceLayout}
#set document(title: "Thông báo kết quả đăng ký tạm trú " + data.personName)
#let people = json(bytes(data.people)) + json(bytes(data.listed))
#form-mark("Mẫu CT08")
#head(data.above, data.agency, number: number-line(""), date: date-line(data.place, ""))
#title-of("THÔNG BÁO", "Kết quả giải quyết đăng ký tạm trú")
#align(center, block(below: 4pt)[Kính gửi: *#data.applicantName*])
#para[Căn cứ Luật Cư trú, hồ sơ đăng ký và dữ liệu đã đối chiếu, #data.agencyName thông báo: đã đăng ký tạm trú và cập nhật vào Cơ sở dữ liệu về cư trú đối với:]
#item("Họ, chữ đệm và tên", [*#data.personName*])
#item("Ngày, tháng, năm sinh", data.personBornOn)
#item("Giới tính", data.personSex)
#item("Số định danh cá nhân", [*#data.personId*])
#item("Nơi thường trú", data.permanentResidence)
#item("Địa chỉ tạm trú", [*#data.dwelling*])
#item("Thời hạn tạm trú", [từ ngày *#data.from* đến ngày *#data.to*])
#item("Hình thức đăng ký", data.kind)
#if data.householderName != "" {
  item("Họ, chữ đệm và tên chủ hộ", data.householderName)
  item("Mối quan hệ với chủ hộ", data.relation)
} else { item("Chủ hộ", data.personName) }
#if people.len() > 0 {
  block(above: 13pt, below: 6pt, sticky: true)[Những người cùng đăng ký:]
  set text(size: 12pt)
  set par(leading: 0.45em)
  table(
    columns: (24pt, 1fr, 70pt, 46pt, 88pt, 84pt), stroke: 0.5pt, inset: (x: 4pt, y: 4.5pt), align: (center, left, center, center, center, left),
    table.header([*TT*], [*Họ, chữ đệm và tên*], [*Ngày sinh*], [*Giới tính*], [*Số định danh*], [*Quan hệ với chủ hộ*]),
    ..people.enumerate().map(((i, each)) => (str(i + 1), each.name, each.bornOn, each.sex, each.citizenId, each.at("relation", default: ""))).flatten(),
  )
}
#para[Việc gia hạn tạm trú được làm trong 15 ngày trước ngày hết hạn. Thông tin này xem được trên ứng dụng VNeID; không cấp sổ hoặc giấy chứng nhận riêng.]
#foot("", ("Như trên;", "Lưu: hồ sơ cư trú."), data.signerAuthority, data.signerTitle, data.signerName)
`
