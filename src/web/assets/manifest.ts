import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Where the server serves the folder of built files. */
export const publicPath = '/public/'

/** The address of a built file by its logical name: `assets('portal.css')` is `/public/portal.3fa9c1d2.css`. Throws for an unknown name. */
export type Assets = (name: string) => string

/** Reads the manifest that the build left in `folder`; asked once, at start. */
export function readAssets(folder: string, prefix = publicPath): Assets {
  const manifest: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  const files = new Map(Object.entries(manifest as Record<string, string>))
  return (name) => {
    const file = files.get(name)
    if (file === undefined) throw new Error(`no built file "${name}"`)
    return prefix + file
  }
}
