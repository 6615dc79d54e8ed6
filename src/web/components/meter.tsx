/** A working day of a deadline: gone, going on, paused, or still to come. */
export type Segment = 'used' | 'now' | 'paused' | 'left'

/** Segments of working days. Decoration: the words beside it say the same. `soon`: due today; `late`: overdue. */
export function Meter({ segments, tone }: { segments: readonly Segment[]; tone?: 'soon' | 'late' | undefined }) {
  return (
    <span class={`lt-meter${tone ? ` lt-meter--${tone}` : ''}`} aria-hidden="true">
      {segments.map((segment, index) => (
        <i key={index} class={segment === 'left' ? undefined : `is-${segment}`} />
      ))}
    </span>
  )
}
