import { createHash, randomBytes } from 'node:crypto'
import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { tinyPdf } from '../tiny-files.ts'
import { type Journey, type People, walkJourney } from './journey.ts'
import type { Brought, Step } from './walker.ts'

/** A paper as somebody photographs it: new bytes and a new name each time. */
export function newUpload(): Brought {
  const lines = ['GIẤY CHỨNG SINH (MẪU)', `Mã lần chạy ${randomBytes(6).toString('hex')}`]
  return {
    field: 'clinicNote',
    name: `giay-chung-sinh-${randomBytes(3).toString('hex')}.pdf`,
    type: 'application/pdf',
    bytes: tinyPdf({ lines }),
  }
}

export type Walk = { url: string; out: string; people: People; left: Journey['left']; say: Journey['say'] }

/**
 * Walks, and leaves receipt.pdf, result.pdf, root.crt, about.json and timeline.json in a folder; the timeline also where the walk got stuck.
 * @returns how many steps it took
 */
export async function walkAndLeave({ url, out, people, left, say }: Walk): Promise<number> {
  const timeline: Step[] = []
  const file = newUpload()
  await mkdir(out, { recursive: true })
  try {
    const found = await walkJourney({ base: url.replace(/\/$/, ''), timeline, people, file, left, say })
    const sha256 = createHash('sha256').update(file.bytes).digest('hex')
    const about = { code: found.code, child: found.child, uploads: [{ name: file.name, size: file.bytes.length, sha256 }] }
    await Promise.all([
      writeFile(join(out, 'receipt.pdf'), found.receipt),
      writeFile(join(out, 'result.pdf'), found.result),
      writeFile(join(out, 'root.crt'), found.root),
      writeFile(join(out, 'about.json'), `${JSON.stringify(about, null, 2)}\n`),
    ])
    say(`/xac-minh: ${found.verdict}`)
    return timeline.length
  } finally {
    await writeFile(join(out, 'timeline.json'), `${JSON.stringify(timeline, null, 2)}\n`)
  }
}
