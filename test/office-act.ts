import assert from 'node:assert/strict'
import { textOf, type Visitor } from './visitor.ts'

/**
 * An official does an act with the form of a page: it must be taken. Gives what the next page says.
 * @param from the page below the dossier's address that has the form; the desk itself where nothing is said
 */
export async function does(
  who: Visitor,
  code: string,
  act: string,
  answers: Record<string, string | string[]> = {},
  from = '',
): Promise<string> {
  const sent = await who.send(`/viec/${code}${from}`, `/viec/${code}/${act}`, answers)
  assert.equal(sent.status, 303, `${act}: ${textOf(sent.html).slice(0, 800)}`)
  return textOf((await who.get(sent.location ?? '')).html)
}
