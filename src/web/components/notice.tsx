import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

export type NoticeKind = 'heed' | 'info' | 'done' | 'bad'

const kinds: Record<NoticeKind, { icon: IconName; class: string }> = {
  heed: { icon: 'warning', class: '' },
  info: { icon: 'info', class: ' lt-note--info' },
  done: { icon: 'check', class: ' lt-note--done' },
  bad: { icon: 'warning', class: ' lt-note--bad' },
}

export type NoticeProps = {
  kind?: NoticeKind
  icon?: IconName
  /** Said aloud when it appears on a page that answers an act ("Đã nhận hồ sơ lúc 08:05"). */
  announced?: boolean
  children: ComponentChildren
}

/** A tinted strip inside a page. The words carry the meaning; paragraphs go inside. */
export function Notice({ kind = 'heed', icon, announced = false, children }: NoticeProps) {
  return (
    <div class={`lt-note${kinds[kind].class}`} role={announced ? 'status' : undefined}>
      <Icon name={icon ?? kinds[kind].icon} />
      <div>{children}</div>
    </div>
  )
}

/** Nothing is here: one sentence and the next useful link. */
export function Empty({ children }: { children: ComponentChildren }) {
  return (
    <div class="lt-empty">
      <p>{children}</p>
    </div>
  )
}
