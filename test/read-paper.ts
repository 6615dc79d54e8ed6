import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What a reader and a signature checker of others make of an issued paper: its text, and how many signatures stand and hold. */
export async function readPaper(pdf: Uint8Array): Promise<{ text: string; valid: number; signatures: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'lt-paper-'))
  try {
    const file = join(folder, 'paper.pdf')
    await writeFile(file, pdf)
    const [text, signatures] = await Promise.all([run('pdftotext', ['-layout', file, '-']), run('pdfsig', ['-nocert', file])])
    const count = (pattern: RegExp) => signatures.stdout.match(pattern)?.length ?? 0
    return { text: text.stdout.replace(/\s+/g, ' '), valid: count(/Signature is Valid/g), signatures: count(/^Signature #/gm) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
