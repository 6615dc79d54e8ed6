import { paperLayout } from '#modules/procedures'

/** The head, the lines and the foot that the forms of the one-stop mechanism share, on top of the layout of all papers. */
export const formLayout = String.raw`${paperLayout}
#set page(margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 18mm), header: context {
  let n = counter(page).get().first()
  if n > 1 { align(center, text(size: 12pt, str(n))) }
})
#let form-head() = head(data.above, data.office,
  number: number-line(data.number),
  date: date-line(data.place, data.date),
)
#let form-title(title, about) = {
  v(14pt)
  align(center, {
    set par(leading: 0.5em)
    text(size: 14pt, weight: "bold", title)
    if about != "" { linebreak(); text(weight: "bold", about) }
  })
  v(8pt)
}
#let para(body) = block(above: 15pt, below: 0pt, par(first-line-indent: (amount: 1cm, all: true), justify: true, leading: 0.72em, body))
#let item(label, said) = if said != "" { block(above: 11pt, below: 0pt, par(hanging-indent: 14pt, [#label: #said])) }
#let numbered(..points) = for (i, point) in points.pos().enumerate() {
  block(above: 14pt, below: 0pt, inset: (left: 1cm), grid(columns: (16pt, 1fr), [#(i + 1).], par(justify: true, leading: 0.72em, point)))
}
#let whose() = {
  item("Kính gửi", [*#data.applicant*])
  item("Mã hồ sơ", [*#data.dossier*])
  item("Thủ tục", [#data.procedureName (mã số #data.procedureCode)])
}
#let form-foot(caption, copies-to) = {
  v(20pt)
  block(breakable: false, grid(columns: (1fr, 236pt), align: (left + top, right + top),
    {
      if copies-to.len() > 0 {
        text(size: 12pt, weight: "bold", style: "italic")[Nơi nhận:]
        set text(size: 11pt)
        for each in copies-to { linebreak(); [\- #each] }
      }
      v(14pt)
      check-here(data.qr, data.verifyUrl, "Quét mã để xem hồ sơ và kiểm tra giấy này tại")
    },
    signed-by(caption, data.authority, data.title, data.signer),
  ))
}
`
