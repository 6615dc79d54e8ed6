import { type Data, isEntries, type Place, partAt } from './data.ts'
import { language, procedureShape } from './language/index.ts'
import { type Part, partsOf, type Shape } from './shape.ts'

const kindIn = (shape: Shape, data: Data | undefined): string | undefined => {
  const kind = shape.is === 'kinds' && isEntries(data) ? data[shape.by] : undefined
  return typeof kind === 'string' ? kind : undefined
}

/** The shape of what stands, or could stand, at a place of a definition; undefined for a place that the language does not have. */
export function shapeAt(body: Data, place: Place): Shape | undefined {
  let shape: Shape | undefined = procedureShape
  for (const [index, name] of place.entries()) {
    if (shape === undefined) return undefined
    if (shape.is === 'items' || shape.is === 'values') shape = shape.of
    else shape = partOf(shape, partAt(body, place.slice(0, index)), name)?.shape
  }
  return shape
}

function partOf(shape: Shape, data: Data | undefined, name: string): Part | undefined {
  const parts = partsOf(shape, kindIn(shape, data))
  return Object.hasOwn(parts, name) ? parts[name] : undefined
}

/** The part of the language that a place belongs to: for its name in words. */
export function partNamed(body: Data, place: Place): Part | undefined {
  const [name, ...back] = [...place].reverse()
  if (name === undefined) return undefined
  const above = place.slice(0, back.length)
  if (above.length === 0) return Object.hasOwn(language, name) ? language[name] : undefined
  const shape = shapeAt(body, above)
  return shape === undefined || shape.is === 'items' ? undefined : partOf(shape, partAt(body, above), name)
}
