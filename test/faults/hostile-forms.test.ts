import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pageTable, type Visit } from '../page-table.ts'
import { pageWorld } from '../page-world.ts'
import type { FormSeen } from '../visitor.ts'
import { between, type Chance, chanceFrom, oneOf } from './chance.ts'
import { formsIn } from './forms-in.ts'
import { hostileTexts } from './hostile-values.ts'

const seed = 20_261_122
const triesEach = 4

test('no form of any page can be filled in so that a door answers 500', { timeout: 180_000 }, async (t) => {
  const w = await pageWorld(t)
  const chance = chanceFrom(seed)
  const failed: string[] = []
  const tried = new Set<string>()
  for (const { as, path } of visits) {
    // A session of its own for each page: a form before may have ended the others.
    const visitor = await w.visitor(as?.(w))
    const where = typeof path === 'string' ? path : await path(w)
    for (const form of onceEach(formsIn((await visitor.get(where)).html))) {
      for (let count = 0; count < triesEach; count += 1) {
        const answer = await visitor.post(form, spoilt(form, chance))
        tried.add(patternOf(form))
        if (answer.status === 500 || answer.status > 503) failed.push(`${where}: ${form.action} → ${answer.status}`)
      }
    }
  }
  assert.deepEqual(failed, [], `seed ${seed}`)
  assert.ok(tried.size >= 30, `${tried.size} forms`)
})

const visits: readonly Visit[] = Object.values(pageTable).flatMap((route) => ('noPage' in route ? [] : route))

/** Of forms that differ by what they are about alone, one. */
function onceEach(forms: readonly FormSeen[]): FormSeen[] {
  return [...new Map(forms.map((form) => [patternOf(form), form])).values()]
}

function patternOf({ action }: FormSeen): string {
  return action.replace(/[0-9a-f]{8}-[0-9a-f-]{27}|\d{5}-\d{6}-\d{4}/g, ':id')
}

/** One to all of a form's boxes filled with something odd; the token stays, so that the form is taken. */
function spoilt(form: FormSeen, chance: Chance): Record<string, string | string[]> {
  const boxes = Object.keys(form.fields).filter((name) => name !== '_csrf')
  const some = boxes.filter(() => chance() < 0.5)
  const odd = () => (chance() < 0.2 ? [oneOf(chance, hostileTexts), oneOf(chance, hostileTexts)] : oneOf(chance, hostileTexts))
  return { ...Object.fromEntries(some.map((name) => [name, odd()])), _key: `spoilt-${between(chance, 0, 1e9)}` }
}
