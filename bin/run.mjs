/** Runs one of the project's own programs, given by its path: `node bin/run.mjs bench/main.ts --json`. */
import { becomeTypescript } from './become.mjs'
import { setUp } from './setup.mjs'

const [entry, ...args] = process.argv.slice(2)
if (entry === undefined) {
  console.error('node bin/run.mjs <tệp.ts> [tham số]')
  process.exit(2)
}
await setUp()
becomeTypescript(entry, args)
