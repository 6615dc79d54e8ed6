import { answer, office, paperLayout, register, signer } from '#modules/procedures'

/** Which answer stands where on the certificate. Names of the values are those used in the template. */
export const marriageCertificatePrints = {
  agency: office('agency'),
  province: office('province'),
  commune: office('commune'),
  number: register('number'),
  registeredOn: register('registeredOn'),
  note: register('note'),
  wifeName: answer('wifeName', 'capitals'),
  wifeBornOn: answer('wifeBornOn', 'date'),
  wifeEthnicity: answer('wifeEthnicity'),
  wifeNationality: answer('wifeNationality'),
  wifeResidence: answer('wifeResidence', 'place'),
  wifeId: answer('wifeId'),
  husbandName: answer('husbandName', 'capitals'),
  husbandBornOn: answer('husbandBornOn', 'date'),
  husbandEthnicity: answer('husbandEthnicity'),
  husbandNationality: answer('husbandNationality'),
  husbandResidence: answer('husbandResidence', 'place'),
  husbandId: answer('husbandId'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/**
 * The marriage certificate: both sides beside one another in the order of the law's form, the wife first; a place for each spouse's own
 * signature on the paper originals. Its number is that of the register entry, so it is printed before anybody signs.
 */
export const marriageCertificate = `${paperLayout}
#set document(title: "Giấy chứng nhận kết hôn " + data.wifeName + " – " + data.husbandName)
#set page(
  flipped: true,
  margin: (top: 16mm, bottom: 15mm, left: 22mm, right: 22mm),
  background: {
    place(center + horizon, rect(width: 100% - 16mm, height: 100% - 16mm, stroke: 1.6pt + rgb("#9b1c1c")))
    place(center + horizon, rect(width: 100% - 20mm, height: 100% - 20mm, stroke: 0.5pt + rgb("#9b1c1c")))
  },
)
// Lines share what the page has left, so that long names push them together instead of over the edge.
#let row(label, said, weight: "regular") = par(hanging-indent: 14pt, [#label: #text(weight: weight, said)])
#let side(name-label, name, born, ethnicity, nationality, home, number) = {
  set par(spacing: 0.72em, leading: 0.52em)
  row(name-label, name, weight: "bold")
  row("Ngày, tháng, năm sinh", born)
  grid(columns: (1fr, 1.2fr), column-gutter: 8pt, [Dân tộc: #ethnicity], [Quốc tịch: #nationality])
  row("Nơi cư trú", home)
  row("Giấy tờ tùy thân", if number == "" { "" } else { "Số định danh cá nhân " + number })
}
#let own-hand(who) = align(center, { text(weight: "bold", who); linebreak(); text(size: 9.5pt, style: "italic")[(Ký, ghi rõ họ, chữ đệm, tên\\ hoặc điểm chỉ)] })

#head(data.province, data.commune, number: [Số: *#data.number*], date: [])
#v(1fr)
#align(center, text(size: 25pt, weight: "bold", fill: rgb("#b3161b"))[GIẤY CHỨNG NHẬN KẾT HÔN])
#v(1fr)
#set text(size: 12.5pt)
#grid(columns: (1fr, 1fr), column-gutter: 22pt,
  side("Họ, chữ đệm, tên vợ", data.wifeName, data.wifeBornOn, data.wifeEthnicity, data.wifeNationality, data.wifeResidence, data.wifeId),
  side("Họ, chữ đệm, tên chồng", data.husbandName, data.husbandBornOn, data.husbandEthnicity, data.husbandNationality, data.husbandResidence, data.husbandId),
)
#v(1fr)
#row("Nơi đăng ký kết hôn", data.agency)
#v(5pt)
#row("Ngày, tháng, năm đăng ký", data.registeredOn)
#if data.note != "" { v(5pt); row("Ghi chú", data.note) }
#v(1.2fr)
#grid(columns: (150pt, 1fr, 1fr, 272pt), align: (left + bottom, center + top, center + top, right + bottom),
  check-here(data.qr, data.verifyUrl, "Quét mã để kiểm tra giấy này tại"),
  own-hand("Vợ"),
  own-hand("Chồng"),
  signed-by("NGƯỜI KÝ GIẤY CHỨNG NHẬN KẾT HÔN", data.signerAuthority, data.signerTitle, data.signerName, width: 268pt),
)
`
