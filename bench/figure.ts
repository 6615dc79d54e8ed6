/** One figure of several rounds. */
export type Figure = { median: number; min: number; max: number }

export function figureOf(values: readonly number[]): Figure {
  const sorted = [...values].sort((a, b) => a - b)
  return { median: rounded(at(sorted, 0.5)), min: rounded(sorted[0] ?? Number.NaN), max: rounded(sorted.at(-1) ?? Number.NaN) }
}

/** The value below which a share of the values lies. */
export function at(sorted: readonly number[], share: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
}

export function p95(values: readonly number[]): number {
  return at(
    [...values].sort((a, b) => a - b),
    0.95,
  )
}

function rounded(value: number): number {
  return Number(value.toPrecision(4))
}
