import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { walkAndLeave } from './leave.ts'
import { Stuck } from './walker.ts'

/** The whole walk ends within a minute, whatever it waits for. */
const wholeWalkMs = 58_000

const { values } = parseArgs({ options: { url: { type: 'string' }, out: { type: 'string' } } })
if (values.url === undefined || values.out === undefined) {
  console.error('npm run smoke -- --url http://localhost:3000 --out THƯ-MỤC')
  process.exit(2)
}
const out = resolve(values.out)
const begun = performance.now()
const gone = () => performance.now() - begun
const say = (line: string) => console.log(`${(gone() / 1000).toFixed(1)} s  ${line}`)

try {
  const steps = await walkAndLeave({ url: values.url, out, people: new Map(), left: () => wholeWalkMs - gone(), say })
  console.log(`Đạt: ${steps} bước, ${out}`)
} catch (error) {
  console.error(error instanceof Stuck ? `Không đi tiếp được sau ${(gone() / 1000).toFixed(1)} s: ${error.message}` : error)
  process.exitCode = 1
}
