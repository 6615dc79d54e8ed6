import { availableParallelism, cpus, loadavg } from 'node:os'
import { type Figure, figureOf } from './figure.ts'

/** What is told at the end: figures by their key, and what one must know to read them. */
export class Report {
  private readonly figures = new Map<string, Figure>()
  private readonly notes: string[] = []

  /** Adds a figure from its values, one a round. */
  add(key: string, values: readonly number[]): void {
    if (values.length === 0) return
    const figure = figureOf(values)
    this.figures.set(key, figure)
    console.error(`${key.padEnd(40)} ${figure.median} (${figure.min}–${figure.max})   load ${load()}`)
  }

  note(text: string): void {
    this.notes.push(text)
    console.error(text)
  }

  json(): string {
    const machine = { cores: availableParallelism(), processor: cpus()[0]?.model ?? '', load: load() }
    return JSON.stringify({ ...Object.fromEntries(this.figures), machine, notes: this.notes }, null, 2)
  }
}

/** How many want the processor: a figure from a busy machine says little. */
export function load(): number {
  return Number((loadavg()[0] ?? 0).toFixed(2))
}
