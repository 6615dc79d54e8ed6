/** Numbers from 0 to 1 that a seed gives again: a run that failed is run again by its seed. */
export type Chance = () => number

/** mulberry32: short, even enough for choosing moments. */
export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** A whole number from `least` to `most`. */
export function between(chance: Chance, least: number, most: number): number {
  return least + Math.floor(chance() * (most - least + 1))
}

export function oneOf<T>(chance: Chance, all: readonly T[]): T {
  const chosen = all[Math.floor(chance() * all.length)]
  if (chosen === undefined) throw new Error('nothing to choose from')
  return chosen
}
