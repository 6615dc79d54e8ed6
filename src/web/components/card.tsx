import type { ComponentChildren } from 'preact'

export type CardProps = {
  title?: string
  /** The card with the act that begins everything: jade edge. One a page. */
  start?: boolean
  /** Level of the heading; 2 unless the card stands inside a section. */
  level?: 2 | 3
  children: ComponentChildren
}

/** A white sheet on the paper: 1 px rule, no shadow. Never inside another card, never a link as a whole. */
export function Card({ title, start = false, level = 2, children }: CardProps) {
  const Heading = `h${level}` as const
  return (
    <section class={`lt-card${start ? ' lt-card--start' : ''}`}>
      {title && <Heading class="lt-card__title">{title}</Heading>}
      {children}
    </section>
  )
}

/** Lines with an icon before them: what a reader should know, or may do. */
export function PlainList({ children }: { children: ComponentChildren }) {
  return <ul class="lt-plain">{children}</ul>
}
