const systems = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
] as const
const browsers = [
  [/Edg\//, 'Edge'],
  [/coc_coc_browser/, 'Cốc Cốc'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

/** "Chrome, Windows": what a person can recognise in what a browser calls itself; undefined where nothing can be. */
export function deviceName(called: string): string | undefined {
  const found = [browsers, systems].map((known) => known.find(([sign]) => sign.test(called))?.[1])
  const parts = found.filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(', ')
}
