import type { ComponentChildren } from 'preact'
import { Button } from './button.tsx'
import { useWords } from './frame.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** The sunken top of the home page: what the reader came for on the left, the look-up of a dossier on the right. */
export function Hero({ children, aside }: { children: ComponentChildren; aside: ComponentChildren }) {
  return (
    <div class="lt-hero">
      <div class="govuk-width-container lt-hero__grid">
        <div>{children}</div>
        {aside}
      </div>
    </div>
  )
}

export type SearchBoxProps = {
  action: string
  label: string
  example: string
  value?: string
  name?: string
  /** What the browser offers while somebody types; needs no script. */
  suggestions?: readonly string[]
}

/** The large search field. `label` is heard, `example` is seen in the empty field. */
export function SearchBox({ action, label, example, value, name = 'q', suggestions = [] }: SearchBoxProps) {
  const say = useWords()
  return (
    <search>
      <form action={action} method="get">
        <label class="lt-vh" for={`search-${name}`}>
          {label}
        </label>
        <div class="lt-search">
          <input
            id={`search-${name}`}
            name={name}
            type="search"
            placeholder={example}
            value={value}
            autocomplete="off"
            maxLength={200}
            list={suggestions.length > 0 ? `search-${name}-list` : undefined}
          />
          <Button icon="search">{say('search')}</Button>
        </div>
        {suggestions.length > 0 && (
          <datalist id={`search-${name}-list`}>
            {suggestions.map((one) => (
              <option key={one} value={one} />
            ))}
          </datalist>
        )}
      </form>
    </search>
  )
}

/** What others often look for, as links under the search field. */
export function Chips({ label, items }: { label: string; items: readonly { href: string; label: string }[] }) {
  return (
    <ul class="lt-chips">
      <li>{label}</li>
      {items.map((item) => (
        <li key={item.href}>
          <a class="govuk-link govuk-link--no-visited-state" href={item.href}>
            {item.label}
          </a>
        </li>
      ))}
    </ul>
  )
}

export type LifeEvent = { icon: IconName; title: string; text: string; href: string }

/** Life events in plain words: one sheet, hairlines between the cells. */
export function LifeEventSheet({ events }: { events: readonly LifeEvent[] }) {
  return (
    <ul class="lt-events">
      {events.map(({ icon, title, text, href }) => (
        <li key={href}>
          <a href={href}>
            <Icon name={icon} />
            <span>
              <b>{title}</b>
              <span>{text}</span>
            </span>
            <Icon name="chevron" class="lt-go" />
          </a>
        </li>
      ))}
    </ul>
  )
}
