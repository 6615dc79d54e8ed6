import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { birthRegistration, catalogue } from '#catalogue'

const folder = process.env.REFERENCE_DATA ?? join(import.meta.dirname, '../../shared/data')
const file = join(folder, 'procedures_commune_detail.json')
const skip = existsSync(file) ? false : 'the reference data is not there'

type NationalRow = {
  readonly code: string
  readonly name: string
  readonly decision: string
  readonly field: string
  readonly legal: readonly string[]
  readonly results: readonly { readonly code: string }[]
  readonly components: readonly { readonly group: string; readonly name: string }[]
  readonly steps: string
}

function nationalRow(code: string): NationalRow {
  const rows: NationalRow[] = JSON.parse(readFileSync(file, 'utf8'))
  const row = rows.find((each) => each.code === code)
  assert.ok(row, `no row ${code}`)
  return row
}

test('birth registration names the decision, the area, the result and the paper groups of the published row', { skip }, () => {
  const row = nationalRow(birthRegistration.code)
  assert.equal(birthRegistration.basis, row.decision)
  assert.equal(birthRegistration.area, row.field)
  assert.deepEqual(
    birthRegistration.results.map(({ code }) => code),
    row.results.map(({ code }) => code),
  )
  const groups = new Set(row.components.map(({ group }) => group))
  for (const { id, group } of birthRegistration.components) assert.ok(groups.has(group), `${id}: no group ${group}`)
  const cited = new Set(birthRegistration.legal)
  assert.deepEqual(
    row.legal.filter((law) => !cited.has(law)),
    [],
  )
})

/** Every text of ten words or more that a definition says in Vietnamese. */
function sentencesIn(value: unknown): string[] {
  if (typeof value === 'string') return value.split(' ').length >= 10 ? [value] : []
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(sentencesIn) : []
}

function isName(text: string, name: string): boolean {
  return name
    .toLowerCase()
    .replace(/^thủ tục /, '')
    .includes(text.toLowerCase())
}

test('no procedure copies a sentence of the published row: ten words in a row are its own', { skip }, () => {
  // A part of a life event bears the code of the whole with a suffix of ours: no row is published for it.
  for (const procedure of catalogue.filter(({ code }) => /^\d\.\d{6}$/.test(code))) {
    const row = nationalRow(procedure.code)
    const published = [row.steps, ...row.components.map(({ name }) => name)].join(' ').toLowerCase().replace(/\s+/g, ' ')
    const { results: _templates, forms: _named, components, ...rest } = procedure
    // Names of procedures and of papers are facts, however long.
    const said = { ...rest, components: components.map(({ name: _name, ...one }) => one) }
    for (const sentence of sentencesIn(said).filter((one) => !isName(one, row.name))) {
      const spoken = sentence.toLowerCase().split(/\s+/)
      for (let i = 0; i + 10 <= spoken.length; i += 1) {
        const ten = spoken.slice(i, i + 10).join(' ')
        assert.ok(!published.includes(ten), `${procedure.code}: ${ten}`)
      }
    }
  }
})
