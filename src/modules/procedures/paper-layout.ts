/**
 * Parts that papers of a Vietnamese office share (Decree 30/2020, annex I), in Typst. A template begins with this text and so carries its layout
 * in its own revision. Needs what the program puts before every template: `data`, `slot`, `qr`, `tick`, A4, Tinos 13 pt.
 *
 * Places kept for signing: `leader` and `agency`, and on papers numbered after the signature `number` and `date`. The seal stands left of the ink
 * and covers a third of it; title and name stay outside both.
 */
export const paperLayout = String.raw`
#set text(overhang: false)
#set par(leading: 0.62em, spacing: 0.62em, justify: false)
#let lines(said) = said.split("\n").join(linebreak())
// The line keeps clear of the dots below ạ and ộ: it is measured from the baseline.
#let ruled(body, length) = stack(spacing: 5.5pt, body, line(length: length, stroke: 0.6pt))
#let country() = align(center, {
  set text(size: 12pt)
  text(weight: "bold")[CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM]
  let motto = text(size: 13pt, weight: "bold")[Độc lập - Tự do - Hạnh phúc]
  context align(center, ruled(motto, measure(motto).width))
})
#let agency-name(above, own) = align(center, {
  set text(size: 12pt)
  set par(leading: 0.5em)
  lines(above)
  linebreak()
  align(center, ruled(text(weight: "bold", lines(own)), 62pt))
})
#let head(above, own, number: none, date: none) = {
  grid(
    columns: (42%, 58%), row-gutter: 9pt, align: center + top,
    agency-name(above, own), country(),
    ..if number != none { (number, date) } else { () },
  )
}
// Number and date of a paper of the office: printed when they are known, else kept free until the agency signs.
#let number-line(value) = if value == "" {
  box(baseline: 0%)[Số: #box(baseline: 25%, slot("number", 138pt, 18pt))]
} else [Số: #value]
#let date-line(place, value) = text(style: "italic", if value == "" {
  box[#place, #box(baseline: 25%, slot("date", 156pt, 18pt))]
} else [#place, #value])
#let signed-by(caption, authority, title, name, width: 232pt) = align(right, box(width: width, {
  set align(center)
  set par(spacing: 0.5em, leading: 0.5em)
  if caption != "" { text(weight: "bold", caption); parbreak() }
  text(weight: "bold", {
    if authority != "" { lines(authority); linebreak() }
    upper(title)
  })
  v(4pt, weak: true)
  box(width: width, height: 104pt, {
    place(left + horizon, dx: 12pt, slot("agency", 102pt, 102pt))
    place(left + horizon, dx: 64pt, slot("leader", 150pt, 74pt))
  })
  v(3pt, weak: true)
  text(weight: "bold", name)
}))
#let check-here(svg, url, note) = if svg != "" {
  grid(columns: (62pt, auto), column-gutter: 8pt, align: left + horizon,
    qr(svg, 62pt),
    { set text(size: 9pt); set par(leading: 0.4em); note; linebreak(); url })
}
`
