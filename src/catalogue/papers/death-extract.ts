import { answer, office, paperLayout, register, signer } from '#modules/procedures'

/** Which answer stands where on the extract. Cause and last residence stand in the register, not on the extract. */
export const deathExtractPrints = {
  agency: office('agency'),
  province: office('province'),
  commune: office('commune'),
  place: office('place'),
  number: register('number'),
  registeredOn: register('registeredOn'),
  note: register('note'),
  deceasedName: answer('deceasedName', 'capitals'),
  deceasedBornOn: answer('deceasedBornOn', 'date'),
  deceasedSex: answer('deceasedSex'),
  deceasedEthnicity: answer('deceasedEthnicity'),
  deceasedNationality: answer('deceasedNationality'),
  deceasedId: answer('deceasedId'),
  deceasedOtherPaper: answer('deceasedOtherPaper'),
  diedOn: answer('diedOn', 'date'),
  diedOnWords: answer('diedOn', 'dateInWords'),
  diedAt: answer('diedAt'),
  deathFacility: answer('deathFacility'),
  deathPlace: answer('deathPlace', 'place'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/** The extract of a death: numbered by its register entry, so the number is printed before anybody signs. */
export const deathExtract = `${paperLayout}
#set document(title: "Trích lục khai tử " + data.deceasedName)
#set page(margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 18mm))
#set text(size: 13pt)
#let row(label, said, weight: "regular") = block(above: 12pt, below: 0pt, par(hanging-indent: 18pt, [#label: #text(weight: weight, said)]))
#let two(left, right) = block(above: 12pt, below: 0pt, grid(columns: (1fr, 1fr), column-gutter: 10pt, left, right))
#let three(..cells) = block(above: 12pt, below: 0pt, grid(columns: (1fr, 1fr, 1.2fr), column-gutter: 8pt, ..cells))
// "05 giờ 40 phút, ngày 09/11/2026"; without an hour the day alone.
#let died = {
  let time = data.diedAt.split(":")
  let hour = if time.len() == 2 { time.at(0) + " giờ " + time.at(1) + " phút, " } else { "" }
  hour + (if data.diedOn.len() > 7 { "ngày " } else if data.diedOn.len() > 4 { "tháng " } else { "năm " }) + data.diedOn
}
#let where = (data.deathFacility, data.deathPlace).filter(part => part != "").join(", ", default: "")

#head(data.province, data.commune,
  number: [Số: *#data.number*#if data.number != "" [/TLKT]],
  date: text(style: "italic")[#data.place, #if data.registeredOn != "" [ngày #data.registeredOn]],
)
#v(16pt)
#align(center, text(size: 16pt, weight: "bold")[TRÍCH LỤC KHAI TỬ])
#v(8pt)
#row("Họ, chữ đệm, tên", data.deceasedName, weight: "bold")
#row("Ngày, tháng, năm sinh", data.deceasedBornOn)
#three([Giới tính: #data.deceasedSex], [Dân tộc: #data.deceasedEthnicity], [Quốc tịch: #data.deceasedNationality])
#row("Số định danh cá nhân", data.deceasedId)
#row("Giấy tờ tùy thân", data.deceasedOtherPaper)
#row("Đã chết vào lúc", died, weight: "bold")
#row("Ghi bằng chữ", data.diedOnWords)
#row("Nơi chết", where)
#row("Đã được đăng ký khai tử tại", data.agency)
#two([Số: *#data.number*], [Ngày: #data.registeredOn])
#row("Ghi chú", data.note)
#v(26pt)
#grid(columns: (1fr, 236pt), align: (left + bottom, right + bottom),
  check-here(data.qr, data.verifyUrl, "Quét mã để kiểm tra giấy này tại"),
  signed-by("NGƯỜI KÝ TRÍCH LỤC", data.signerAuthority, data.signerTitle, data.signerName),
)
`
