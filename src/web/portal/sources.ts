import type { Provenance, SourceName } from '#modules/procedures'
import { type Instant, localDate, localTime } from '#platform/clock'
import { type Language, messages } from '#platform/i18n'
import { dateText } from '#platform/text'

const words = messages({
  vneid: { vi: 'VNeID', en: 'VNeID' },
  card: { vi: 'Thẻ căn cước xuất trình tại quầy', en: 'Identity card shown at the counter' },
  population: { vi: 'Cơ sở dữ liệu quốc gia về dân cư', en: 'National population database' },
  civilStatus: { vi: 'Cơ sở dữ liệu hộ tịch điện tử', en: 'Electronic civil-status database' },
  residence: { vi: 'Cơ sở dữ liệu về cư trú', en: 'Residence database' },
  wallet: { vi: 'Ví giấy tờ VNeID', en: 'VNeID paper wallet' },
  health: { vi: 'Dữ liệu của cơ sở y tế', en: 'Data of the health facility' },
  land: { vi: 'Cơ sở dữ liệu quốc gia về đất đai', en: 'National land database' },
  business: { vi: 'Cơ sở dữ liệu quốc gia về đăng ký doanh nghiệp', en: 'National business register' },
  judicialRecord: { vi: 'Cơ sở dữ liệu lý lịch tư pháp', en: 'Database of judicial records' },
  vehicle: { vi: 'Cơ sở dữ liệu về đăng ký xe', en: 'Vehicle register' },
  drivingLicence: { vi: 'Cơ sở dữ liệu giấy phép lái xe', en: 'Database of driving licences' },
  insurance: { vi: 'Cơ sở dữ liệu quốc gia về bảo hiểm', en: 'National insurance database' },
  'short.vneid': { vi: 'VNeID', en: 'VNeID' },
  'short.card': { vi: 'thẻ căn cước xem tại quầy', en: 'identity card seen at the counter' },
  'short.population': { vi: 'CSDL dân cư', en: 'population database' },
  'short.civilStatus': { vi: 'CSDL hộ tịch', en: 'civil-status database' },
  'short.residence': { vi: 'CSDL cư trú', en: 'residence database' },
  'short.wallet': { vi: 'ví VNeID', en: 'VNeID wallet' },
  'short.health': { vi: 'cơ sở y tế', en: 'health facility' },
  'short.land': { vi: 'CSDL đất đai', en: 'land database' },
  'short.business': { vi: 'CSDL đăng ký doanh nghiệp', en: 'business register' },
  'short.judicialRecord': { vi: 'CSDL lý lịch tư pháp', en: 'judicial records' },
  'short.vehicle': { vi: 'CSDL đăng ký xe', en: 'vehicle register' },
  'short.drivingLicence': { vi: 'CSDL giấy phép lái xe', en: 'driving licences' },
  'short.insurance': { vi: 'CSDL bảo hiểm', en: 'insurance database' },
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
