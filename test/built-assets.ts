import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, before } from 'node:test'
import { buildAssets } from '../src/web/assets/build-assets.ts'

/**
 * Builds what browsers fetch, once for a test file, from the sources as they stand; the folder goes when the file is done.
 * Call at the top of the file; ask for the folder inside a test.
 */
export function builtAssets(): () => string {
  let folder: string | undefined
  before(async () => {
    folder = await mkdtemp(join(tmpdir(), 'lien-thong-public-'))
    await buildAssets({ root: join(import.meta.dirname, '..'), out: folder })
  })
  after(async () => {
    if (folder !== undefined) await rm(folder, { recursive: true, force: true })
  })
  return () => {
    if (folder === undefined) throw new Error('the built files are there only inside a test')
    return folder
  }
}
