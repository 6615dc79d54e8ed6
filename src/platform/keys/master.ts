import { randomBytes } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { writeOnce } from './once.ts'

/** The master key file is missing, unreadable or not 32 bytes in base64. */
export class MasterKeyProblem extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'MasterKeyProblem'
  }
}

/** Reads the master key: 32 bytes, base64, in a file that only its owner should read. */
export async function loadMasterKey(file: string): Promise<Buffer> {
  const text = await readFile(file, 'utf8').catch(() => {
    throw new MasterKeyProblem(`không đọc được tệp khóa chính ${file}`)
  })
  const key = Buffer.from(text.trim(), 'base64')
  if (key.length !== 32) throw new MasterKeyProblem(`tệp khóa chính ${file} phải chứa 32 byte viết theo base64`)
  return key
}

/** Makes a master key file where none is; an existing one is never overwritten. For sample installs and tests. */
export async function newMasterKey(file: string): Promise<Buffer> {
  const key = randomBytes(32)
  return (await writeOnce(file, `${key.toString('base64')}\n`)) ? key : loadMasterKey(file)
}
