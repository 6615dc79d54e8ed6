import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { productNode, root } from './install.mjs'

const output = join(root, 'build')

/** Makes build/ from src/: the program, the command line and the web's files; each only when what it is made of has changed. */
export async function build() {
  await mkdir(output, { recursive: true })
  await whenChanged('server', ['src', 'package.json', 'tsconfig.json'], 'main.mjs', bundleServer)
  if (!existsSync(join(root, 'src/web/assets/build.ts'))) return
  await bundle([{ in: 'src/web/assets/build.ts', out: 'assets' }])
  const sources = ['build/assets.mjs', 'src/web/styles', 'src/web/islands', 'package-lock.json']
  await whenChanged('assets', sources, 'public/manifest.json', makeAssets)
}

async function whenChanged(name, sources, result, make) {
  const note = join(output, `.${name}-made-of`)
  const now = await hashOf(sources)
  if (existsSync(join(output, result)) && (await readFile(note, 'utf8').catch(() => '')) === now) return
  await make()
  await writeFile(note, now)
}

async function hashOf(sources) {
  const hash = createHash('sha256').update(await readFile(new URL(import.meta.url)))
  for (const source of sources) {
    for (const file of await filesBelow(source)) {
      const bytes = await readFile(join(root, file))
      hash.update(`${file}\0${bytes.length}\0`).update(bytes)
    }
  }
  return hash.digest('hex')
}

/** Tests are not part of the product: changing one rebuilds nothing. */
async function filesBelow(source) {
  const entries = await readdir(join(root, source), { withFileTypes: true, recursive: true }).catch(() => undefined)
  if (entries === undefined) return [source]
  const files = entries.filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
  return files.map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1)).sort()
}

async function bundleServer() {
  const entries = { main: 'src/main.ts', cli: 'src/cli.ts', 'signing-worker': 'src/modules/signing/worker.ts' }
  const present = Object.entries(entries).filter(([, file]) => existsSync(join(root, file)))
  await bundle(present.map(([out, file]) => ({ in: file, out })))
}

/** The web's files are made by a program of ours that runs once, on the product's Node. */
async function makeAssets() {
  const child = spawn(productNode(), ['--enable-source-maps', join(output, 'assets.mjs')], { cwd: root, stdio: ['ignore', 2, 2] })
  const code = await new Promise((done, fail) => child.once('error', fail).once('exit', (status, signal) => done(signal ?? status)))
  if (code !== 0) throw new Error(`Không làm được các tệp của trang web (mã ${code}).`)
}

async function bundle(entryPoints) {
  const esbuild = await import('esbuild')
  await esbuild.build({
    entryPoints,
    absWorkingDir: root,
    outdir: output,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    packages: 'external',
    platform: 'node',
    target: 'node24',
    format: 'esm',
    jsx: 'automatic',
    jsxImportSource: 'preact',
    sourcemap: 'linked',
    logLevel: 'warning',
  })
}
