import { durationText } from '#platform/text'
import { words } from './words.ts'

const dayS = 86_400

/** "3 giờ 20 phút", "2,5 ngày"; seconds in, a dash where there are none. */
export function elapsedText(seconds: number | null, lang: 'vi' | 'en'): string {
  const say = words(lang)
  if (seconds === null) return say('noneYet')
  if (seconds < dayS) return durationText(Math.max(1, Math.round(seconds / 60)), lang)
  const days = Math.round((seconds / dayS) * 10) / 10
  return say('day', { count: String(days).replace('.', lang === 'vi' ? ',' : '.') })
}
