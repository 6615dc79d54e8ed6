import { answer, office, paperLayout, signer } from '#modules/procedures'

/** Which answer stands where on the child's health-insurance card. */
export const healthCardPrints = {
  above: office('province'),
  agency: office('commune'),
  agencyName: office('agency'),
  place: office('place'),
  childName: answer('childName', 'capitals'),
  childBornOn: answer('childBornOn', 'date'),
  childSex: answer('childSex'),
  personalNumber: answer('personalNumber'),
  address: answer('address', 'place'),
  careFacility: answer('careFacility'),
  validFrom: answer('childBornOn', 'date'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/** The electronic card on a page that may be printed; the personal number is what a clinic looks it up by. */
export const healthCard = `${paperLayout}
#set document(title: "Thẻ bảo hiểm y tế " + data.childName)
#set page(margin: (top: 22mm, bottom: 20mm, left: 26mm, right: 22mm))
#let row(label, said) = if said != "" { block(above: 11pt, below: 0pt, par(hanging-indent: 14pt, [#label: #said])) }
#head(data.above, data.agency, number: number-line(""), date: date-line(data.place, ""))
#v(22pt)
#align(center, text(size: 20pt, weight: "bold", fill: rgb("#0b5d4e"))[THẺ BẢO HIỂM Y TẾ])
#align(center, block(above: 8pt, below: 16pt, text(style: "italic")[Bản điện tử, cấp cho trẻ em dưới 6 tuổi; Nhà nước đóng]))
#row("Họ, chữ đệm và tên", [*#data.childName*])
#row("Ngày, tháng, năm sinh", data.childBornOn)
#row("Giới tính", data.childSex)
#row("Mã số (số định danh cá nhân)", [*#data.personalNumber*])
#row("Địa chỉ", data.address)
#row("Nơi đăng ký khám bệnh, chữa bệnh ban đầu", [*#data.careFacility*])
#row("Giá trị sử dụng từ ngày", data.validFrom)
#v(26pt)
#grid(columns: (1fr, 236pt), align: (left + bottom, right + bottom),
  check-here(data.qr, data.verifyUrl, "Quét mã để kiểm tra thẻ này tại"),
  signed-by("", data.signerAuthority, data.signerTitle, data.signerName),
)
`
