/**
 * Says under a field, when the reader leaves it, what the server would say about its form. It never stops anybody:
 * the server checks again. The words come with the field (`data-when-invalid`).
 */
export function helpWhileTyping(): void {
  for (const field of document.querySelectorAll<HTMLInputElement>('input[data-when-invalid]')) {
    const help = document.createElement('p')
    help.className = 'lt-live-help'
    help.setAttribute('role', 'status')
    field.after(help)
    field.addEventListener('change', () => {
      const wrong = field.value !== '' && !field.validity.valid
      help.textContent = wrong ? (field.dataset.whenInvalid ?? '') : ''
    })
  }
}
