import { answer, office, paperLayout, register, signer } from '#modules/procedures'

/** Which answer stands where on the certificate. Names of the values are those used in the template. */
export const maritalStatusPrints = {
  agency: office('agency'),
  province: office('province'),
  commune: office('commune'),
  place: office('place'),
  number: register('number'),
  registeredOn: register('registeredOn'),
  validUntil: register('validUntil'),
  applicantName: answer('applicantName', 'capitals'),
  name: answer('subjectName', 'capitals'),
  bornOn: answer('subjectBornOn', 'date'),
  sex: answer('subjectSex'),
  ethnicity: answer('subjectEthnicity'),
  nationality: answer('subjectNationality'),
  personalNumber: answer('subjectId'),
  residence: answer('subjectResidence', 'place'),
  firstPlace: answer('firstPlace', 'place'),
  firstFrom: answer('firstFrom', 'date'),
  firstTo: answer('firstTo', 'date'),
  secondPlace: answer('secondPlace', 'place'),
  secondFrom: answer('secondFrom', 'date'),
  secondTo: answer('secondTo', 'date'),
  thirdPlace: answer('thirdPlace', 'place'),
  thirdFrom: answer('thirdFrom', 'date'),
  thirdTo: answer('thirdTo', 'date'),
  status: answer('subjectStatus'),
  statusNote: answer('subjectStatusNote'),
  spouseName: answer('spouseName', 'capitals'),
  marriageNumber: answer('marriageNumber'),
  marriedOn: answer('marriedOn', 'date'),
  marriedAt: answer('marriedAt', 'place'),
  divorceNumber: answer('divorceNumber'),
  divorceOn: answer('divorceOn', 'date'),
  divorceCourt: answer('divorceCourt'),
  deathNumber: answer('deathNumber'),
  deathOn: answer('deathOn', 'date'),
  deathAgency: answer('deathAgency'),
  purpose: answer('purpose'),
  purposeDetail: answer('purposeDetail'),
  partnerName: answer('partnerName', 'capitals'),
  partnerBornOn: answer('partnerBornOn', 'date'),
  partnerNationality: answer('partnerNationality'),
  partnerPaper: answer('partnerPaper'),
  partnerHome: answer('partnerHome'),
  marriageWhere: answer('marriageWhere'),
  sheets: answer('sheets'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/**
 * The certificate of marital status: what is confirmed, for which purpose, and until when it counts. Its number comes from the book of
 * these certificates, so it is printed before anybody signs.
 */
export const maritalStatusCertificate = `${paperLayout}
#set document(title: "Giấy xác nhận tình trạng hôn nhân " + data.name)
#set page(margin: (top: 17mm, bottom: 15mm, left: 28mm, right: 18mm))
// Lines share what the page has left, so that long names push them together instead of over the edge.
#let gap() = { v(5pt); v(1fr) }
#let row(label, said, weight: "regular") = {
  gap()
  block(above: 0pt, below: 0pt, par(hanging-indent: 18pt, [#label: #text(weight: weight, said)]))
}
#let three(..cells) = {
  gap()
  block(above: 0pt, below: 0pt, grid(columns: (1fr, 1fr, 1.3fr), column-gutter: 8pt, ..cells))
}
#let of(label, said) = [#label: #said]
#let joined(..parts) = parts.pos().filter(part => part != "").join(", ", default: "")
#let period(where, from, to) = if where != "" { row("Trong thời gian cư trú tại", where + ", từ ngày " + from + " đến ngày " + to) }
#let numbered(paper, number, on, by) = if number == "" { "" } else { paper + " số " + number + ", ngày " + on + ", " + by }
#let details = joined(
  if data.spouseName == "" { "" } else { "vợ hoặc chồng là " + data.spouseName },
  numbered("giấy chứng nhận kết hôn", data.marriageNumber, data.marriedOn, data.marriedAt),
  numbered("theo bản án, quyết định", data.divorceNumber, data.divorceOn, data.divorceCourt),
  numbered("theo trích lục khai tử", data.deathNumber, data.deathOn, data.deathAgency),
  data.statusNote,
)
#let partner = if data.partnerName == "" { "" } else {
  ("với ông/bà " + data.partnerName, "sinh ngày " + data.partnerBornOn, "quốc tịch " + data.partnerNationality,
    "giấy tờ tùy thân số " + data.partnerPaper, "cư trú tại " + data.partnerHome, "tại " + data.marriageWhere).join(", ")
}

#head(data.province, data.commune, number: [Số: *#data.number*], date: if data.registeredOn == "" { [] } else { text(style: "italic")[#data.place, ngày #data.registeredOn] })
#v(12pt)
#align(center, text(size: 17pt, weight: "bold")[GIẤY XÁC NHẬN TÌNH TRẠNG HÔN NHÂN])
#v(4pt)
#align(center, text(size: 13pt, weight: "bold", upper(data.agency)))
// Many residences need more lines: then the letters are a little smaller.
#let many = data.secondPlace != ""
#set text(size: if many { 12pt } else { 13pt })
#set par(leading: if many { 0.46em } else { 0.62em })
#gap()
#block(above: 0pt, below: 0pt)[Xét đề nghị của ông/bà #text(weight: "bold", if data.applicantName == "" { data.name } else { data.applicantName })]
#gap()
#align(center, text(weight: "bold")[XÁC NHẬN])
#row("Họ, chữ đệm, tên", data.name, weight: "bold")
#row("Ngày, tháng, năm sinh", data.bornOn)
#three(of("Giới tính", data.sex), of("Dân tộc", data.ethnicity), of("Quốc tịch", data.nationality))
#row("Giấy tờ tùy thân", if data.personalNumber == "" { "" } else { "Số định danh cá nhân " + data.personalNumber })
#row("Nơi cư trú", data.residence)
#period(data.firstPlace, data.firstFrom, data.firstTo)
#period(data.secondPlace, data.secondFrom, data.secondTo)
#period(data.thirdPlace, data.thirdFrom, data.thirdTo)
#row("Tình trạng hôn nhân", data.status + if details == "" { "" } else { " (" + details + ")" }, weight: "bold")
#row("Giấy này được sử dụng để", joined(if data.purposeDetail == "" { data.purpose } else { data.purposeDetail }, partner))
#gap()
#block(above: 0pt, below: 0pt)[Giấy này có giá trị 6 tháng kể từ ngày cấp#if data.validUntil != "" [, đến hết ngày #data.validUntil]#[;] không có giá trị cho mục đích khác.#if data.sheets != "" [ Số bản cấp: #data.sheets.]]
#v(6pt)
#v(1.5fr)
#grid(columns: (1fr, 236pt), align: (left + bottom, right + bottom),
  check-here(data.qr, data.verifyUrl, "Quét mã để kiểm tra giấy này tại"),
  signed-by("NGƯỜI KÝ GIẤY XÁC NHẬN", data.signerAuthority, data.signerTitle, data.signerName),
)
`
