import type { Day, Segment } from '../index.ts'

/** Invented cases that the style sheet shows; names of places are real. */
export const strip: Day[] = [
  { date: '2026-11-17', kind: 'received' },
  { date: '2026-11-18', kind: 'counted', nth: 1 },
  { date: '2026-11-19', kind: 'counted', nth: 2 },
  { date: '2026-11-20', kind: 'paused' },
  { date: '2026-11-21', kind: 'weekend' },
  { date: '2026-11-22', kind: 'weekend' },
  { date: '2026-11-23', kind: 'paused' },
  { date: '2026-11-24', kind: 'holiday' },
  { date: '2026-11-25', kind: 'today', nth: 3 },
  { date: '2026-11-26', kind: 'ahead', nth: 4 },
  { date: '2026-11-27', kind: 'due' },
  { date: '2026-11-28', kind: 'weekend' },
  { date: '2026-11-29', kind: 'weekend' },
]

export const officeHours = [
  { from: '07:30', to: '11:30' },
  { from: '13:30', to: '17:00' },
]

export const meters: Record<string, { segments: Segment[]; tone?: 'soon' | 'late' }> = {
  'Còn 2 ngày làm việc': { segments: ['used', 'used', 'now', 'left', 'left'] },
  'Còn 4 giờ 02 phút': { segments: ['used', 'now', 'left'], tone: 'soon' },
  'Quá 3 giờ 28 phút': { segments: ['used', 'used', 'used'], tone: 'late' },
  'Đồng hồ dừng': { segments: ['used', 'paused', 'left'] },
}
