import { type Data, type Fault, faultText, type Place, type Sent, shapeAt } from '#modules/editing'
import type { Req } from '#platform/http'
import type { Language } from '#platform/i18n'
import { typedIn } from '../typed.ts'

export function sentIn(req: Req): Sent {
  const typed = typedIn(req)
  return { line: typed.line, lines: typed.lines, all: typed.all }
}

/** Faults of the parts of a page as the error summary tells them: one a box, each with the box that it is about. */
export function problemsOf(body: Data, place: Place, faults: readonly Fault[], language: Language): { field: string; text: string }[] {
  const told = faults.map((one) => ({ field: boxOf(body, one.at).slice(place.length).join('.'), text: faultText(body, one, language) }))
  return told.filter(({ field }, index) => told.findIndex((other) => other.field === field) === index)
}

/** A list of lines has one box; what is wrong with one line is told there. */
function boxOf(body: Data, at: Place): Place {
  const above = at.slice(0, -1)
  const shape = shapeAt(body, above)
  return shape?.is === 'values' && (shape.of.is === 'text' || shape.of.is === 'choice') ? above : at
}
