import type { ComponentChildren } from 'preact'
import { ErrorSummary, Notice, type OfficeFrame, OfficePage, OfficeTitle, type Problem } from '../components/index.ts'
import { words } from './words.ts'

export type ShellProps = {
  frame: OfficeFrame
  title: string
  lead?: string | undefined
  /** What was just done, said once. */
  done?: string | undefined
  trouble?: string | undefined
  problems?: readonly Problem[]
  /** The overview itself has nothing above it. */
  top?: boolean
  /** What lies above, where it is not the overview. */
  up?: { href: string; label: string } | undefined
  children: ComponentChildren
}

/** A page of the administration: where it lies, what it is for, what was just done. */
export function Shell({ frame, title, lead, done, trouble, problems = [], top = false, up, children }: ShellProps) {
  const above = (
    <a class="govuk-link govuk-link--no-visited-state" href={up?.href ?? '/quan-tri'}>
      {up?.label ?? words(frame.lang)('toOverview')}
    </a>
  )
  return (
    <OfficePage {...frame} title={title} problems={problems.length}>
      <OfficeTitle title={title} stroke={top} above={top ? undefined : above} line={lead} />
      <ErrorSummary problems={problems} />
      {done && (
        <Notice kind="done" announced>
          <p>{done}</p>
        </Notice>
      )}
      {trouble && (
        <Notice kind="bad" announced>
          <p>
            <b>{trouble}</b>
          </p>
        </Notice>
      )}
      <div class="lt-side">{children}</div>
    </OfficePage>
  )
}
