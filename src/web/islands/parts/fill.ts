/** Puts values into the `{slots}` of a sentence that came with the page. */
export function fill(sentence: string | undefined, values: Record<string, string | number>): string {
  return (sentence ?? '').replace(/\{(\w+)\}/g, (slot, name: string) => String(values[name] ?? slot))
}
