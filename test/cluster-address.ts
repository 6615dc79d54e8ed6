import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** One keeper for each user and working copy. */
export const keeperName = `lien-thong-test-${process.getuid?.() ?? 0}-${createHash('sha256')
  .update(import.meta.url)
  .digest('hex')
  .slice(0, 12)}`

/** On Linux an abstract socket: taking it is atomic, and the kernel frees it with its process. */
export const keeperAddress = {
  path:
    process.platform === 'linux'
      ? `\0${keeperName}`
      : process.platform === 'win32'
        ? `\\\\.\\pipe\\${keeperName}`
        : join(tmpdir(), `${keeperName}.sock`),
}
