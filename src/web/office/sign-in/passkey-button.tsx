import type { ComponentChildren } from 'preact'

export type PasskeyButtonProps = {
  /** Comes in by a passkey, or makes one for the account. */
  does: 'enter' | 'add'
  /** Where the browser gets its question, and where its answer goes. */
  askAt: string
  sendTo: string
  back?: string
  /** Id of the input that names a new passkey. */
  nameIn?: string
  hint: string
  failed: string
  children: ComponentChildren
}

/** Seen only where the browser knows passkeys; everything else works without. */
export function PasskeyButton({ does, askAt, sendTo, back, nameIn, hint, failed, children }: PasskeyButtonProps) {
  return (
    <div hidden data-passkey={does} data-ask={askAt} data-send={sendTo} data-back={back} data-name-in={nameIn} data-failed={failed}>
      <p class="govuk-hint" id={`passkey-${does}-hint`}>
        {hint}
      </p>
      <p class="govuk-error-message" role="alert" />
      <button type="button" class="govuk-button govuk-button--secondary" aria-describedby={`passkey-${does}-hint`}>
        {children}
      </button>
    </div>
  )
}
