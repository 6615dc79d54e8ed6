import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** A sheet of rows with hairlines between them. Holds `<Row>`s. */
export function Rows({ children }: { children: ComponentChildren }) {
  return <ul class="lt-rows">{children}</ul>
}

/** Heading of a sheet of rows: "Bạn nộp – 1 giấy tờ". */
export function RowsTitle({ title, note }: { title: string; note?: string }) {
  return (
    <h3 class="lt-group">
      {title} {note && <small>– {note}</small>}
    </h3>
  )
}

export type RowProps = {
  icon: IconName
  title: ComponentChildren
  /** `data`: looked up for the reader; `asked`: asked, no answer yet. */
  tone?: 'data' | 'asked'
  /** The act that belongs to the row, at its end. */
  end?: ComponentChildren
  children?: ComponentChildren
}

/** One paper, one look-up, one thing: title, what is to be said about it, and the act that belongs to it. */
export function Row({ icon, title, tone, end, children }: RowProps) {
  return (
    <li class={`lt-row${tone ? ` lt-row--${tone}` : ''}`}>
      <Icon name={icon} />
      <div>
        <p>
          <b>{title}</b>
        </p>
        {children}
      </div>
      {end && <p class="lt-row__end">{end}</p>}
    </li>
  )
}

export type CounterProps = { name: string; href: string; facts: string; wait: string; queue: number }

/** A counter that serves: its name, distance and hours, and how long one waits, in words and in up to six bars. */
export function CounterRow({ name, href, facts, wait, queue }: CounterProps) {
  return (
    <li class="lt-counter">
      <p>
        <a class="govuk-link" href={href}>
          {name}
        </a>
      </p>
      <p class="lt-muted">{facts}</p>
      <p class="lt-counter__wait">
        <span class="lt-wait" aria-hidden="true">
          {[1, 2, 3, 4, 5, 6].map((bar) => (
            <i key={bar} class={bar <= queue ? 'is-on' : undefined} />
          ))}
        </span>
        <span>{wait}</span>
      </p>
    </li>
  )
}
