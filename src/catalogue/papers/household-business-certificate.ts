import { answer, office, paperLayout, register, signer } from '#modules/procedures'

/** Which answer stands where on the certificate. */
export const householdBusinessPrints = {
  above: office('province'),
  agency: office('commune'),
  place: office('place'),
  number: register('number'),
  code: register('personalNumber'),
  registeredOn: register('registeredOn'),
  note: register('note'),
  businessName: answer('businessName', 'capitals'),
  foreignName: answer('foreignName'),
  shortName: answer('shortName'),
  headOffice: answer('headOffice', 'place'),
  businessPhone: answer('businessPhone'),
  businessEmail: answer('businessEmail'),
  website: answer('website'),
  mainSectorName: answer('mainSectorName'),
  mainSectorCode: answer('mainSectorCode'),
  otherSectors: answer('otherSectors', 'rows'),
  capital: answer('capital'),
  capitalInWords: answer('capital', 'moneyInWords'),
  founders: answer('founders'),
  ownerName: answer('ownerName', 'capitals'),
  ownerSex: answer('ownerSex'),
  ownerBornOn: answer('ownerBornOn', 'date'),
  ownerEthnicity: answer('ownerEthnicity'),
  ownerNationality: answer('ownerNationality'),
  ownerId: answer('ownerId'),
  ownerResidence: answer('ownerResidence', 'place'),
  ownerContact: answer('ownerContact', 'place'),
  members: answer('members', 'rows'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/**
 * The certificate of a household business, which is its tax registration as well (NĐ 168/2025/NĐ-CP, Article 85). Its number is that of the
 * register entry; its code comes from the tax system before anybody signs.
 */
export const householdBusinessCertificate = `${paperLayout}
#set document(title: "Giấy chứng nhận đăng ký hộ kinh doanh " + data.businessName)
#set page(
  margin: (top: 19mm, bottom: 19mm, left: 26mm, right: 20mm),
  background: {
    place(center + horizon, rect(width: 100% - 18mm, height: 100% - 18mm, stroke: 1.6pt + rgb("#9b1c1c")))
    place(center + horizon, rect(width: 100% - 22mm, height: 100% - 22mm, stroke: 0.5pt + rgb("#9b1c1c")))
  },
)
#let others = json(bytes(data.otherSectors))
#let members = json(bytes(data.members))
#let numbered(n, label) = block(above: 11pt, below: 0pt, sticky: true, text(weight: "bold")[#n. #label])
#let row(label, said, weight: "regular") = if said != "" {
  block(above: 8pt, below: 0pt, inset: (left: 14pt), par(hanging-indent: 14pt, [#label: #text(weight: weight, said)]))
}
// Two short values in one line; one of them alone takes it all.
#let pair(..two) = {
  let said = two.pos().filter(((_, value)) => value != "")
  if said.len() > 0 { block(above: 8pt, below: 0pt, inset: (left: 14pt), grid(columns: said.map(_ => 1fr), column-gutter: 8pt, ..said.map(((label, value)) => [#label: #value]))) }
}
#let small-table(columns, align, heads, cells) = {
  v(6pt)
  set text(size: 12pt)
  set par(leading: 0.45em)
  pad(left: 14pt, table(columns: columns, stroke: 0.5pt, inset: (x: 5pt, y: 4.5pt), align: align, table.header(..heads.map(each => strong(each))), ..cells))
}

#head(data.above, data.agency, number: [Số: *#data.number*], date: [])
#v(12pt)
#align(center, {
  text(size: 17pt, weight: "bold", fill: rgb("#b3161b"))[GIẤY CHỨNG NHẬN]
  linebreak()
  text(size: 17pt, weight: "bold", fill: rgb("#b3161b"))[ĐĂNG KÝ HỘ KINH DOANH]
})
#v(4pt)
#align(center, [Mã số hộ kinh doanh, mã số thuế: *#data.code*])
#align(center, text(style: "italic")[Đăng ký lần đầu: #data.registeredOn])
#v(2pt)
#numbered(1, "Tên hộ kinh doanh")
#row("Tên tiếng Việt", data.businessName, weight: "bold")
#row("Tên bằng tiếng nước ngoài", data.foreignName)
#row("Tên viết tắt", data.shortName)
#numbered(2, "Trụ sở")
#row("Địa chỉ", data.headOffice)
#pair(("Điện thoại", data.businessPhone), ("Thư điện tử", data.businessEmail))
#row("Trang thông tin điện tử", data.website)
#numbered(3, "Ngành, nghề kinh doanh")
#small-table((26pt, 1fr, 66pt, 78pt), (center, left, center, center), ("TT", "Tên ngành, nghề", "Mã ngành", "Ngành chính"),
  ("1", data.mainSectorName, data.mainSectorCode, "X", ..others.enumerate().map(((i, each)) => (str(i + 2), each.name, each.code, "")).flatten()))
#numbered(4, "Vốn kinh doanh")
#block(above: 8pt, below: 0pt, inset: (left: 14pt), par(hanging-indent: 14pt, [*#data.capital* (bằng chữ: #data.capitalInWords)]))
#numbered(5, "Chủ hộ kinh doanh")
#row("Họ, chữ đệm, tên", data.ownerName, weight: "bold")
#pair(("Giới tính", data.ownerSex), ("Ngày, tháng, năm sinh", data.ownerBornOn))
#pair(("Dân tộc", data.ownerEthnicity), ("Quốc tịch", data.ownerNationality))
#row("Số định danh cá nhân", data.ownerId)
#row("Nơi cư trú", data.ownerResidence)
#row("Địa chỉ liên lạc", data.ownerContact)
#numbered(6, "Chủ thể thành lập")
#row("Hộ kinh doanh do", data.founders)
#if members.len() > 0 {
  small-table((26pt, 1.2fr, 68pt, 90pt, 1.3fr), (center, left, center, center, left), ("TT", "Thành viên hộ", "Ngày sinh", "Số định danh", "Địa chỉ"),
    members.enumerate().map(((i, each)) => (str(i + 1), each.name, each.bornOn, each.citizenId, each.address)).flatten())
}
#if data.note != "" { row("Ghi chú", data.note) }
#v(10pt)
#v(1fr)
#block(breakable: false, grid(columns: (1fr, 236pt), align: (left + bottom, right + bottom),
  check-here(data.qr, data.verifyUrl, "Quét mã để kiểm tra giấy này tại"),
  signed-by("", data.signerAuthority, data.signerTitle, data.signerName),
))
`
