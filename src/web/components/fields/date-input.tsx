import { useWords } from '../frame.ts'
import { FieldGroup, type FieldProps } from './field.tsx'

/** Day, month and year as they were typed; nothing typed is lost, right or wrong. */
export type DateParts = { day: string; month: string; year: string }

export type DatePart = keyof DateParts

/** Names of the three inputs of a date question. */
export function datePartName(name: string, part: DatePart): string {
  return `${name}-${part}`
}

/** What the three inputs of the question `name` sent. */
export function datePartsIn(sent: Readonly<Record<string, unknown>>, name: string): DateParts {
  const part = (key: DatePart) => {
    const value = sent[datePartName(name, key)]
    return typeof value === 'string' ? value.trim() : ''
  }
  return { day: part('day'), month: part('month'), year: part('year') }
}

/** The parts of a stored date, also of one of which only year or month are known ("1970", "1970-05"). */
export function datePartsOf(date: string): DateParts {
  const [year = '', month = '', day = ''] = date.split('-')
  return { day: day.replace(/^0/, ''), month: month.replace(/^0/, ''), year }
}

/** The parts as people write a date, known parts only ("9/11/2026", "5/1970", "1970"): for `parsePartialDate` of `#platform/text`. */
export function writtenDate({ day, month, year }: DateParts): string {
  return [day, month, year].filter((part) => part !== '').join('/')
}

export type DateInputProps = FieldProps & {
  value?: DateParts | undefined
  /** The least that must be known; with less than a day the reader is told what may stay empty. */
  precision?: 'day' | 'month' | 'year'
  /** Which inputs the error is about; all, unless told. The first of them bears the field's id. */
  wrong?: readonly DatePart[]
  /** Set for the reader's own birthday only. */
  birthday?: boolean
}

const parts = [
  { part: 'day', width: 2 },
  { part: 'month', width: 2 },
  { part: 'year', width: 4 },
] as const

/** A date in three inputs, day first. No calendar to click through: people know such dates or read them off a paper. */
export function DateInput({ value, precision = 'day', wrong, birthday = false, hint, ...field }: DateInputProps) {
  const say = useWords()
  const { name, id = name, error } = field
  const amiss: readonly DatePart[] = error === undefined ? [] : (wrong ?? ['day', 'month', 'year'])
  const first = amiss[0] ?? 'day'
  const leaveOut = { day: undefined, month: say('leaveDayOut'), year: say('leaveMonthOut') }[precision]
  return (
    <FieldGroup {...field} id={id} hint={leaveOut ? [hint, hint ? ' ' : '', leaveOut] : hint}>
      <div class="govuk-date-input">
        {parts.map(({ part, width }) => (
          <div class="govuk-date-input__item" key={part}>
            <div class="govuk-form-group">
              <label class="govuk-label govuk-date-input__label" for={part === first ? id : `${id}-${part}`}>
                {say(part)}
              </label>
              <input
                class={`govuk-input govuk-date-input__input govuk-input--width-${width}${amiss.includes(part) ? ' govuk-input--error' : ''}`}
                id={part === first ? id : `${id}-${part}`}
                name={datePartName(name, part)}
                value={value?.[part]}
                type="text"
                inputMode="numeric"
                maxLength={width}
                autocomplete={birthday ? `bday-${part}` : 'off'}
                aria-invalid={amiss.includes(part) ? 'true' : undefined}
              />
            </div>
          </div>
        ))}
      </div>
    </FieldGroup>
  )
}
