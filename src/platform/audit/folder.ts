import { randomBytes } from 'node:crypto'
import { link, mkdir, open, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Checkpoint, fingerprint, publicKeyOf, readBody } from './checkpoint.ts'

/** A checkpoint of this number lies there already and says something else: the database was put back, or somebody wrote there. */
export class CheckpointConflict extends Error {
  constructor(no: number) {
    super(`checkpoint ${no} lies outside already, with another content`)
    this.name = 'CheckpointConflict'
  }
}

const shape = /^checkpoint-(\d{12})\.json$/

function fileName(no: number): string {
  return `checkpoint-${String(no).padStart(12, '0')}.json`
}

/**
 * Writes a checkpoint and the public key beside it; complete or not at all, and never over another.
 * @throws CheckpointConflict
 */
export async function exportCheckpoint(folder: string, no: number, checkpoint: Checkpoint): Promise<void> {
  await mkdir(folder, { recursive: true })
  const key = Buffer.from(readBody(checkpoint.body).key, 'base64')
  const pem = publicKeyOf(key).export({ format: 'pem', type: 'spki' }).toString()
  await writeOnce(folder, `khoa-${fingerprint(key)}.pem`, pem)
  const text = asText(checkpoint)
  if (!(await writeOnce(folder, fileName(no), text))) {
    const there = parse(await readFile(join(folder, fileName(no)), 'utf8'))
    // A token made anew differs; what is signed must not.
    if (there?.body !== checkpoint.body || there.signature !== checkpoint.signature) throw new CheckpointConflict(no)
  }
}

/** A head a line, so that ordinary tools find a case in it. */
function asText({ heads, ...rest }: Checkpoint): string {
  const head = JSON.stringify(rest, null, 1).slice(0, -2)
  return `${head},\n "heads": [\n${heads.map((one) => `  ${JSON.stringify(one)}`).join(',\n')}\n ]\n}\n`
}

/** False when a file of this name is there already. */
async function writeOnce(folder: string, name: string, text: string): Promise<boolean> {
  const draft = join(folder, `.${name}.${randomBytes(6).toString('hex')}`)
  try {
    const handle = await open(draft, 'wx', 0o644)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await link(draft, join(folder, name))
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  } finally {
    await rm(draft, { force: true })
  }
}

/** What lies in a folder, in the order of the numbers; `checkpoint` is undefined where a file is not one. No folder: nothing lies there. */
export async function* readCheckpoints(folder: string): AsyncGenerator<{ no: number; checkpoint: Checkpoint | undefined }> {
  const names = (await readdir(folder).catch(noFolder)).filter((name) => shape.test(name)).sort()
  for (const name of names) {
    const no = Number(shape.exec(name)?.[1])
    yield { no, checkpoint: parse(await readFile(join(folder, name), 'utf8')) }
  }
}

function noFolder(error: unknown): string[] {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return []
  throw error
}

function parse(text: string): Checkpoint | undefined {
  try {
    const read: unknown = JSON.parse(text)
    if (!isCheckpoint(read)) return undefined
    readBody(read.body)
    return read
  } catch {
    return undefined
  }
}

function isCheckpoint(read: unknown): read is Checkpoint {
  const named = read as Partial<Record<keyof Checkpoint, unknown>> | null
  const texts = [named?.body, named?.signature]
  return texts.every((text) => typeof text === 'string') && Array.isArray(named?.heads) && named.heads.every(isHead)
}

function isHead(head: unknown): boolean {
  return Array.isArray(head) && typeof head[0] === 'string' && Number.isInteger(head[1]) && typeof head[2] === 'string'
}
