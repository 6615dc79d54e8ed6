import type { ComponentChildren } from 'preact'
import { useWords } from './frame.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** What a citizen is told about a dossier. The finer business state may be said in the tag's own words. */
export type Status = 'not-received' | 'in-progress' | 'waiting' | 'done' | 'refused' | 'late'

const signs: Record<Status, { icon: IconName; tint: string }> = {
  'not-received': { icon: 'dash', tint: 'none' },
  'in-progress': { icon: 'dot', tint: 'doing' },
  waiting: { icon: 'pause', tint: 'waiting' },
  done: { icon: 'check', tint: 'done' },
  refused: { icon: 'cross', tint: 'refused' },
  late: { icon: 'warning', tint: 'late' },
}

/** A pill with sign and word. `children` replaces the usual word ("Quá hạn 3 giờ", "Đang xác minh"). Only overdue is solid. */
export function StatusTag({ status, children }: { status: Status; children?: ComponentChildren }) {
  const say = useWords()
  const { icon, tint } = signs[status]
  return (
    <strong class={`lt-tag lt-tag--${tint}`}>
      <Icon name={icon} />
      <span>{children ?? say(`status.${status}`)}</span>
    </strong>
  )
}
