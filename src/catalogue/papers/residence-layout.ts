import { paperLayout } from '#modules/procedures'

/** Head, lines and foot of the papers of the residence police, on top of the layout of all papers. */
export const residenceLayout = `${paperLayout}
#set page(margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 18mm))
#let form-mark(name) = place(top + right, dy: -11mm, text(size: 11pt, style: "italic", name))
#let title-of(said, about) = {
  v(14pt)
  align(center, {
    set par(leading: 0.5em)
    text(size: 14pt, weight: "bold", said)
    if about != "" { linebreak(); text(weight: "bold", about) }
  })
  v(10pt)
}
#let para(body) = block(above: 13pt, below: 0pt, par(first-line-indent: (amount: 1cm, all: true), justify: true, leading: 0.7em, body))
#let item(label, said) = if said != "" { block(above: 11pt, below: 0pt, par(hanging-indent: 14pt, [#label: #said])) }
#let foot(caption, copies-to, authority, title, name) = {
  v(18pt)
  block(breakable: false, grid(columns: (1fr, 236pt), align: (left + top, right + top),
    {
      if copies-to.len() > 0 {
        text(size: 12pt, weight: "bold", style: "italic")[Nơi nhận:]
        set text(size: 11pt)
        for each in copies-to { linebreak(); [\\- #each] }
      }
      v(14pt)
      check-here(data.qr, data.verifyUrl, "Quét mã để kiểm tra giấy này tại")
    },
    signed-by(caption, authority, title, name),
  ))
}
`
