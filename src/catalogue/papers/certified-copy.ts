import { answer, office, paperLayout, register, signer } from '#modules/procedures'

/** What the certification clause prints; names are those of its template. */
export const certifiedCopyPrints = {
  agency: office('agency'),
  province: office('province'),
  commune: office('commune'),
  place: office('place'),
  number: register('number'),
  book: register('book'),
  certifiedOn: register('registeredOn'),
  documentName: answer('documentName'),
  documentNumber: answer('documentNumber'),
  documentIssuer: answer('documentIssuer'),
  documentDate: answer('documentDate', 'date'),
  pages: answer('pages'),
  copies: answer('copies'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/**
 * A certified copy: the scanned pages with "BẢN SAO" on the first, and behind the last the certification clause with number, book and day. A copy
 * on paper that was not scanned is the clause alone, which is printed on the last page of the photocopy or fastened to it with the edge seal.
 * @param symbol what follows the book: the books of paper and of electronic copies are two
 */
export function certifiedCopy(symbol: string): string {
  return `${paperLayout}
#set document(title: "Bản sao chứng thực " + data.documentName)
#let stamped(body) = box(stroke: 0.9pt + rgb("#b3161b"), inset: (x: 9pt, y: 6pt), fill: white,
  text(size: 13pt, weight: "bold", fill: rgb("#b3161b"), body))
#for (i, name) in data.scans.enumerate() {
  page(margin: 0pt, {
    image(name, width: 100%, height: 100%, fit: "contain", alt: "Trang " + str(i + 1) + " của bản chính")
    if i == 0 { place(top + right, dx: -14mm, dy: 12mm, stamped[BẢN SAO]) }
  })
}
#set page(margin: (top: 22mm, bottom: 20mm, left: 30mm, right: 20mm))
#if data.scans.len() == 0 { place(top + right, dy: -14mm, stamped[BẢN SAO]) }
#head(data.province, data.commune, number: [], date: [])
#v(26pt)
#let row(label, said) = if said != "" { block(above: 9pt, below: 0pt, par(hanging-indent: 18pt, [#label: #said])) }
#align(center, text(size: 15pt, weight: "bold")[CHỨNG THỰC BẢN SAO ĐÚNG VỚI BẢN CHÍNH])
#v(12pt)
#row("Bản chính", [*#data.documentName*])
#row("Số, ký hiệu", data.documentNumber)
#row("Cơ quan, tổ chức cấp", data.documentIssuer)
#row("Ngày cấp", data.documentDate)
#row("Số trang của bản chính", data.pages)
#row("Số bản sao được chứng thực", data.copies)
#v(14pt)
#block(below: 9pt)[Số chứng thực: *#data.number.split("/").first()* #h(14pt) quyển số: *#data.book - ${symbol}*]
#block(below: 0pt)[Ngày #data.certifiedOn.split("/").at(0, default: "") tháng #data.certifiedOn.split("/").at(1, default: "") năm #data.certifiedOn.split("/").at(2, default: "")]
#v(20pt)
#block(breakable: false, grid(columns: (1fr, 236pt), align: (left + bottom, right + bottom),
  check-here(data.qr, data.verifyUrl, "Quét mã để kiểm tra bản sao này tại"),
  signed-by("NGƯỜI THỰC HIỆN CHỨNG THỰC", data.signerAuthority, data.signerTitle, data.signerName),
))
`
}
