/** A span of time as the law writes it. The clock that counts it lives in `#platform/clock`; this is only what is asked of it. */
export type Span = { readonly unit: 'workingHours' | 'workingDays' | 'days' | 'months'; readonly amount: number }

/** "In the day itself; what is received after `until` is due by `otherwise`." Clock times are local, `HH:MM`. */
export type SameDay = { readonly unit: 'sameDay'; readonly until: string; readonly otherwise: Span }

/**
 * No source says it: the official who takes the dossier in sets the day, and says so to the applicant. From then on that promise is the
 * deadline; what the dossier waits for outside the office moves it by as many working hours.
 */
export type Asked = { readonly unit: 'asked' }

export type Deadline = (Span | SameDay | Asked) & { readonly basis?: string; readonly unverified?: true }

export const workingHours = (amount: number): Span => ({ unit: 'workingHours', amount })
export const workingDays = (amount: number): Span => ({ unit: 'workingDays', amount })
export const days = (amount: number): Span => ({ unit: 'days', amount })
export const months = (amount: number): Span => ({ unit: 'months', amount })

export function sameDay(rule: { until: string; otherwise: Span; basis?: string; unverified?: true }): Deadline {
  return { unit: 'sameDay', ...rule }
}

/** How long a working day is, and how short a month may be. Used only to compare spans with each other, never to set a due date. */
export const comparison = {
  hoursInWorkingDay: { value: 8, basis: 'Bộ luật Lao động 45/2019/QH14, Điều 105', unverified: true },
  // Ten calendar days hold at least six working days outside Tết; counting five sevenths errs on the safe side.
  workingShareOfDays: { value: 5 / 7, basis: 'năm ngày làm việc trong tuần', unverified: true },
  daysInMonth: { value: 30, basis: 'Bộ luật Dân sự 91/2015/QH13, Điều 146', unverified: true },
} as const

/**
 * The same span in working hours, for comparing. A same-day deadline counts as its longer branch: the shorter one is a promise about the
 * hour of receipt. What nobody has said bounds nothing.
 */
export function inWorkingHours(deadline: Deadline): number {
  const day = comparison.hoursInWorkingDay.value
  switch (deadline.unit) {
    case 'asked':
      return Number.POSITIVE_INFINITY
    case 'sameDay':
      return inWorkingHours(deadline.otherwise)
    case 'workingHours':
      return deadline.amount
    case 'workingDays':
      return deadline.amount * day
    case 'days':
      return deadline.amount * comparison.workingShareOfDays.value * day
    case 'months':
      return deadline.amount * comparison.daysInMonth.value * comparison.workingShareOfDays.value * day
  }
}
