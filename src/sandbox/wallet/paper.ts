import { renderPaper } from '#platform/pdf'
import { dateText } from '../dates.ts'
import type { BirthNote } from './birth-notes.ts'

const template = `
#set page(paper: "a5", margin: 16mm)
#set text(size: 12pt)
#set document(title: "Giấy chứng sinh")
#align(center)[#text(size: 10pt)[#data.facility] \\ #v(6pt) *GIẤY CHỨNG SINH* \\ Số: #data.code \\
#text(size: 10pt)[(giấy mẫu, mọi người đều được đặt ra)]]
#v(8pt)
#for (label, value) in data.lines [#label: #value \\ ]
#v(12pt)
#align(right)[Ngày #data.issued \\ *#data.facility*]
`

/** The note as a PDF; the same note gives the same bytes. */
export function paperOf({ code, issuedOn, facility, mother, child }: BirthNote): Uint8Array {
  const lines = [
    ['Họ và tên mẹ', mother.name],
    ['Ngày sinh của mẹ', dateText(mother.bornOn)],
    ['Số định danh cá nhân của mẹ', mother.number],
    ['Dân tộc', mother.ethnicity],
    ['Nơi cư trú', mother.address],
    ['Đã sinh con vào lúc', `${child.bornAt} ngày ${dateText(child.bornOn)}`],
    ['Tại', child.place],
    ['Giới tính của con', child.sex === 'female' ? 'Nữ' : 'Nam'],
    ['Cân nặng', `${child.weightGrams} g`],
    ['Con thứ trong lần sinh', `${child.bornAs}/${child.ofChildren}`],
    ['Dự định đặt tên con', child.plannedName],
  ]
  const data = { code, facility: facility.name, issued: dateText(issuedOn), lines }
  return renderPaper({ template, data, now: `${issuedOn}T00:00:00.000Z` }).pdf
}
