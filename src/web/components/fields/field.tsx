import type { ComponentChildren } from 'preact'
import { useWords } from '../frame.ts'
import { Icon } from '../icon.tsx'

/** What every field has. A field cannot be written without its label. `error` says what is wrong and how to right it. */
export type FieldProps = {
  name: string
  label: ComponentChildren
  hint?: ComponentChildren
  error?: string | undefined
  /** The name, unless told otherwise; links of the error summary lead here. */
  id?: string | undefined
  /** Says "(không bắt buộc)" beside the label. */
  optional?: boolean | undefined
}

/** Ids of hint and error, for `aria-describedby`; undefined when there is neither. */
export function describedBy(id: string, { hint, error }: Pick<FieldProps, 'hint' | 'error'>): string | undefined {
  const ids = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean)
  return ids.length > 0 ? ids.join(' ') : undefined
}

/** One input with its label, hint and error around it. */
export function LabelledField({
  name,
  label,
  hint,
  error,
  id = name,
  optional = false,
  children,
}: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={groupClass(error)}>
      <label class="govuk-label govuk-label--s" for={id}>
        {label}
        {optional && <Optional />}
      </label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** Several inputs under one question. */
export function FieldGroup({
  name,
  label,
  hint,
  error,
  id = name,
  optional = false,
  children,
}: FieldProps & { children: ComponentChildren }) {
  return (
    <div class={groupClass(error)}>
      <fieldset class="govuk-fieldset" aria-describedby={describedBy(id, { hint, error })}>
        <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">
          {label}
          {optional && <Optional />}
        </legend>
        <HintAndError id={id} hint={hint} error={error} />
        {children}
      </fieldset>
    </div>
  )
}

function HintAndError({ id, hint, error }: { id: string; hint: ComponentChildren; error: string | undefined }) {
  const say = useWords()
  return (
    <>
      {hint && (
        <div class="govuk-hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p class="govuk-error-message" id={`${id}-error`}>
          <Icon name="warning" small />
          <span>
            <span class="lt-vh">{say('error')}</span> {error}
          </span>
        </p>
      )}
    </>
  )
}

function Optional() {
  const say = useWords()
  return <span class="lt-optional"> {say('optional')}</span>
}

function groupClass(error: string | undefined): string {
  return `govuk-form-group${error ? ' govuk-form-group--error' : ''}`
}
