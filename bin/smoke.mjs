import { becomeTypescript } from './become.mjs'
import { setUp } from './setup.mjs'

await setUp()
becomeTypescript('test/smoke/main.ts', process.argv.slice(2))
