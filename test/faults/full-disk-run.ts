import { randomBytes } from 'node:crypto'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore, folderShelf, StorageProblem } from '#platform/files'
import { Keyring, newDataKey } from '#platform/keys'

// A program of its own for full-disk.test.ts: fills the folder it is given, and says what happened.
const root = process.argv[2] ?? ''
const store = new FileStore(await folderShelf(root), new Keyring([newDataKey(1, 'file')]))
await store.put('ab/first', [randomBytes(100_000)])
const problem = await store.put('ab/second', [randomBytes(3_000_000)]).catch((error: unknown) => error)
const left = await readdir(join(root, '.unfinished'))
const whole = await store.measure('ab/first')
await rm(join(root, 'ab', 'first'))
const after = await store.put('ab/third', [randomBytes(100_000)])
process.stdout.write(
  JSON.stringify({ code: problem instanceof StorageProblem ? problem.code : String(problem), left, whole: whole.size, after: after.size }),
)
