import type { ComponentChildren } from 'preact'
import { Radios } from './fields/choices.tsx'
import { useWords } from './frame.ts'
import { Icon } from './icon.tsx'
import type { IconName } from './icons.ts'

type Found = 'match' | 'asked' | 'differs'

/**
 * Where a value comes from: looked up (`data`), told by the citizen (`self`), read off a paper (`paper`); and how it stands:
 * `match`, `asked` (not answered yet), `differs`. Without `from` the sign tells how it stands.
 */
export type SourceProps = { children: ComponentChildren } & (
  | { from: 'data' | 'self' | 'paper'; state?: Found | undefined }
  | { from?: undefined; state: Found }
)

const sourceIcons: Record<'data' | 'self' | 'paper', IconName> = { data: 'data', self: 'pen', paper: 'paper' }
const stateIcons: Record<Found, IconName> = { match: 'check', asked: 'pause', differs: 'warning' }

/** The line under a value that says where it comes from: "CSDL dân cư 08:05, khớp". */
export function Source({ children, ...source }: SourceProps) {
  return (
    <span class={`lt-src${source.state ? ` lt-src--${source.state}` : ''}`}>
      <Icon name={source.from ? sourceIcons[source.from] : stateIcons[source.state]} />
      <span>{children}</span>
    </span>
  )
}

export type SummaryRow = {
  key: string
  value: ComponentChildren
  source?: ComponentChildren
  /** Where the value can be changed. */
  change?: { href: string } | undefined
}

/** Questions and answers, as on the page where a citizen checks all before sending. */
export function SummaryList({ rows }: { rows: readonly SummaryRow[] }) {
  const say = useWords()
  const anyChange = rows.some((row) => row.change)
  return (
    <dl class="govuk-summary-list">
      {rows.map(({ key, value, source, change }) => (
        <div class={`govuk-summary-list__row${anyChange && !change ? ' govuk-summary-list__row--no-actions' : ''}`} key={key}>
          <dt class="govuk-summary-list__key">{key}</dt>
          <dd class="govuk-summary-list__value">
            {value}
            {source}
          </dd>
          {change && (
            <dd class="govuk-summary-list__actions">
              <a class="govuk-link govuk-link--no-visited-state" href={change.href}>
                {say('change')}
                <span class="lt-vh"> {key}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  )
}

export type MismatchProps = {
  name: string
  /** Told apart from other questions of the same name on the page. */
  id?: string | undefined
  /** "Nơi sinh: lời khai khác giấy chứng sinh" */
  label: string
  options: readonly { value: string; label: string; source: string }[]
  value?: string | undefined
  error?: string | undefined
}

/** Two sources say different things: opened in place, both values to choose from, each with its source. */
export function Mismatch({ label, options, ...field }: MismatchProps) {
  const choices = options.map(({ value, label, source }) => ({ value, label, hint: source }))
  const marked = (
    <>
      <Icon name="warning" small />
      {label}
    </>
  )
  return (
    <div class="lt-odd">
      <Radios {...field} label={marked} options={choices} small />
    </div>
  )
}

/** What the state already knows: shown, not asked. `what` in bold, `source` as a `<Source>`. */
export function Known({ what, source }: { what: ComponentChildren; source: ComponentChildren }) {
  return (
    <div class="lt-known">
      <p>
        <b>{what}</b>
      </p>
      {source}
    </div>
  )
}
