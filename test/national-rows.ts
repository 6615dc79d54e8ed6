import { readFileSync } from 'node:fs'
import { type NationalRow, readNationalRow } from '#modules/procedures'
import { reference } from './reference-data.ts'

const file = reference('procedures_commune_detail.json')

/** Why tests over the real rows are left out, where the reference data is not at hand. */
export const noNationalRows = file.skip

/** The 588 rows of communes as the national catalogue publishes them; none where the reference data is not at hand. */
export function rawNationalRows(): unknown[] {
  const rows: unknown = file.skip === false ? JSON.parse(readFileSync(file.path, 'utf8')) : []
  return Array.isArray(rows) ? rows : []
}

/** The same, read as the importer reads them. @throws for a row that it refuses */
export function nationalRows(): NationalRow[] {
  return rawNationalRows().map((raw) => {
    const read = readNationalRow(raw)
    if (!read.ok) throw new Error(JSON.stringify(read.problems[0]))
    return read.row
  })
}
