import { createHash } from 'node:crypto'
import { mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { basename, join, parse } from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, gzip } from 'node:zlib'
import { build } from 'esbuild'
import { compile } from 'sass'
import { icons } from '../components/icons.ts'
import { type FontFile, makeFonts } from './fonts.ts'

type Made = { name: string; bytes: Buffer }

/**
 * Makes everything a browser fetches and writes it to `out`: style sheets, fonts, islands, icon sprite, and `manifest.json`, which maps
 * the logical name of each (`portal.css`) to its file (`portal.3fa9c1d2.css`). Names change with content, so files may be cached for ever.
 * Texts also stand there compressed (`.br`, `.gz`). `root` is the repository's folder.
 */
export async function buildAssets({ root, out }: { root: string; out: string }): Promise<Record<string, string>> {
  await rm(out, { recursive: true, force: true })
  await mkdir(out, { recursive: true })
  const fonts = await makeFonts(root)
  const made = [...fonts, ...styles(root, fonts), ...(await islands(root)), sprite(), mark()]
  await Promise.all(made.map((file) => put(out, file)))
  const manifest = Object.fromEntries(made.map((file) => [file.name, hashedName(file)]))
  await writeFile(join(out, 'manifest.json'), JSON.stringify(manifest, null, 2))
  return manifest
}

/** One style sheet for each audience, with its fonts; and one that only the page of all parts needs beside the portal's. */
function styles(root: string, fonts: FontFile[]): Made[] {
  const faces = fonts.map((font) => font.face(hashedName(font))).join('')
  return Object.entries({ portal: faces, office: faces, 'style-sheet': '' }).map(([name, before]) => {
    const { css } = compile(join(root, 'src/web/styles', `${name}.scss`), { loadPaths: [root], style: 'compressed', quietDeps: true })
    return { name: `${name}.css`, bytes: Buffer.from(before + css.replace(/^\uFEFF|@charset "UTF-8";/, '')) }
  })
}

/** Each file in `src/web/islands` becomes one module of its own; what two of them share is repeated, since a page takes one. */
async function islands(root: string): Promise<Made[]> {
  const folder = join(root, 'src/web/islands')
  const entries = (await readdir(folder)).filter((name) => /\.ts$/.test(name) && !/\.test\.ts$/.test(name))
  const { outputFiles } = await build({
    entryPoints: entries.map((name) => join(folder, name)),
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2020',
    charset: 'utf8',
    outdir: 'islands',
  })
  return outputFiles.map(({ path, contents }) => ({ name: basename(path), bytes: Buffer.from(contents) }))
}

function sprite(): Made {
  const symbols = Object.entries(icons).map(([name, strokes]) => `<symbol id="${name}" viewBox="0 0 24 24">${strokes}</symbol>`)
  return { name: 'icons.svg', bytes: Buffer.from(`<svg xmlns="http://www.w3.org/2000/svg">${symbols.join('')}</svg>`) }
}

/** The mark in the colour of lacquer, for the browser's tab. */
function mark(): Made {
  const loops = 'M36 15a9 9 0 0 1 0 18H18.6M12 33a9 9 0 0 1 0-18h17.4M15 12a9 9 0 0 1 18 0v17.4M33 36a9 9 0 0 1-18 0V18.6'
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48" fill="none" stroke="#8a1c16" stroke-width="3.6"><path d="${loops}"/></svg>`
  return { name: 'mark.svg', bytes: Buffer.from(svg) }
}

async function put(out: string, file: Made): Promise<void> {
  const path = join(out, hashedName(file))
  await writeFile(path, file.bytes)
  if (parse(path).ext === '.woff2') return
  await writeFile(`${path}.br`, await promisify(brotliCompress)(file.bytes))
  await writeFile(`${path}.gz`, await promisify(gzip)(file.bytes, { level: 9 }))
}

function hashedName({ name, bytes }: Made): string {
  const { name: stem, ext } = parse(name)
  return `${stem}.${createHash('sha256').update(bytes).digest('hex').slice(0, 10)}${ext}`
}
