import { addedToPapers, answerPaper, paperLayout, type Words, words } from '#modules/procedures'
import { type Data, type Entries, isEntries, partAt } from './data.ts'

/** A paper that results can be printed on: the office lays it out once, a procedure says what stands where. */
export type HousePaper = { readonly id: string; readonly name: Words; readonly about: Words; readonly typst: string }

const confirmation = `${paperLayout}
#set document(title: "Giấy xác nhận " + data.person)
#set page(margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 18mm))
#let line-of(label, said) = if said != "" { block(above: 11pt, below: 0pt, par(hanging-indent: 14pt, [#label: #said])) }
#head(data.province, data.commune, number: number-line(""), date: date-line(data.place, ""))
#v(18pt)
#align(center, text(size: 15pt, weight: "bold")[GIẤY XÁC NHẬN])
#v(2pt)
#align(center, text(style: "italic", data.subject))
#v(10pt)
#block(par(first-line-indent: (amount: 1cm, all: true), justify: true)[#data.agency xác nhận:])
#line-of("Họ, chữ đệm, tên", [*#data.person*])
#line-of("Ngày sinh", data.bornOn)
#line-of("Số định danh cá nhân", data.personalNumber)
#line-of("Nơi cư trú", data.residence)
#line-of("Nội dung xác nhận", data.matter)
#line-of("Giấy này dùng để", data.purpose)
#v(18pt)
#block(breakable: false, grid(columns: (1fr, 236pt), align: (left + bottom, right + bottom),
  check-here(data.qr, data.verifyUrl, "Quét mã để kiểm tra giấy này tại"),
  signed-by("", data.signerAuthority, data.signerTitle, data.signerName),
))
`

export const housePapers: readonly HousePaper[] = [
  {
    id: 'confirmation',
    name: words('Giấy xác nhận', 'Confirmation'),
    about: words('Xác nhận một điều về một người: tên, ngày sinh, nơi cư trú, điều được xác nhận', 'Confirms something about a person'),
    typst: confirmation,
  },
  {
    id: 'answer',
    name: words('Văn bản trả lời', 'Letter of answer'),
    about: words(
      'Cán bộ tự soạn nội dung khi đề xuất; dùng cho kết quả chưa có mẫu riêng',
      'The official writes its text; for results that have no form of their own',
    ),
    typst: answerPaper,
  },
]

const taken: Readonly<Record<string, readonly string[]>> = {
  office: ['province', 'commune', 'agency', 'place'],
  dossier: ['code', 'procedure', 'procedureCode', 'result', 'applicant', 'applicantNumber', 'cases', 'submittedOn', 'content'],
  register: ['number', 'book', 'page', 'registeredOn', 'note', 'validUntil'],
}
const signer: Readonly<Record<string, string>> = { signerAuthority: 'authority', signerTitle: 'title', signerName: 'name' }

/** The places on a paper that want a value, by their names; what the program adds itself wants none. */
export function wantedBy(typst: string): string[] {
  const used = [...typst.matchAll(/\bdata\.([A-Za-z]\w*)/g)].map(([, name = '']) => name)
  return [...new Set(used)].filter((name) => !addedToPapers.some((added) => added === name)).sort()
}

/** What prints where on a newly chosen paper: what stood before stays, what follows from a name (the office, who signs) is filled in. */
export function printsFor(typst: string, before: Data | undefined): Entries {
  const own: Entries = isEntries(before) ? before : {}
  const known = wantedBy(typst).flatMap((name): [string, Data][] => {
    const kept = partAt(own, [name])
    if (kept !== undefined) return [[name, kept]]
    if (signer[name] !== undefined) return [[name, { from: 'signer', item: signer[name] }]]
    const from = Object.entries(taken).find(([, items]) => items.includes(name))?.[0]
    return from === undefined ? [] : [[name, { from, item: name }]]
  })
  return Object.fromEntries(known)
}
