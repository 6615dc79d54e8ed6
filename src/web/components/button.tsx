import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** `primary` once a page; `warning` for what cannot be taken back. */
export type ButtonKind = 'primary' | 'secondary' | 'warning'

type Shown = { kind?: ButtonKind; icon?: IconName; full?: boolean; children: ComponentChildren }

function classOf(kind: ButtonKind, full: boolean, start = false): string {
  return ['govuk-button', kind !== 'primary' && `govuk-button--${kind}`, full && 'lt-button--full', start && 'govuk-button--start']
    .filter(Boolean)
    .join(' ')
}

export type ButtonProps = Shown & { name?: string; value?: string; formAction?: string; id?: string }

/**
 * Sends its form. The text is a verb with its object ("Gửi bản nháp"). `name` and `value` say which of several buttons was pressed.
 * There is no disabled state: it is pressed, and the page says what is missing.
 */
export function Button({ kind = 'primary', icon, full = false, children, ...attributes }: ButtonProps) {
  return (
    <button type="submit" class={classOf(kind, full)} {...attributes}>
      {icon && <Icon name={icon} small />}
      {children}
    </button>
  )
}

export type LinkButtonProps = Shown & { href: string; download?: boolean }

/** Goes somewhere, and looks like a button because it is the next act. */
export function LinkButton({ kind = 'primary', icon, full = false, children, href, download = false }: LinkButtonProps) {
  return (
    <a class={classOf(kind, full)} href={href} download={download || undefined}>
      {icon && <Icon name={icon} small />}
      {children}
    </a>
  )
}

/** Begins a procedure: larger, once a page. */
export function StartButton({ href, children }: { href: string; children: ComponentChildren }) {
  return (
    <a class={classOf('primary', false, true)} href={href} draggable={false}>
      {children}
    </a>
  )
}

/** Buttons and the links that belong to them, in a row; on a phone one below the other. */
export function Buttons({ children }: { children: ComponentChildren }) {
  return <div class="lt-buttons">{children}</div>
}

/** Prints the page; shown only where a script can do it. */
export function PrintButton({ children }: { children: ComponentChildren }) {
  return (
    <button type="button" class={classOf('secondary', false)} data-print data-script-only hidden>
      <Icon name="print" small />
      {children}
    </button>
  )
}
