import { answer, office, paperLayout, register, signer } from '#modules/procedures'

const parentDead = 'Đã chết'

/** Which answer stands where on the certificate. Names of the values are those used in the template. */
export const birthCertificatePrints = {
  agency: office('agency'),
  province: office('province'),
  commune: office('commune'),
  number: register('number'),
  registeredOn: register('registeredOn'),
  personalNumber: register('personalNumber'),
  note: register('note'),
  childName: answer('childName', 'capitals'),
  childBornOn: answer('childBornOn', 'date'),
  childBornOnWords: answer('childBornOn', 'dateInWords'),
  childSex: answer('childSex'),
  childEthnicity: answer('childEthnicity'),
  childNationality: answer('childNationality'),
  birthFacility: answer('birthFacility'),
  birthPlace: answer('birthPlace', 'place'),
  hometown: answer('hometown', 'place'),
  motherName: answer('motherName', 'capitals'),
  motherBornIn: answer('motherBornOn', 'year'),
  motherEthnicity: answer('motherEthnicity'),
  motherNationality: answer('motherNationality'),
  motherResidence: { ...answer('motherResidence', 'place'), otherwise: { when: { motherDead: true }, text: parentDead } },
  fatherName: answer('fatherName', 'capitals'),
  fatherBornIn: answer('fatherBornOn', 'year'),
  fatherEthnicity: answer('fatherEthnicity'),
  fatherNationality: answer('fatherNationality'),
  fatherResidence: { ...answer('fatherResidence', 'place'), otherwise: { when: { fatherDead: true }, text: parentDead } },
  applicantName: answer('applicantName'),
  applicantId: answer('applicantId'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/**
 * The birth certificate: values in the order of the law's form, the mother before the father, an absent parent left empty.
 * Its number is that of the register entry, so it is printed before anybody signs.
 */
export const birthCertificate = `${paperLayout}
#set document(title: "Giấy khai sinh " + data.childName)
#set page(
  margin: (top: 18mm, bottom: 19mm, left: 24mm, right: 19mm),
  background: {
    place(center + horizon, rect(width: 100% - 18mm, height: 100% - 18mm, stroke: 1.6pt + rgb("#9b1c1c")))
    place(center + horizon, rect(width: 100% - 22mm, height: 100% - 22mm, stroke: 0.5pt + rgb("#9b1c1c")))
  },
)
// Lines share what the page has left, so that long names push them together instead of over the edge.
#let gap() = { v(3pt); v(1fr) }
#let row(label, said, weight: "regular") = {
  gap()
  block(above: 0pt, below: 0pt, par(hanging-indent: 18pt, [#label: #text(weight: weight, said)]))
}
#let three(..cells) = {
  gap()
  block(above: 0pt, below: 0pt, grid(columns: (1.1fr, 1fr, 1.25fr), column-gutter: 8pt, ..cells))
}
#let of(label, said) = [#label: #said]
#let born-at = (data.birthFacility, data.birthPlace).filter(part => part != "").join(", ", default: "")

#head(data.province, data.commune, number: [Số: *#data.number*], date: [])
#v(10pt)
#align(center, text(size: 26pt, weight: "bold", fill: rgb("#b3161b"))[GIẤY KHAI SINH])
#v(2pt)
#set text(size: 13.5pt)
#row("Họ, chữ đệm, tên", data.childName, weight: "bold")
#row("Ngày, tháng, năm sinh", data.childBornOn)
#row("Ghi bằng chữ", data.childBornOnWords)
#three(of("Giới tính", data.childSex), of("Dân tộc", data.childEthnicity), of("Quốc tịch", data.childNationality))
#row("Nơi sinh", born-at)
#row("Quê quán", data.hometown)
#row("Số định danh cá nhân", data.personalNumber, weight: "bold")
#row("Họ, chữ đệm, tên người mẹ", data.motherName, weight: "bold")
#three(of("Năm sinh", data.motherBornIn), of("Dân tộc", data.motherEthnicity), of("Quốc tịch", data.motherNationality))
#row("Nơi cư trú", data.motherResidence)
#row("Họ, chữ đệm, tên người cha", data.fatherName, weight: "bold")
#three(of("Năm sinh", data.fatherBornIn), of("Dân tộc", data.fatherEthnicity), of("Quốc tịch", data.fatherNationality))
#row("Nơi cư trú", data.fatherResidence)
#row("Họ, chữ đệm, tên người đi khai sinh", data.applicantName)
#row("Giấy tờ tùy thân", if data.applicantId == "" { "" } else { "Số định danh cá nhân " + data.applicantId })
#row("Nơi đăng ký khai sinh", data.agency)
#row("Ngày, tháng, năm đăng ký", data.registeredOn)
#if data.note != "" { row("Ghi chú", data.note) }
#v(6pt)
#v(1.5fr)
#grid(columns: (1fr, 236pt), align: (left + bottom, right + bottom),
  check-here(data.qr, data.verifyUrl, "Quét mã để kiểm tra giấy này tại"),
  signed-by("NGƯỜI KÝ GIẤY KHAI SINH", data.signerAuthority, data.signerTitle, data.signerName),
)
`
