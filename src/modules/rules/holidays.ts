import type { CalendarRows, CalendarYear, ClosedDay, MakeUpDay, OfficeHours } from './calendar.ts'

const labour = 'Bộ luật Lao động 45/2019/QH14, Điều 112'
const makeUpForRest = 'Bộ luật Lao động 45/2019/QH14, Điều 111 khoản 3'
const culture = 'NQ 28/2026/QH16'
const notice2026 = 'TB 9441/TB-BNV'
const announced = 'Thông báo nghỉ lễ, tết hằng năm của Bộ Nội vụ'

const newYear = 'Tết Dương lịch'
const tet = 'Tết Âm lịch'
const kings = 'Giỗ Tổ Hùng Vương (10/3 âm lịch)'
const victory = 'Ngày Chiến thắng'
const workers = 'Ngày Quốc tế lao động'
const national = 'Quốc khánh'

const statutory = (on: string, name: string, source = labour): ClosedDay => ({ on, name, kind: 'statutory', source })
const inReturn = (on: string, name: string): ClosedDay => ({ on, name, kind: 'compensatory', source: makeUpForRest })
const swapped = (on: string, name: string, source: string): ClosedDay => ({
  on,
  name: `Hoán đổi ngày làm việc dịp ${name}`,
  kind: 'swap',
  source,
})
const unverified = <R extends ClosedDay | MakeUpDay>(row: R): R => ({ ...row, unverified: true })

const years: CalendarYear[] = [
  { year: 2025, status: 'announced', source: announced },
  { year: 2026, status: 'announced', source: notice2026 },
  // Reckoned from the law and the moon; to be replaced when the ministry announces.
  { year: 2027, status: 'provisional', source: labour },
]

const closed2025: ClosedDay[] = [
  statutory('2025-01-01', newYear),
  ...['2025-01-27', '2025-01-28', '2025-01-29', '2025-01-30', '2025-01-31'].map((on) => statutory(on, tet)),
  statutory('2025-04-07', kings),
  statutory('2025-04-30', victory),
  statutory('2025-05-01', workers),
  swapped('2025-05-02', '30/4–1/5', announced),
  statutory('2025-09-01', national),
  statutory('2025-09-02', national),
]

const closed2026: ClosedDay[] = [
  statutory('2026-01-01', newYear),
  unverified(swapped('2026-01-02', newYear, announced)),
  ...['2026-02-16', '2026-02-17', '2026-02-18', '2026-02-19', '2026-02-20'].map((on) => statutory(on, tet, notice2026)),
  statutory('2026-04-26', kings),
  inReturn('2026-04-27', kings),
  statutory('2026-04-30', victory),
  statutory('2026-05-01', workers),
  swapped('2026-08-31', national, notice2026),
  statutory('2026-09-01', national, notice2026),
  statutory('2026-09-02', national, notice2026),
  statutory('2026-11-24', 'Ngày Văn hóa Việt Nam', culture),
]

const closed2027: ClosedDay[] = [
  statutory('2027-01-01', newYear),
  ...['2027-02-04', '2027-02-05', '2027-02-06', '2027-02-07', '2027-02-08'].map((on) => statutory(on, tet)),
  inReturn('2027-02-09', tet),
  inReturn('2027-02-10', tet),
  statutory('2027-04-16', kings),
  statutory('2027-04-30', victory),
  statutory('2027-05-01', workers),
  inReturn('2027-05-03', workers),
  statutory('2027-09-02', national),
  statutory('2027-09-03', national),
  statutory('2027-11-24', 'Ngày Văn hóa Việt Nam', culture),
].map(unverified)

const makeUp: MakeUpDay[] = [
  { on: '2025-04-26', insteadOf: '2025-05-02', source: announced },
  unverified({ on: '2026-01-10', insteadOf: '2026-01-02', source: announced }),
  { on: '2026-08-22', insteadOf: '2026-08-31', source: notice2026 },
]

/** Common office hours; each province sets its own, so these stay unverified until one does. */
export const commonHours: readonly OfficeHours[] = ([1, 2, 3, 4, 5] as const).map((weekday) => ({
  weekday,
  sessions: [
    ['07:30', '11:30'],
    ['13:30', '17:00'],
  ],
  validFrom: '2025-01-01',
  source: 'Giờ hành chính thông dụng; UBND tỉnh quy định',
  unverified: true,
}))

/** A Saturday morning for a unit that keeps one (commune police counters for residence and identity cards). */
export const saturdayMorning = (unit: string, validFrom: string): OfficeHours => ({
  unit,
  weekday: 6,
  sessions: [['07:30', '11:30']],
  validFrom,
  source: 'Lịch tiếp dân sáng thứ Bảy của đơn vị',
  unverified: true,
})

/** The working calendar as shipped, 2025–2027. */
export const shippedCalendar: CalendarRows = { years, closed: [...closed2025, ...closed2026, ...closed2027], makeUp, hours: commonHours }
