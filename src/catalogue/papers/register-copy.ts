import { answer, entry, office, paperLayout, register, signer } from '#modules/procedures'

/** The copy prints what the register entry says, and who issues the copy. */
export const registerCopyPrints = {
  event: entry('event'),
  columns: entry('columns'),
  registeredAt: entry('agency'),
  entryNumber: entry('number'),
  entryBook: entry('book'),
  entryDate: entry('registeredOn'),
  copyForm: answer('copyForm'),
  subjectName: answer('subjectName', 'capitals'),
  agency: office('agency'),
  province: office('province'),
  commune: office('commune'),
  place: office('place'),
  number: register('number'),
  issuedOn: register('registeredOn'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/**
 * A copy of a register entry, laid out by the kind of event. Values come from the columns of the ministry's register, so that a copy of an entry
 * made here and one of an entry that another commune made look alike. What the entry leaves empty stays empty.
 */
export const registerCopy = `${paperLayout}
#set document(title: "Bản sao trích lục hộ tịch " + data.subjectName)
#set page(margin: (top: 20mm, bottom: 18mm, left: 28mm, right: 18mm))
#set text(size: 12.5pt)
#let c = if data.columns == "" { (:) } else { json(bytes(data.columns)) }
#let has(name) = c.at(name, default: "")
#let row(label, said, weight: "regular") = block(above: 10pt, below: 0pt, par(hanging-indent: 18pt, [#label: #text(weight: weight, said)]))
#let cells(..parts) = block(above: 10pt, below: 0pt, grid(columns: (1.1fr, 1fr, 1.25fr).slice(0, parts.pos().len()), column-gutter: 8pt, ..parts))
#let of(label, said) = [#label: #said]
#let joined(..parts) = parts.pos().filter(part => part != "").join(", ", default: "")
#let is-certificate = data.event == "birth" and data.copyForm.starts-with("Giấy khai sinh")

#let titles = (
  birth: "TRÍCH LỤC KHAI SINH", marriage: "TRÍCH LỤC KẾT HÔN", death: "TRÍCH LỤC KHAI TỬ",
  parenthood: "TRÍCH LỤC ĐĂNG KÝ NHẬN CHA, MẸ, CON", guardianship: "TRÍCH LỤC ĐĂNG KÝ GIÁM HỘ",
  change: "TRÍCH LỤC THAY ĐỔI, CẢI CHÍNH, BỔ SUNG HỘ TỊCH", ethnicity: "TRÍCH LỤC XÁC ĐỊNH LẠI DÂN TỘC",
  noted: "TRÍCH LỤC GHI CHÚ HỘ TỊCH",
)
#let symbols = (
  birth: "TLKS-BS", marriage: "TLKH-BS", death: "TLKT-BS", parenthood: "TLNCMC-BS", guardianship: "TLGH-BS",
  change: "TLTĐHT-BS", ethnicity: "TLXĐDT-BS", noted: "TLGC-BS",
)
#let registered = (
  birth: "khai sinh", marriage: "kết hôn", death: "khai tử", parenthood: "nhận cha, mẹ, con", guardianship: "giám hộ",
  change: "thay đổi, cải chính, bổ sung hộ tịch", ethnicity: "xác định lại dân tộc", noted: "ghi chú hộ tịch",
)

#let parent(title, p) = {
  row("Họ, chữ đệm, tên " + title, upper(has(p + "HoTen")), weight: "bold")
  cells(of("Ngày sinh", has(p + "NgaySinh")), of("Dân tộc", has(p + "DanToc")), of("Quốc tịch", has(p + "QuocTich")))
  row("Nơi cư trú", has(p + "NoiCuTru"))
}
#let birth() = {
  row("Họ, chữ đệm, tên", upper(has("nksHoTen")), weight: "bold")
  row("Ngày, tháng, năm sinh", has("nksNgaySinh"))
  if has("nksNgaySinhBangChu") != "" { row("Ghi bằng chữ", has("nksNgaySinhBangChu")) }
  cells(of("Giới tính", has("nksGioiTinh")), of("Dân tộc", has("nksDanToc")), of("Quốc tịch", has("nksQuocTich")))
  row("Nơi sinh", joined(has("nksNoiSinh"), has("nksNoiSinhDVHC")))
  row("Quê quán", has("nksQueQuan"))
  row("Số định danh cá nhân", has("nksSoDinhDanh"), weight: "bold")
  parent("người mẹ", "me")
  parent("người cha", "cha")
  if is-certificate {
    row("Họ, chữ đệm, tên người đi khai sinh", has("nycHoTen"))
    row("Giấy tờ tùy thân", if has("nycSoGiayToTuyThan") == "" { "" } else { "Số định danh cá nhân " + has("nycSoGiayToTuyThan") })
  }
}
#let spouse(title, p) = {
  row("Họ, chữ đệm, tên " + title, upper(has(p + "HoTen")), weight: "bold")
  cells(of("Ngày sinh", has(p + "NgaySinh")), of("Dân tộc", has(p + "DanToc")), of("Quốc tịch", has(p + "QuocTich")))
  row("Nơi cư trú", has(p + "NoiCuTru"))
  row("Giấy tờ tùy thân", if has(p + "SoGiayToTuyThan") == "" { "" } else { "Số định danh cá nhân " + has(p + "SoGiayToTuyThan") })
}
#let death() = {
  row("Họ, chữ đệm, tên", upper(has("nktHoTen")), weight: "bold")
  row("Ngày, tháng, năm sinh", has("nktNgaySinh"))
  cells(of("Giới tính", has("nktGioiTinh")), of("Dân tộc", has("nktDanToc")), of("Quốc tịch", has("nktQuocTich")))
  row("Số định danh cá nhân", has("nktSoDinhDanh"))
  row("Giấy tờ tùy thân", has("nktGiayToKhac"))
  let time = has("nktGioPhutChet").split(":")
  let hour = if time.len() == 2 { time.at(0) + " giờ " + time.at(1) + " phút, ngày " } else { "" }
  row("Đã chết vào lúc", hour + has("nktNgayChet"), weight: "bold")
  row("Ghi bằng chữ", has("nktNgayChetGhiBangChu"))
  row("Nơi chết", joined(has("nktCoSoYTe"), has("nktNoiChet")))
}
#let child-and-parent() = {
  row("Họ, chữ đệm, tên của con", upper(has("conHoTen")), weight: "bold")
  cells(of("Ngày sinh", has("conNgaySinh")), of("Giới tính", has("conGioiTinh")))
  if has("chaHoTen") != "" { parent("người cha", "cha") }
  if has("meHoTen") != "" { parent("người mẹ", "me") }
}
// Events that this program has no form for yet are printed by the columns that the register gives them.
#let others() = for (name, said) in c.pairs() { if said != "" and name != "ghiChu" { row(name, said) } }

#head(data.province, data.commune,
  number: [Số: *#data.number*#if data.number != "" and data.event in symbols [/#symbols.at(data.event)]],
  date: text(style: "italic")[#data.place, #if data.issuedOn != "" [ngày #data.issuedOn]],
)
#v(14pt)
#align(center, {
  text(size: 16pt, weight: "bold", if is-certificate { "GIẤY KHAI SINH" } else { titles.at(data.event, default: "TRÍCH LỤC HỘ TỊCH") })
  linebreak()
  text(size: 13pt, weight: "bold")[(BẢN SAO)]
})
#v(6pt)
#if data.event == "birth" { birth() } else if data.event == "marriage" {
  spouse("vợ", "vo")
  spouse("chồng", "chong")
} else if data.event == "death" { death() } else if data.event == "parenthood" { child-and-parent() } else { others() }
#row("Đã được đăng ký " + registered.at(data.event, default: "hộ tịch") + " tại", data.registeredAt)
#cells(of("Số", text(weight: "bold", data.entryNumber)), of("Quyển số", data.entryBook), of("Ngày", data.entryDate))
#row("Ghi chú", has("ghiChu"))
#v(16pt)
#block(breakable: false, grid(columns: (1fr, 236pt), align: (left + bottom, right + bottom),
  check-here(data.qr, data.verifyUrl, "Quét mã để kiểm tra giấy này tại"),
  signed-by("NGƯỜI KÝ BẢN SAO", data.signerAuthority, data.signerTitle, data.signerName),
))
`
