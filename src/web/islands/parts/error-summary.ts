/** A page that came back with problems puts the reader at their list; its links put the cursor into the field. */
export function focusErrorSummary(): void {
  const summary = document.querySelector<HTMLElement>('.govuk-error-summary')
  if (!summary) return
  summary.focus()
  summary.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const field = link && document.getElementById(decodeURIComponent(link.hash.slice(1)))
    if (!field) return
    event.preventDefault()
    const group = field.closest('.govuk-form-group--error') ?? field
    group.scrollIntoView()
    field.focus({ preventScroll: true })
  })
}
