import type { LifeEvent } from '../components/index.ts'

/** The drawing of each life event; its words and procedures stand with the catalogue. */
export const eventIcons: Readonly<Record<string, LifeEvent['icon']>> = {
  'co-con-nho': 'baby',
  'ket-hon': 'rings',
  'chuyen-cho-o': 'house',
  'mo-ho-kinh-doanh': 'shop',
  'nha-va-dat': 'land',
  'chung-thuc-giay-to': 'stamp',
  'can-tro-giup': 'care',
  'nguoi-than-qua-doi': 'lotus',
}
