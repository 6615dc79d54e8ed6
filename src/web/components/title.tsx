import type { ComponentChildren } from 'preact'

/** The title of a citizen's page, under the lacquer stroke. One a page. `lead` says in a sentence what the page is about. */
export function Title({ children, lead }: { children: ComponentChildren; lead?: ComponentChildren }) {
  return (
    <>
      <h1 class="govuk-heading-xl lt-title">{children}</h1>
      {lead && <p class="govuk-body-l">{lead}</p>}
    </>
  )
}

/** The head of an office page: title on the left, what matters about it on the right. `stroke` for lists, none at the desk. */
export function OfficeTitle({ title, stroke = false, above, line, aside }: OfficeTitleProps) {
  return (
    <div class="lt-head">
      <div>
        {above && <p>{above}</p>}
        <h1 class={`govuk-heading-l${stroke ? ' lt-title' : ''}`}>{title}</h1>
        {line && <p class="lt-head__line lt-muted">{line}</p>}
      </div>
      {aside && <p class="lt-muted">{aside}</p>}
    </div>
  )
}

export type OfficeTitleProps = {
  title: ComponentChildren
  stroke?: boolean
  /** Where this page lies: a link back and a position. */
  above?: ComponentChildren
  /** Number, status and sender under the title. */
  line?: ComponentChildren
  aside?: ComponentChildren
}

/** A part of a citizen's page with its heading. */
export function Section({ title, id, children }: { title: string; id?: string; children: ComponentChildren }) {
  return (
    <section class="lt-section" id={id}>
      <h2 class="govuk-heading-l">{title}</h2>
      {children}
    </section>
  )
}

/** Two columns on a wide screen: the main thing, and beside it what goes with it. */
export function Split({ children, aside, wide = false }: { children: ComponentChildren; aside: ComponentChildren; wide?: boolean }) {
  return (
    <div class={`lt-split${wide ? ' lt-split--wide' : ''}`}>
      <div>{children}</div>
      <div>{aside}</div>
    </div>
  )
}
