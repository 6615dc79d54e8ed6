import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'

/** The ways in which a text could lie readable: as UTF-8 and UTF-16, composed and decomposed, as hexadecimal and base64. */
function spellings(needle: string | Buffer): Buffer[] {
  if (typeof needle !== 'string') return [needle, Buffer.from(needle.toString('hex'))]
  const forms = [...new Set([needle.normalize('NFC'), needle.normalize('NFD')])]
  return forms.flatMap((form) => {
    const bytes = Buffer.from(form)
    return [bytes, Buffer.from(form, 'utf16le'), Buffer.from(bytes.toString('hex')), ...inBase64(bytes)]
  })
}

/** What of a text's base64 does not depend on its neighbours, for each of the three places it can begin at. */
function inBase64(bytes: Buffer): Buffer[] {
  return [0, 1, 2].flatMap((shift) => {
    const whole = Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .replace(/=+$/, '')
    const inner = whole.slice(shift === 0 ? 0 : shift + 1, -1)
    return inner.length < 8 ? [] : [Buffer.from(inner)]
  })
}

async function* filesBelow(folder: string): AsyncGenerator<string> {
  for (const entry of await readdir(folder, { withFileTypes: true })) {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) yield* filesBelow(path)
    else if (entry.isFile()) yield path
  }
}

/**
 * Reads every byte below a folder and throws when a needle – a name, a number, a part of a file – lies there readable.
 * Needles should be distinctive: at least six bytes.
 */
export async function assertNotReadable(folder: string, needles: readonly (string | Buffer)[]): Promise<{ files: number; bytes: number }> {
  const wanted = needles.map((needle) => ({ needle, spellings: spellings(needle) }))
  const longest = Math.max(...wanted.flatMap(({ spellings: all }) => all.map((one) => one.length)), 1)
  const read = { files: 0, bytes: 0 }
  for await (const path of filesBelow(folder)) {
    read.files += 1
    let held = Buffer.alloc(0)
    for await (const chunk of createReadStream(path, { highWaterMark: 1 << 20 })) {
      read.bytes += (chunk as Buffer).length
      held = Buffer.concat([held, chunk as Buffer])
      const found = wanted.find(({ spellings: all }) => all.some((one) => held.includes(one)))
      if (found !== undefined) throw new Error(`${String(found.needle)} lies readable in ${path}`)
      held = held.subarray(Math.max(0, held.length - longest))
    }
  }
  return read
}
