import type { ComponentChildren, VNode } from 'preact'
import { ErrorSummary, Notice, type OfficeFrame, OfficePage, OfficeTitle, type Problem } from '../components/index.ts'
import { base } from './links.ts'
import { words } from './words.ts'

export type Crumb = { readonly href: string; readonly label: string }

export type EditorPageProps = {
  frame: OfficeFrame
  title: string
  lead?: ComponentChildren
  /** The way here, from the list of procedures on. */
  crumbs?: readonly Crumb[]
  problems?: readonly Problem[]
  done?: string | undefined
  trouble?: string | undefined
  children: ComponentChildren
}

/** A page of the editor: the way here, what it is about, what was just done, what is wrong. */
export function EditorPage({ frame, title, lead, crumbs = [], problems = [], done, trouble, children }: EditorPageProps): VNode {
  const say = words(frame.lang)
  const way = [{ href: base, label: say('procedures') }, ...crumbs]
  return (
    <OfficePage {...frame} title={title} problems={problems.length}>
      <OfficeTitle title={title} above={<Way crumbs={way} />} line={lead} />
      <ErrorSummary problems={problems} />
      {done !== undefined && (
        <Notice kind="done" announced>
          <p>{done}</p>
        </Notice>
      )}
      {trouble !== undefined && (
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

function Way({ crumbs }: { crumbs: readonly Crumb[] }) {
  return (
    <>
      {crumbs.map(({ href, label }, index) => (
        <span key={href}>
          {index > 0 && <span aria-hidden="true"> › </span>}
          <a class="govuk-link govuk-link--no-visited-state" href={href}>
            {label}
          </a>
        </span>
      ))}
    </>
  )
}
