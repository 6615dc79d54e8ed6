/** In a worklist the arrow keys (and j, k) go from one piece of work to the next. Only while a link of the list has the focus. */
export function walkByArrows(): void {
  const list = document.querySelector('[data-walk]')
  if (!list) return
  const links = [...list.querySelectorAll<HTMLAnchorElement>('th[scope=row] a')]
  const steps: Record<string, number> = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }
  list.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || event.ctrlKey || event.metaKey || event.altKey) return
    const here = links.findIndex((link) => link.contains(document.activeElement))
    const next = here < 0 ? undefined : links[here + (steps[event.key] ?? 0)]
    if (!next || next === links[here]) return
    event.preventDefault()
    next.focus()
  })
}
