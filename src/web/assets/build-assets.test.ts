import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { buildAssets } from './build-assets.ts'
import { readAssets } from './manifest.ts'

test('a first visit stays light, and every file is found by its plain name', async (t) => {
  const out = await mkdtemp(join(tmpdir(), 'lien-thong-public-'))
  t.after(() => rm(out, { recursive: true, force: true }))
  const manifest = await buildAssets({ root: join(import.meta.dirname, '../../..'), out })
  const size = async (name: string, ending = '.gz') => (await stat(join(out, `${manifest[name]}${ending}`))).size

  const fonts = (await readdir(out)).filter((name) => name.endsWith('.woff2'))
  const fontBytes = await Promise.all(fonts.map(async (name) => (await stat(join(out, name))).size))
  assert.ok(fontBytes.reduce((sum, bytes) => sum + bytes, 0) <= 70_000, 'fonts weigh at most 70 kB')
  assert.ok((await size('page.js')) <= 12_000, 'the script weighs at most 12 kB')
  // The whole first visit may be 60 kB; a page itself takes up to 20.
  assert.ok((await size('portal.css')) + (await size('page.js')) + (await size('icons.svg')) + (await size('mark.svg')) <= 40_000)

  const assets = readAssets(out)
  assert.match(assets('portal.css'), /^\/public\/portal\.[0-9a-f]{10}\.css$/)
  assert.throws(() => assets('gone.css'), /no built file "gone.css"/)
  const css = await readFile(join(out, manifest['portal.css'] ?? ''), 'utf8')
  for (const [, file] of css.matchAll(/url\(([^")]+\.woff2)\)/g)) assert.ok(fonts.includes(file ?? ''), `${file} exists`)
})
