import type { SourceName } from '#modules/procedures'
import { type Language, messages } from '#platform/i18n'

const words = messages({
  vneid: { vi: 'VNeID', en: 'VNeID' },
  card: { vi: 'thẻ căn cước xem tại quầy', en: 'identity card seen at the counter' },
  population: { vi: 'CSDL dân cư', en: 'population database' },
  civilStatus: { vi: 'CSDL hộ tịch', en: 'civil-status database' },
  residence: { vi: 'CSDL cư trú', en: 'residence database' },
  wallet: { vi: 'giấy tờ trong ví VNeID', en: 'paper in the VNeID wallet' },
  health: { vi: 'dữ liệu của cơ sở y tế', en: 'data of the health facility' },
  land: { vi: 'CSDL đất đai', en: 'land database' },
  business: { vi: 'CSDL đăng ký doanh nghiệp', en: 'business register' },
  judicialRecord: { vi: 'CSDL lý lịch tư pháp', en: 'judicial records' },
  vehicle: { vi: 'CSDL đăng ký xe', en: 'vehicle register' },
  drivingLicence: { vi: 'CSDL giấy phép lái xe', en: 'driving licences' },
  insurance: { vi: 'CSDL bảo hiểm', en: 'insurance database' },
})

/** The short name of a source, for use inside a line. */
export function shortSource(from: SourceName, lang: Language): string {
  return words(lang)(from)
}
