import type { Provenance, SourceName } from '#modules/procedures'
import { type Instant, localDate, localTime } from '#platform/clock'
import { type Language, messages } from '#platform/i18n'
import { dateText } from '#platform/text'

const words = messages({
  vneid: { vi: 'VNeID', en: 'VNeID' },
  population: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' },
  civilStatus: { vi: 'Cơ sở dữ liệu hộ tịch điện tử', en: 'Electronic civil-status database' },
  residence: { vi: 'Cơ sở dữ liệu về cư trú', en: 'Residence database' },
  wallet: { vi: 'Ví giấy tờ VNeID', en: 'VNeID paper wallet' },
  health: { vi: 'Dữ liệu của cơ sở y tế', en: 'Data of the health facility' },
  'short.vneid': { vi: 'VNeID', en: 'VNeID' },
  'short.population': { vi: 'CSDL dân cư', en: 'population database' },
  'short.civilStatus': { vi: 'CSDL hộ tịch', en: 'civil-status database' },
  'short.residence': { vi: 'CSDL cư trú', en: 'residence database' },
  'short.wallet': { vi: 'ví VNeID', en: 'VNeID wallet' },
  'short.health': { vi: 'cơ sở y tế', en: 'health facility' },
  taken: { vi: 'Lấy từ {source} lúc {time} {day}', en: 'From the {source} at {time} {day}' },
  matched: { vi: 'Lấy từ {source} lúc {time} {day}, khớp', en: 'From the {source} at {time} {day}, it matches' },
  today: { vi: 'hôm nay', en: 'today' },
  onDay: { vi: 'ngày {date}', en: 'on {date}' },
})

/** The full name of a source. */
export function sourceName(from: SourceName, lang: Language): string {
  return words(lang)(from)
}

/** Its short name, for use inside a sentence; spelt out once a page elsewhere. */
export function shortSource(from: SourceName, lang: Language): string {
  return words(lang)(`short.${from}`)
}

/** "Lấy từ CSDL dân cư lúc 10:42 hôm nay, khớp". */
export function sourceText(source: Provenance[string], now: Instant, lang: Language): string {
  const say = words(lang)
  const day = localDate(source.at)
  const when = day === localDate(now) ? say('today') : say('onDay', { date: dateText(day) })
  const { from, result } = source
  return say(result, { source: shortSource(from, lang), time: localTime(source.at), day: when })
}
