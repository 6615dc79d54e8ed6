import type { SourceName } from '#modules/procedures'
import { type Language, messages } from '#platform/i18n'

const words = messages({
  vneid: { vi: 'VNeID', en: 'VNeID' },
  population: { vi: 'CSDL dân cư', en: 'population database' },
  civilStatus: { vi: 'CSDL hộ tịch', en: 'civil-status database' },
  residence: { vi: 'CSDL cư trú', en: 'residence database' },
  wallet: { vi: 'giấy tờ trong ví VNeID', en: 'paper in the VNeID wallet' },
  health: { vi: 'dữ liệu của cơ sở y tế', en: 'data of the health facility' },
})

/** The short name of a source, for use inside a line. */
export function shortSource(from: SourceName, lang: Language): string {
  return words(lang)(from)
}
