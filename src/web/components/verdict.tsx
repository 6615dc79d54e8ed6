import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

/** `unsure`: it could not be found out, which is not the same as bad. */
export type VerdictKind = 'good' | 'bad' | 'unsure'

const signs: Record<VerdictKind, IconName> = { good: 'check', bad: 'cross', unsure: 'help' }

export type VerdictProps = {
  kind: VerdictKind
  /** The verdict as a sentence; it is the page's title. */
  title: string
  /** What was checked, and when. */
  about?: ComponentChildren
  children: ComponentChildren
}

/** The answer to "may I trust this?": shape, sentence, what it means. The words decide. */
export function Verdict({ kind, title, about, children }: VerdictProps) {
  return (
    <section class={`lt-verdict lt-verdict--${kind}`}>
      <div class="lt-verdict__head">
        <span class="lt-verdict__sign">
          <Icon name={signs[kind]} />
        </span>
        <h1 class="govuk-heading-l">{title}</h1>
      </div>
      <p class="govuk-body">{children}</p>
      {about && <p class="govuk-body lt-muted lt-small">{about}</p>}
    </section>
  )
}

export type Check = { kind: VerdictKind; title: ComponentChildren; detail?: ComponentChildren }

/** The checks one by one. */
export function Checks({ checks }: { checks: readonly Check[] }) {
  return (
    <ul class="lt-checks">
      {checks.map(({ kind, title, detail }, index) => (
        <li key={index}>
          <Icon name={signs[kind]} class={`is-${kind}`} />
          <span>
            {title}
            {detail && <small>{detail}</small>}
          </span>
        </li>
      ))}
    </ul>
  )
}
