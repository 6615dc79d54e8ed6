import { paperLayout, words } from '#modules/procedures'

const changes = `${paperLayout}
#set page(margin: (top: 20mm, bottom: 20mm, left: 30mm, right: 18mm))
#set document(title: "Thông báo sửa đổi, bổ sung hồ sơ đăng ký hộ kinh doanh " + data.dossier)
#let para(body) = block(above: 13pt, below: 0pt, par(first-line-indent: (amount: 1cm, all: true), justify: true, leading: 0.7em, body))
#head(data.above, data.office, number: number-line(data.number), date: date-line(data.place, data.date))
#v(14pt)
#align(center, {
  set par(leading: 0.5em)
  text(size: 14pt, weight: "bold")[THÔNG BÁO]
  linebreak()
  text(weight: "bold")[Về việc sửa đổi, bổ sung hồ sơ đăng ký hộ kinh doanh]
})
#v(8pt)
#align(center)[Kính gửi: *#data.applicant*]
#para[Sau khi xem xét hồ sơ mã số *#data.dossier* (#data.procedureName, mã số #data.procedureCode), chúng tôi đề nghị ông/bà sửa đổi, bổ sung trong một lần những nội dung sau:]
#for (i, each) in data.items.enumerate() {
  block(above: 12pt, below: 0pt, inset: (left: 1cm), grid(columns: (16pt, 1fr), [#(i + 1).], par(justify: true, leading: 0.7em, [
    *#each.what.*#if each.note != "" [ #each.note.] Yêu cầu: #each.how. Căn cứ: #emph(each.basis).
  ])))
}
#if data.againReason != "" { para[Lý do yêu cầu thêm lần này, do #data.againLeader quyết định: #data.againReason.] }
#para[Thời hạn cấp giấy chứng nhận tính lại từ khi nhận đủ phần sửa đổi, bổ sung. Khi cần hỏi, ông/bà liên hệ: #data.contact.]
#v(18pt)
#block(breakable: false, grid(columns: (1fr, 236pt), align: (left + top, right + top),
  {
    text(size: 12pt, weight: "bold", style: "italic")[Nơi nhận:]
    set text(size: 11pt)
    linebreak()
    [\\- Như trên;]
    linebreak()
    [\\- Lưu: hồ sơ #data.dossier.]
    v(14pt)
    check-here(data.qr, data.verifyUrl, "Quét mã để xem hồ sơ và kiểm tra giấy này tại")
  },
  signed-by("", data.authority, data.title, data.signer),
))
`

/** The notice of everything that must change (KQ.G12.001009), in the place of the one-stop mechanism's own request. */
export const householdBusinessForms = {
  supplement: {
    form: 'TB-HKD',
    name: words('Thông báo sửa đổi, bổ sung hồ sơ đăng ký hộ kinh doanh', 'Notice of what must change'),
    symbol: 'TB-ĐKKD',
    typst: changes,
    basis: 'Thông tư 68/2025/TT-BTC',
    unverified: true,
  },
} as const
