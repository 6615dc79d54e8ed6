import type { ComponentChildren } from 'preact'
import { useWords } from '../frame.ts'
import { describedBy, FieldGroup, type FieldProps, LabelledField } from './field.tsx'

/** One answer to choose. */
export type Option = { value: string; label: ComponentChildren; hint?: ComponentChildren }

export type RadiosProps = FieldProps & { options: readonly Option[]; value?: string | undefined; inline?: boolean; small?: boolean }

/** One of a few. Side by side (`inline`) only for two short answers. */
export function Radios({ options, value, inline = false, small = false, ...field }: RadiosProps) {
  const { name, id = name } = field
  const classes = ['govuk-radios', inline && 'govuk-radios--inline', small && 'govuk-radios--small']
  return (
    <FieldGroup {...field}>
      <div class={classes.filter(Boolean).join(' ')}>
        {options.map((option, index) => (
          <ChoiceItem key={option.value} kind="radio" name={name} id={itemId(id, index)} option={option} checked={option.value === value} />
        ))}
      </div>
    </FieldGroup>
  )
}

export type CheckboxesProps = FieldProps & { options: readonly Option[]; values?: readonly string[] }

/** Any of several. */
export function Checkboxes({ options, values = [], ...field }: CheckboxesProps) {
  const { name, id = name } = field
  return (
    <FieldGroup {...field}>
      <div class="govuk-checkboxes">
        {options.map((option, index) => (
          <ChoiceItem
            key={option.value}
            kind="checkbox"
            name={name}
            id={itemId(id, index)}
            option={option}
            checked={values.includes(option.value)}
          />
        ))}
      </div>
    </FieldGroup>
  )
}

type ItemProps = { kind: 'radio' | 'checkbox'; name: string; id: string; option: Option; checked: boolean }

function ChoiceItem({ kind, name, id, option: { value, label, hint }, checked }: ItemProps) {
  const block = kind === 'radio' ? 'govuk-radios' : 'govuk-checkboxes'
  return (
    <div class={`${block}__item`}>
      <input
        class={`${block}__input`}
        id={id}
        name={name}
        type={kind}
        value={value}
        checked={checked}
        aria-describedby={describedBy(id, { hint })}
      />
      <label class={`govuk-label ${block}__label`} for={id}>
        {label}
      </label>
      {hint && (
        <div class={`govuk-hint ${block}__hint`} id={`${id}-hint`}>
          {hint}
        </div>
      )}
    </div>
  )
}

/** The first item bears the field's own id, so that the error summary leads to it. */
function itemId(id: string, index: number): string {
  return index === 0 ? id : `${id}-${index + 1}`
}

export type SelectProps = FieldProps & {
  options: readonly { value: string; label: string }[]
  value?: string | undefined
  autocomplete?: string
}

/** One of a closed list too long for radios. Begins with "Chọn", which is no answer. */
export function Select({ options, value, autocomplete = 'off', ...field }: SelectProps) {
  const { name, id = name, error } = field
  const say = useWords()
  return (
    <LabelledField {...field}>
      <select
        class={`govuk-select${error ? ' govuk-select--error' : ''}`}
        id={id}
        name={name}
        autocomplete={autocomplete}
        aria-describedby={describedBy(id, field)}
        aria-invalid={error ? 'true' : undefined}
      >
        <option value="">{say('choose')}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value} selected={option.value === value}>
            {option.label}
          </option>
        ))}
      </select>
    </LabelledField>
  )
}
