import type { Language } from '#platform/i18n'
import { moneyText } from '#platform/text'
import { type Fee, type FeeChannel, type FeeUnit, feeUnits } from './fee.ts'
import type { FeeLine } from './fees-due.ts'
import { say, words } from './words.ts'

const sentences = {
  unknown: words('mức thu hỏi tại nơi tiếp nhận', 'the amount is told at the counter'),
  each: words('{dong}/{unit}', '{dong} a {unit}'),
  eachOf: words('{count} {unit} × {dong}', '{count} {unit} × {dong}'),
  from: words('từ {unit} thứ {from}: {dong}/{unit}', 'from {unit} {from} on: {dong} a {unit}'),
  most: words('không quá {dong} một bản', 'at most {dong} a copy'),
  times: words('nhân {times} bản', 'for {times} copies'),
  exempt: words('miễn: {who} ({basis})', 'exempt: {who} ({basis})'),
  online: words('nộp trực tuyến', 'filed online'),
  counter: words('nộp tại quầy', 'filed at the counter'),
  post: words('nộp qua bưu chính', 'filed by post'),
} as const

const unitOf = (fee: Fee): FeeUnit => fee.unit ?? (fee.per === undefined ? 'dossier' : 'copy')

function unitText(fee: Fee, count: number, language: Language): string {
  const unit = feeUnits[unitOf(fee)]
  return language === 'en' && count !== 1 ? unit.enMany : unit[language]
}

const channelText = (channel: FeeChannel, language: Language): string => sentences[channel][language]

/** How a line came about: "3 bản × 8.000 đ", "miễn: hộ nghèo (…)". Empty where the amount says it all. */
export function howText({ fee, count, times, parts, capped, exemption, dong }: FeeLine, language: Language): string {
  if (exemption) return say(sentences.exempt, language, { who: exemption.who[language], basis: exemption.basis })
  if (dong === null) return sentences.unknown[language]
  const counted = parts.map((part) =>
    say(sentences.eachOf, language, { count: part.count, unit: unitText(fee, part.count, language), dong: moneyText(part.dong) }),
  )
  const rates = count === 1 && times === 1 && fee.per === undefined ? [] : [counted.join(' + ')]
  const cap = capped && fee.most !== undefined ? [say(sentences.most, language, { dong: moneyText(fee.most) })] : []
  const often = times > 1 ? [say(sentences.times, language, { times })] : []
  return [...rates, ...cap, ...often].join(', ')
}

/** A fee as a rule, before anything is answered: "2.000 đ/trang, từ trang thứ 3: 1.000 đ/trang, không quá 200.000 đ một bản". */
export function feeRuleText(fee: Fee, language: Language): string {
  if (fee.dong === null) return sentences.unknown[language]
  const unit = unitText(fee, 1, language)
  const isPlain = unitOf(fee) === 'dossier'
  const rate = isPlain ? moneyText(fee.dong) : say(sentences.each, language, { dong: moneyText(fee.dong), unit })
  const tiers = (fee.tiers ?? []).map(({ from, dong }) => say(sentences.from, language, { from, unit, dong: moneyText(dong) }))
  const most = fee.most === undefined ? [] : [say(sentences.most, language, { dong: moneyText(fee.most) })]
  const doors = (fee.channels ?? []).map((one) => channelText(one, language))
  return [rate, ...tiers, ...most, ...(doors.length > 0 ? [doors.join(', ')] : [])].join('; ')
}
