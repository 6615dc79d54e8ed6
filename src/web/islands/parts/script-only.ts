/** Shows what only works with a script, such as the button that prints. */
export function showScriptOnly(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-script-only]')) element.hidden = false
  document.addEventListener('click', (event) => {
    if (event.target instanceof Element && event.target.closest('[data-print]')) print()
  })
}
