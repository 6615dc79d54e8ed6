import type { ComponentChildren } from 'preact'
import { useContext } from 'preact/hooks'
import { FrameContext } from './frame.ts'

/** Names of the hidden fields that every form sends. */
export const csrfField = '_csrf'
export const formKeyField = '_key'

export type FormProps = {
  action: string
  /** Made once when the page is made: the same answers sent twice under it are stored once. */
  formKey: string
  /** Against forged requests; without it the frame's is taken. */
  csrf?: string
  /** Set when the form carries files. */
  files?: boolean
  id?: string
  children: ComponentChildren
}

/** A form that posts. The browser's own checks are off: the server checks, and says all that is wrong at once. */
export function Form({ action, formKey, csrf, files = false, id, children }: FormProps) {
  const token = csrf ?? useContext(FrameContext).csrf
  if (token === undefined) throw new Error(`the form ${action} has no token against forged requests`)
  return (
    <form action={action} method="post" id={id} encType={files ? 'multipart/form-data' : undefined} noValidate>
      <input type="hidden" name={csrfField} value={token} />
      <input type="hidden" name={formKeyField} value={formKey} />
      {children}
    </form>
  )
}

/** A form that only asks (search, filter): it stands in the address, so it can be kept and sent on. */
export function AskForm({ action, label, children }: { action: string; label?: string; children: ComponentChildren }) {
  return (
    <search aria-label={label}>
      <form action={action} method="get">
        {children}
      </form>
    </search>
  )
}
