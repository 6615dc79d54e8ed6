/** Swallows the second tap on a button while the first is on its way; the server's form key makes a repeat harmless anyway. */
export function sendOnce(): void {
  document.addEventListener('submit', (event) => {
    const form = event.target
    if (!(form instanceof HTMLFormElement) || form.method !== 'post' || event.defaultPrevented) return
    if (form.dataset.sent) event.preventDefault()
    form.dataset.sent = 'yes'
    form.setAttribute('aria-busy', 'true')
    setTimeout(() => release(form), 8_000)
  })
  // A page that comes back from the browser's memory must be sendable again.
  addEventListener('pageshow', () => {
    for (const form of document.querySelectorAll<HTMLFormElement>('form[data-sent]')) release(form)
  })
}

function release(form: HTMLFormElement): void {
  delete form.dataset.sent
  form.removeAttribute('aria-busy')
}
