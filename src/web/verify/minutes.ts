import type { PaperVerdict } from '#modules/dossiers'
import { localDate } from '#platform/clock'
import type { Language } from '#platform/i18n'
import { messages } from '#platform/i18n'
import type { PaperRequest } from '#platform/pdf'
import { dateText, timeText } from '#platform/text'
import { shown } from './shown.ts'

/** What a check found, sealed into the page that tells it: the file itself is not kept. */
export type Checked = { verdict: PaperVerdict; file: string; at: string }

const words = messages({
  title: { vi: 'BIÊN BẢN KIỂM TRA GIẤY TỜ ĐIỆN TỬ', en: 'REPORT ON AN ELECTRONIC PAPER' },
  file: { vi: 'Tệp', en: 'File' },
  hash: { vi: 'Mã băm SHA-256', en: 'SHA-256' },
  when: { vi: 'Kiểm tra lúc', en: 'Checked at' },
  moment: { vi: '{time} ngày {date}', en: '{time} on {date}' },
  result: { vi: 'Kết luận', en: 'Verdict' },
  reasons: { vi: 'Căn cứ', en: 'Grounds' },
  'sign.good': { vi: 'Đạt', en: 'Holds' },
  'sign.bad': { vi: 'Không đạt', en: 'Fails' },
  'sign.unsure': { vi: 'Chưa rõ', en: 'Unclear' },
  note: {
    vi: 'Biên bản do máy lập, không có chữ ký, không thay giấy tờ được kiểm tra. Ai giữ tệp có mã băm trên đây đều có thể kiểm tra lại tại {address}.',
    en: 'Made by a machine, unsigned; it does not replace the paper that was checked. Whoever holds the file with this hash can check it again at {address}.',
  },
})

const template = `
#set document(title: data.title)
#align(center, text(weight: "bold", size: 14pt, data.title))
#v(12pt)
#for (label, said) in data.facts { grid(columns: (110pt, 1fr), row-gutter: 6pt, [#label:], if said.len() == 64 { text(size: 10pt, said.slice(0, 32) + "\\n" + said.slice(32)) } else { said }); v(4pt) }
#v(8pt)
*#data.result: #data.verdict* \\
#data.says
#v(8pt)
*#data.reasons*
#for (sign, what, detail) in data.checks { grid(columns: (70pt, 1fr), emph(sign), { what; if detail != "" { linebreak(); text(size: 11pt, detail) } }); v(4pt) }
#v(12pt)
#text(size: 11pt, style: "italic", data.note)
`

/** The report as a paper to be set. `address` is where the check can be repeated. */
export function minutes({ verdict, file, at }: Checked, lang: Language, address: string): PaperRequest {
  const say = words(lang)
  const { title, says, checks } = shown(verdict, lang)
  const moment = say('moment', { time: timeText(at), date: dateText(localDate(at)) })
  return {
    template,
    now: at,
    data: {
      title: say('title'),
      facts: [
        [say('file'), file],
        [say('hash'), verdict.sha256],
        [say('when'), moment],
      ],
      result: say('result'),
      verdict: title,
      says,
      reasons: say('reasons'),
      checks: checks.map(({ kind, title, detail }) => [say(`sign.${kind}`), String(title), detail === undefined ? '' : String(detail)]),
      note: say('note', { address }),
    },
  }
}
