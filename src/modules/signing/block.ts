import { importForm, type Ref, renderBlock, type Update } from '#platform/pdf'
import { vietnamTime } from './times.ts'

/** A drawing for a block: SVG text, or a PNG with a transparent ground. */
export type Drawing = { svg: string } | { png: Uint8Array }

/** What is seen in the place of a signature. */
export type Block =
  /** The leader's ink in blue, centred; without a drawing the name stands in its place. */
  | { kind: 'ink'; name: string; drawing?: Drawing }
  /** The seal in red, as large as its place; without a drawing a sample ring with the unit's name and no emblem. */
  | { kind: 'seal'; unit: string; drawing?: Drawing }
  /** Number and time of signing at the top right of an attachment or a copy (Decree 30, annex I). */
  | { kind: 'mark'; lines: readonly string[] }

const templates = {
  ink: `#let blue = rgb("#1a3fb0")
#set align(center + horizon)
#if data.drawing != none { image(data.drawing, height: 100%, fit: "contain", alt: "Chữ ký của " + data.name) } else { text(fill: blue, style: "italic", size: 20pt, data.name) }`,
  seal: `#let red = rgb("#c8102e")
#let side = calc.min(data.width, data.height) * 1pt - 3pt
#set align(right + horizon)
#if data.drawing != none { image(data.drawing, height: 100%, fit: "contain", alt: "Con dấu của " + data.unit) } else {
  box(width: side, height: side, stroke: 2pt + red, radius: 50%, inset: 3pt, box(width: 100%, height: 100%, stroke: 0.7pt + red, radius: 50%, inset: (x: 6pt), {
    set align(center + horizon)
    set par(leading: 3pt)
    set text(fill: red, size: 7pt, weight: "bold", hyphenate: false)
    upper(data.unit)
    linebreak()
    text(size: 6pt)[CON DẤU MẪU]
  }))
}`,
  mark: `#set align(right + top)
#set par(leading: 3pt)
#set text(size: 10pt)
#data.lines.join(linebreak())`,
  line: `#set align(left + horizon)
#set text(size: 13pt, style: if data.italic { "italic" } else { "normal" })
#data.value`,
} as const

type Size = { width: number; height: number; now: string }

/** Sets a block at the size of its place and takes it into the increment. */
export function drawBlock(update: Update, block: Block, size: Size): Ref {
  const drawing = 'drawing' in block ? block.drawing : undefined
  const name = drawing ? ('svg' in drawing ? 'drawing.svg' : 'drawing.png') : null
  const files = drawing ? { [name ?? '']: 'svg' in drawing ? drawing.svg : drawing.png } : {}
  const data = { ...block, drawing: name, width: size.width, height: size.height }
  return importForm(update, renderBlock({ template: templates[block.kind], data, files, ...size }))
}

/** Sets the visible text of a filled field. */
export const drawLine = (update: Update, value: string, italic: boolean, size: Size): Ref =>
  importForm(update, renderBlock({ template: templates.line, data: { value, italic }, ...size }))

/** The lines of the mark on an attachment: number and symbol, then the time as Decree 30 writes it. */
export const attachmentMark = (number: string, at: string): Block => ({ kind: 'mark', lines: [number, vietnamTime(at)] })
