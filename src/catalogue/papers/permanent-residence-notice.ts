import { answer, office, signer } from '#modules/procedures'
import { residenceLayout } from './residence-layout.ts'

/** Which answer stands where on the notice of a child's permanent residence. */
export const permanentNoticePrints = {
  above: office('province'),
  agency: office('commune'),
  agencyName: office('agency'),
  place: office('place'),
  applicantName: answer('applicantName'),
  personName: answer('personName', 'capitals'),
  personBornOn: answer('personBornOn', 'date'),
  personSex: answer('personSex'),
  personId: answer('personId'),
  birthNumber: answer('birthNumber'),
  dwelling: answer('dwelling', 'place'),
  from: answer('from', 'date'),
  householderName: answer('householderName', 'capitals'),
  relation: answer('relation'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/** The notice of the result; the residence database is the proof, no book is given. */
export const permanentNotice = `${residenceLayout}
#set document(title: "Thông báo kết quả đăng ký thường trú " + data.personName)
#form-mark("Mẫu CT08")
#head(data.above, data.agency, number: number-line(""), date: date-line(data.place, ""))
#title-of("THÔNG BÁO", "Kết quả giải quyết đăng ký thường trú")
#align(center, block(below: 4pt)[Kính gửi: *#data.applicantName*])
#para[Căn cứ Luật Cư trú và dữ liệu khai sinh điện tử được chuyển đến, #data.agencyName thông báo: đã đăng ký thường trú và cập nhật vào Cơ sở dữ liệu về cư trú đối với:]
#item("Họ, chữ đệm và tên", [*#data.personName*])
#item("Ngày, tháng, năm sinh", data.personBornOn)
#item("Giới tính", data.personSex)
#item("Số định danh cá nhân", [*#data.personId*])
#item("Giấy khai sinh số", data.birthNumber)
#item("Địa chỉ thường trú", [*#data.dwelling*])
#item("Kể từ ngày", data.from)
#item("Họ, chữ đệm và tên chủ hộ", data.householderName)
#item("Mối quan hệ với chủ hộ", data.relation)
#para[Thông tin này xem được trên ứng dụng VNeID; không cấp sổ hoặc giấy chứng nhận riêng.]
#foot("", ("Như trên;", "Lưu: hồ sơ cư trú."), data.signerAuthority, data.signerTitle, data.signerName)
`
