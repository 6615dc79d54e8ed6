import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '..')
const folder = resolve(root, process.env.REFERENCE_DATA ?? '../shared/data')

/** A file of the reference data, and the reason to leave a test out where the data is not at hand. */
export function reference(name: string): { path: string; skip: string | false } {
  const path = join(folder, name)
  return { path, skip: existsSync(path) ? false : `reference data not here: ${name}` }
}
