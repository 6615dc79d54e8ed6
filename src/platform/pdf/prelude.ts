/**
 * What every template begins with. `slot` keeps white space and tells its place; in running text put it into
 * `box(baseline: 25%, …)`. Tick boxes are drawn: Tinos lacks ☐ ☑ ✓.
 */
export const prelude = `#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 20mm))
#set text(font: "Tinos", size: 13pt, lang: "vi", region: "vn", fallback: false, hyphenate: false)
#let slot(id, w, h) = box(width: w, height: h)[#context { let p = here().position()
  [#metadata((id: id, page: p.page, x: p.x.pt(), y: p.y.pt(), w: w.pt(), h: h.pt())) <slot>] }]
#let qr(svg, size) = image(bytes(svg), format: "svg", width: size, height: size, alt: "Mã QR")
#let tick(on) = box(width: 9pt, height: 9pt, stroke: 0.7pt, baseline: 10%, if on {
  place(line(start: (1.5pt, 4.5pt), end: (3.8pt, 7pt), stroke: 1pt))
  place(line(start: (3.8pt, 7pt), end: (7.5pt, 1.8pt), stroke: 1pt))
})
`
