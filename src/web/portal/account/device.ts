import type { Language } from '#platform/i18n'
import { words } from './words.ts'

const browsers = [
  [/Zalo/i, 'Zalo'],
  [/CocCoc|coc_coc/i, 'Cốc Cốc'],
  [/Edg\//, 'Edge'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox|FxiOS/, 'Firefox'],
  [/CriOS|Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

/** A device as its owner knows it: "Điện thoại, Chrome". */
export function deviceText(device: string, lang: Language): string {
  const say = words(lang)
  if (device === '') return say('unknownDevice')
  const browser = browsers.find(([sign]) => sign.test(device))?.[1] ?? say('otherBrowser')
  return say(/Mobile|Android|iPhone|iPad/i.test(device) ? 'onPhone' : 'onComputer', { browser })
}
