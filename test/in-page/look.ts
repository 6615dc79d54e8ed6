/** Runs inside a page under test: what only the page itself can measure. */

const named = (element: Element) => `${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''}`

/** Elements that reach beyond the right edge of a page which can be scrolled sideways. */
export function sidewaysScroll(): string[] {
  const width = document.documentElement.clientWidth
  if (document.documentElement.scrollWidth <= width && document.body.scrollWidth <= width) return []
  const out = [...document.body.querySelectorAll('*')].filter((element) => element.getBoundingClientRect().right > width + 0.5)
  return out.length > 0 ? out.slice(0, 8).map(named) : ['the page']
}

/** Elements whose own box cuts their text off sideways; visually hidden texts do not count. */
export function cutOff(): string[] {
  const cuts = (element: HTMLElement) => {
    const style = getComputedStyle(element)
    if (element.clientWidth <= 1 || style.clipPath !== 'none' || style.overflowX === 'visible') return false
    return element.scrollWidth > element.clientWidth + 1 && (element.textContent ?? '').trim() !== ''
  }
  return [...document.body.querySelectorAll<HTMLElement>('*')].filter(cuts).map(named)
}

/** Puts the starting point of the Tab key at the top, wherever the page itself has put the focus. */
export function startAtTop(): void {
  document.body.tabIndex = -1
  document.body.focus()
  document.body.removeAttribute('tabindex')
}

/** Compares the focused element (and its parent, and the label of a radio or checkbox) with itself unfocused. */
export function focusShows(): 'end' | { name: string; visible: boolean } {
  const element = document.activeElement
  if (!(element instanceof HTMLElement) || element === document.body || element.dataset.focusSeen) return 'end'
  element.dataset.focusSeen = 'yes'
  const focused = lookOf(element)
  element.blur()
  const plain = lookOf(element)
  element.focus()
  const name = `${element.tagName.toLowerCase()} ${(element.textContent || element.id).trim().slice(0, 40)}`
  return { name, visible: focused !== plain }
}

function lookOf(element: HTMLElement): string {
  const label = element instanceof HTMLInputElement ? element.labels?.[0] : undefined
  const boxes = [
    getComputedStyle(element),
    getComputedStyle(element.parentElement ?? element),
    ...(label ? [getComputedStyle(label, '::before')] : []),
  ]
  return boxes
    .map((style) => [style.outline, style.boxShadow, style.backgroundColor, style.borderColor, style.clipPath].join('|'))
    .join('\n')
}
