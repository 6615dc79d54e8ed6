import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'

const source = resolve(import.meta.dirname, '../..')
const files = globSync(['**/words.ts', '**/words/*.ts', '**/*.words.ts'], { cwd: source }).filter((file) => !file.endsWith('.test.ts'))

// Letters that English has not: a text with them that is the same in both languages was not translated.
const vietnamese = /[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]/i

function isCatalogue(value: unknown): value is { all: Record<string, { vi: string; en: string }> } {
  return typeof value === 'function' && 'all' in value
}

for (const file of files) {
  test(`${file}: every message stands in Vietnamese and in English`, async () => {
    const catalogues = Object.values(await import(pathToFileURL(resolve(source, file)).href)).filter(isCatalogue)
    for (const { all } of catalogues) {
      for (const [key, { vi, en }] of Object.entries(all)) {
        assert.ok(vi.trim() && en.trim(), `${key}: a language is missing`)
        assert.ok(vi !== en || !vietnamese.test(en), `${key}: not translated`)
      }
    }
  })
}

test('no catalogue lies where the walk does not look', () => {
  const callers = globSync('**/*.{ts,tsx}', { cwd: source }).filter((file) => {
    return (
      !/\.test\.tsx?$/.test(file) &&
      !file.startsWith('platform/i18n/') &&
      /\bmessages\(\{/.test(readFileSync(resolve(source, file), 'utf8'))
    )
  })
  assert.deepEqual(
    callers.filter((file) => !files.includes(file)),
    [],
    'catalogues live in words.ts, words/*.ts or *.words.ts',
  )
})
