import assert from 'node:assert/strict'
import { readFile } from 'node:fs/promises'
import { test } from 'node:test'
import { productFlags } from './product.ts'

test('the bench starts the product with the flags of the launcher', async () => {
  const launcher = await readFile(new URL('../bin/start.mjs', import.meta.url), 'utf8')
  const [, flags] = /^become\(\[(.*?), join\(/m.exec(launcher) ?? []
  assert.equal(flags, productFlags.map((flag) => `'${flag}'`).join(', '))
})
