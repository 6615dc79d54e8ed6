import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'

const source = resolve(import.meta.dirname, '../..')
const holdsMessages = (file: string) => /\bmessages\(\{/.test(readFileSync(resolve(source, file), 'utf8'))
const files = globSync('**/*.{ts,tsx}', { cwd: source }).filter((file) => !/\.test\.tsx?$/.test(file) && !file.startsWith('platform/i18n/'))

// `messages` refuses a catalogue in which anything is missing: to load every file that has one is to check them all.
for (const file of files.filter(holdsMessages)) {
  test(`${file}: every message stands in Vietnamese and in English`, async () => {
    assert.ok(await import(pathToFileURL(resolve(source, file)).href))
  })
}

test('the walk has files to walk', () => assert.ok(files.length > 0))
