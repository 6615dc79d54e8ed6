import type { ComponentChildren } from 'preact'

/** Reading for those who want it: closed until somebody opens it, without any script. */
export function Details({ summary, id, children }: { summary: string; id?: string; children: ComponentChildren }) {
  return (
    <details class="govuk-details" id={id}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{summary}</span>
      </summary>
      <div class="govuk-details__text">{children}</div>
    </details>
  )
}
