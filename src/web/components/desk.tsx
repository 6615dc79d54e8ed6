import type { ComponentChildren } from 'preact'
import { Icon } from './icon.tsx'

/** The desk: answers, papers, and what to do, side by side on a wide screen. */
export function Desk({ answers, papers, side }: Record<'answers' | 'papers' | 'side', ComponentChildren>) {
  return (
    <div class="lt-desk">
      {answers}
      {papers}
      <div class="lt-side">{side}</div>
    </div>
  )
}

/** A sheet with a ruled head: its title, and what can be done with the whole of it. `flush`: the content lays out its own edges. */
export function Panel({ title, tools, flush = false, children }: PanelProps) {
  return (
    <section class="lt-panel">
      <div class="lt-panel__head">
        {typeof title === 'string' ? <h2>{title}</h2> : title}
        {tools}
      </div>
      {flush ? children : <div class="lt-panel__body">{children}</div>}
    </section>
  )
}

export type PanelProps = { title: ComponentChildren; tools?: ComponentChildren; flush?: boolean; children: ComponentChildren }

/** An answer with its source; or, where two sources differ, the `<Mismatch>` that stands in its place. */
export type Answer = { key: string } & ({ value: ComponentChildren; source?: ComponentChildren } | { odd: ComponentChildren })

export type AnswerGroup = { title: string; answers: readonly Answer[] }

/** What was declared, in groups. Stands in a flush panel. */
export function Answers({ groups }: { groups: readonly AnswerGroup[] }) {
  return (
    <div class="lt-answers">
      {groups.map(({ title, answers }) => (
        <div key={title}>
          <h3>{title}</h3>
          <dl>
            {answers.map((answer) => (
              <AnswerLine key={answer.key} answer={answer} />
            ))}
          </dl>
        </div>
      ))}
    </div>
  )
}

function AnswerLine({ answer }: { answer: Answer }) {
  if ('odd' in answer) {
    return (
      <div class="is-odd">
        <dt class="lt-vh">{answer.key}</dt>
        <dd>{answer.odd}</dd>
      </div>
    )
  }
  return (
    <div>
      <dt>{answer.key}</dt>
      <dd>
        {answer.value}
        {answer.source}
      </dd>
    </div>
  )
}

/** Papers as tabs over one view: each tab is a link to the desk with that paper open. */
export function PaperTabs({ label, papers }: { label: string; papers: readonly { href: string; label: string; current?: boolean }[] }) {
  return (
    <nav aria-label={label}>
      <ul class="lt-subtabs">
        {papers.map((paper) => (
          <li key={paper.href}>
            <a href={paper.href} aria-current={paper.current ? 'true' : undefined}>
              {paper.label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** The paper itself on a sunken ground, with a line about the file under it. */
export function PaperView({ children, about }: { children: ComponentChildren; about: ComponentChildren }) {
  return (
    <div class="lt-view">
      {children}
      <p class="govuk-body lt-muted">{about}</p>
    </div>
  )
}

/** What must hold before the next step: each line is ready or not, in sign and words. */
export function ReadyList({ lines }: { lines: readonly { ready: boolean; children: ComponentChildren }[] }) {
  return (
    <ul class="lt-ready">
      {lines.map(({ ready, children }, index) => (
        <li key={index}>
          <Icon name={ready ? 'check' : 'warning'} class={ready ? 'is-ready' : 'is-missing'} />
          <span>{children}</span>
        </li>
      ))}
    </ul>
  )
}

/** The acts of a desk, one below the other, the next legal step first and primary. */
export function Acts({ children }: { children: ComponentChildren }) {
  return <div class="lt-acts">{children}</div>
}
