import { describedBy, type FieldProps, LabelledField } from './field.tsx'

export type TextInputProps = FieldProps & {
  value?: string | undefined
  type?: 'text' | 'tel' | 'email' | 'password' | 'search'
  inputMode?: 'text' | 'numeric' | 'tel' | 'email' | 'decimal'
  /** What the browser may fill in by itself (`name`, `tel`, `email`, `bday` …); `off` for data about somebody else. */
  autocomplete: string
  /** How many characters fit: the width says how long an answer is expected. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | undefined
  maxLength?: number | undefined
  /** Regular expression of a whole answer, and what is said under the field when a script sees that it does not fit. */
  pattern?: string | undefined
  whenInvalid?: string | undefined
  /** Numbers and codes are set in digits of one width. */
  code?: boolean
  /** Id of a `<datalist>` whose words the browser offers while typing. */
  list?: string | undefined
}

/** One line of text. What was typed comes back in `value`, right or wrong; a password never does. */
export function TextInput({
  value,
  type = 'text',
  inputMode,
  autocomplete,
  width,
  maxLength,
  pattern,
  whenInvalid,
  code,
  list,
  ...field
}: TextInputProps) {
  const { name, id = name, error } = field
  const classes = ['govuk-input', width && `govuk-input--width-${width}`, error && 'govuk-input--error', code && 'lt-num']
  return (
    <LabelledField {...field}>
      <input
        class={classes.filter(Boolean).join(' ')}
        id={id}
        name={name}
        type={type}
        value={type === 'password' ? undefined : value}
        inputMode={inputMode}
        autocomplete={autocomplete}
        maxLength={maxLength}
        pattern={pattern}
        spellcheck={false}
        list={list}
        data-when-invalid={whenInvalid}
        aria-describedby={describedBy(id, field)}
        aria-invalid={error ? 'true' : undefined}
      />
    </LabelledField>
  )
}

export type TextareaProps = FieldProps & { value?: string | undefined; rows?: number; maxLength?: number | undefined }

/** Several lines of text. */
export function Textarea({ value, rows = 4, maxLength, ...field }: TextareaProps) {
  const { name, id = name, error } = field
  return (
    <LabelledField {...field}>
      <textarea
        class={`govuk-textarea${error ? ' govuk-textarea--error' : ''}`}
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        aria-describedby={describedBy(id, field)}
        aria-invalid={error ? 'true' : undefined}
        value={value}
      />
    </LabelledField>
  )
}
