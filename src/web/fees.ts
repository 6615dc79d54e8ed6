import { type FeesDue, howText } from '#modules/procedures'
import { type Language, messages } from '#platform/i18n'
import { moneyText } from '#platform/text'
import type { FeeRow } from './components/index.ts'

const words = messages({
  total: { vi: 'Tổng cộng', en: 'Total' },
  nothing: { vi: 'Không phải trả tiền', en: 'Nothing to pay' },
  unknown: { vi: 'Hỏi nơi tiếp nhận', en: 'Ask at the counter' },
  exempt: { vi: '0 đ, được miễn', en: '0 đ, exempt' },
})

/** The lines of money as pages show them: amounts in words for people, unknown ones said to be unknown. */
export function feeRows({ lines, total }: FeesDue, lang: Language): { rows: FeeRow[]; total: FeeRow } {
  const say = words(lang)
  const rows = lines.map((line) => ({
    name: line.fee.name[lang],
    amount: line.exemption ? say('exempt') : line.dong === null ? say('unknown') : moneyText(line.dong),
    how: line.dong === null ? '' : howText(line, lang),
  }))
  const sum = total === null ? say('unknown') : total === 0n ? say('nothing') : moneyText(total)
  return { rows, total: { name: say('total'), amount: sum, how: '' } }
}
