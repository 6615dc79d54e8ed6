import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type Catalogue, catalogueOf, find } from '#modules/finding'
import { readNationalRow } from '#modules/procedures'
import { withoutAccents } from '#platform/text'
import { questions } from './questions/index.ts'
import { secondQuestions } from './questions/second.ts'
import { unseenQuestions } from './questions/unseen.ts'
import { reference } from './reference-data.ts'

const { path, skip } = reference('procedures_index.json')

/** The whole national catalogue, as if all of it were routed: nothing that could come between is left out. */
function wholeCatalogue(): Catalogue {
  const rows: unknown[] = JSON.parse(readFileSync(path, 'utf8'))
  const read = rows.flatMap((row) => {
    const one = readNationalRow(row)
    return one.ok ? [one.row] : []
  })
  assert.ok(read.length > 2_600, `${read.length} rows read`)
  return catalogueOf(
    [],
    read.map(({ code, name, ministry, field, levels }) => ({ code, name, ministry, field, levels, target: 'other-system', system: null })),
  )
}

type Score = { first: number; amongThree: number; missed: string[]; ms: number[] }

function ask({ index }: Catalogue, asked: readonly (readonly [string, string])[]): Score {
  const score: Score = { first: 0, amongThree: 0, missed: [], ms: [] }
  for (const [words, right] of asked) {
    const began = performance.now()
    const found = find(index, words, 3).map(({ code }) => code)
    score.ms.push(performance.now() - began)
    const place = found.findIndex((code) => right.split(' ').includes(code))
    if (place === 0) score.first += 1
    if (place >= 0) score.amongThree += 1
    else score.missed.push(`${words} (${found.join(' ')})`)
  }
  return score
}

const share = (count: number, all: number) => `${((100 * count) / all).toFixed(1)} %`

test('of two hundred questions as people ask them, the right procedure comes first for 80 %, among the first three for 95 %', {
  skip,
}, (t) => {
  assert.equal(questions.length, 200)
  assert.equal(new Set(questions.map(([words]) => words)).size, 200)
  const catalogue = wholeCatalogue()
  const tell = (name: string, score: Score, all: number) => {
    const slow = [...score.ms].sort((a, b) => a - b)[Math.floor(score.ms.length * 0.95)] ?? 0
    t.diagnostic(`${name}: first ${share(score.first, all)}, among three ${share(score.amongThree, all)}, p95 ${slow.toFixed(1)} ms`)
    for (const one of score.missed) t.diagnostic(`  missed: ${one}`)
  }
  const asWritten = ask(catalogue, questions)
  tell('as written', asWritten, questions.length)
  const bare = ask(
    catalogue,
    questions.map(([words, right]) => [withoutAccents(words), right]),
  )
  tell('without any accent', bare, questions.length)
  tell('a second list', ask(catalogue, secondQuestions), secondQuestions.length)
  const unseen = ask(catalogue, unseenQuestions)
  tell('never looked at while the search was made', unseen, unseenQuestions.length)
  assert.ok(asWritten.first >= 160 && asWritten.amongThree >= 190)
  // What people lose by leaving accents out, and what a list of words can be fitted to, is bounded too.
  assert.ok(bare.amongThree >= 180)
  assert.ok(unseen.amongThree >= unseenQuestions.length * 0.8)
})
