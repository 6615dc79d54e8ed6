import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { test } from 'node:test'

test('every file is formatted and free of lint findings', () => {
  const check = spawnSync('node_modules/.bin/biome', ['check', '--error-on-warnings', '--colors=off', '.'], { encoding: 'utf8' })
  assert.equal(check.status, 0, `${check.stdout}${check.stderr}`)
})
