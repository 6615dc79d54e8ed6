import type { NationalRow } from '../national-row.ts'
import { paperLayout } from '../paper-layout.ts'
import { dossier, office, type Result, signer } from '../result.ts'
import type { Words } from '../words.ts'
import type { Overlay } from './overlay.ts'
import { asPublished } from './told.ts'

const prints = {
  province: office('province'),
  commune: office('commune'),
  agency: office('agency'),
  place: office('place'),
  result: dossier('result'),
  applicant: dossier('applicant'),
  applicantNumber: dossier('applicantNumber'),
  cases: dossier('cases'),
  code: dossier('code'),
  procedure: dossier('procedure'),
  procedureCode: dossier('procedureCode'),
  submittedOn: dossier('submittedOn'),
  content: dossier('content'),
  signerAuthority: signer('authority'),
  signerTitle: signer('title'),
  signerName: signer('name'),
} as const

/**
 * A paper of the office for every result that has no form of its own: head, number and date as Decree 30/2020 sets them, what it is, to whom,
 * on which dossier, the specialist's text, signature and seal. The national list gives names of results, not their forms.
 */
export const answerPaper = `${paperLayout}
#set document(title: data.result + " – " + data.code)
#set page(margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 18mm), header: context {
  let n = counter(page).get().first()
  if n > 1 { align(center, text(size: 12pt, str(n))) }
})
#let para(body) = block(above: 13pt, below: 0pt, par(first-line-indent: (amount: 1cm, all: true), justify: true, leading: 0.72em, body))
#let line-of(label, said) = if said != "" { block(above: 10pt, below: 0pt, par(hanging-indent: 14pt, [#label: #said])) }
#let short = data.result.len() <= 110
#head(data.province, data.commune, number: number-line(""), date: date-line(data.place, ""))
#v(16pt)
#align(center, block(width: 92%, {
  set par(leading: 0.55em)
  text(size: if short { 14pt } else { 13pt }, weight: "bold", if short { upper(data.result) } else { data.result })
}))
#v(10pt)
#line-of("Kính gửi", [*#data.applicant*])
#line-of("Số định danh cá nhân, mã số", data.applicantNumber)
#para[Theo hồ sơ số *#data.code* nộp #data.submittedOn, thủ tục “#data.procedure” (mã số #data.procedureCode), #data.agency giải quyết như sau:]
#line-of("Trường hợp", data.cases)
#for part in data.content.split("\\n").map(each => each.trim()).filter(each => each != "") { para(part) }
#v(20pt)
#block(breakable: false, grid(columns: (1fr, 236pt), align: (left + top, right + top),
  {
    text(size: 12pt, weight: "bold", style: "italic")[Nơi nhận:]
    set text(size: 11pt)
    for each in ("Như trên;", "Lưu: VT, hồ sơ " + data.code + ".") { linebreak(); [\\- #each] }
    v(14pt)
    check-here(data.qr, data.verifyUrl, "Quét mã để xem hồ sơ và kiểm tra giấy này tại")
  },
  signed-by("", data.signerAuthority, data.signerTitle, data.signerName),
))
`

/** Papers of one office share one row of numbers a year. */
const series = 'van-ban'

/** The results of a row, each a paper of its own; a result that the province adds or sets right comes from the overlay. */
export function resultsOf(row: NationalRow, overlay: Overlay): Result[] {
  const named: { code?: string; name: Words; basis: string }[] = [
    ...row.results
      .filter(({ name }) => name.trim() !== '')
      .map(({ name, code }) => ({ name: asPublished(name), basis: row.decision, ...(code ? { code } : {}) })),
    ...overlay.results.map(({ name, code, basis }) => ({ name, basis, ...(code ? { code } : {}) })),
  ]
  const byName = [...new Map(named.map((one) => [one.name.vi, one])).values()]
  const codes = new Set<string>()
  return byName.map(({ name, code, basis }, i) => {
    const own = code !== undefined && !codes.has(code) ? code : `KQ.${row.code}.${i + 1}`
    codes.add(own)
    return {
      code: own,
      name,
      numbering: 'after-signature',
      series,
      signedBy: 'chair',
      sealedBy: 'clerk',
      originals: 1,
      template: { id: `answer-${i + 1}`, typst: answerPaper },
      prints,
      basis,
    }
  })
}
