import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { test } from 'node:test'

const root = join(import.meta.dirname, '..')

/** What each module may use, as docs/ARCHITECTURE.md says. Adding an arrow is a decision. */
const modules: Readonly<Record<string, readonly string[]>> = {
  identity: [],
  rules: [],
  papers: ['identity'],
  directory: ['identity', 'rules'],
  notices: ['identity', 'directory'],
  procedures: ['rules', 'directory'],
  national: ['procedures'],
  statistics: ['procedures'],
  finding: ['procedures'],
  work: ['identity', 'directory'],
  signing: ['papers', 'directory', 'rules'],
  sharing: ['identity', 'directory', 'rules', 'papers'],
  editing: ['procedures', 'identity', 'national', 'rules'],
  dossiers: ['procedures', 'work', 'signing', 'papers', 'sharing', 'notices', 'directory', 'rules', 'identity'],
}

/** What the other parts of src/ may use besides themselves: layers, or single names. Tests beside the code are free. */
const layers: Readonly<Record<string, readonly string[]>> = {
  platform: ['#platform/*', '#schema'],
  modules: ['#platform/*'],
  catalogue: ['#modules/procedures'],
  sandbox: ['#platform/*'],
  // The sample province names its people as the played systems know them.
  sample: ['#platform/*', '#modules/*', '#sandbox'],
  web: ['#platform/*', '#modules/*'],
  // Where everything is put together.
  start: ['*'],
  cli: ['*'],
  'main.ts': ['*'],
  'cli.ts': ['*'],
  'sealed-columns.ts': ['*'],
  // What a program start is told from outside, and which of it is unsafe.
  'config.ts': ['#start'],
}

/** Files that ask the machine's clock themselves, and why the injected one does not serve. */
const clockwise: Readonly<Record<string, string>> = {
  'src/platform/clock/': 'the one clock of the program',
  'src/platform/id/': 'an id carries the time at which it is made, unless it is told another',
  'src/platform/files/s3.ts': 'a request to the store is signed with the hour at which it is sent',
  'src/sandbox/vneid/memory.ts': 'the provider it serves counts its codes and sessions by the machine’s clock',
  'src/platform/files/folder.ts': 'the age of what a killed process left is told by the file system',
}

type Import = { file: string; line: number; name: string }
const sources = filesBelow('src').filter((file) => /\.tsx?$/.test(file))
const product = sources.filter((file) => !/\.test\.tsx?$/.test(file))

function filesBelow(folder: string): string[] {
  return readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort()
}

const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

function importsOf(file: string): Import[] {
  const found = textOf(file).matchAll(/(?:^|[\s;])(?:from|import)\s*\(?\s*'([^']+)'/g)
  return [...found].map((one) => ({ file, line: textOf(file).slice(0, one.index).split('\n').length, name: one[1] ?? '' }))
}

/** The part to which a file belongs: `platform/db`, `modules/dossiers`, `web`. */
function partOf(file: string): string {
  const [, layer = '', part = ''] = file.split('/')
  return layer === 'platform' || layer === 'modules' ? `${layer}/${part}` : layer
}

/** The part to which an import leads, or undefined for a package and for Node itself. */
function targetOf({ file, name }: Import): string | undefined {
  if (name.startsWith('#')) return name.slice(1)
  return name.startsWith('.') ? partOf(relative(root, join(root, dirname(file), name))) : undefined
}

const told = ({ file, line, name }: Import) => `${file}:${line} ${name}`

test('imports point downhill: platform, modules, web, main; each part uses what its line allows', () => {
  const wrong = product.flatMap(importsOf).filter((one) => {
    const target = targetOf(one)
    const part = partOf(one.file)
    if (target === undefined || target === part) return false
    const [layer = '', name = ''] = part.split('/')
    const mayUse = [...(layers[layer] ?? []), ...(layer === 'modules' ? (modules[name] ?? []).map((each) => `#modules/${each}`) : [])]
    return !mayUse.some(
      (each) => each === '*' || each === `#${target}` || (each.endsWith('/*') && `#${target}`.startsWith(each.slice(0, -1))),
    )
  })
  assert.deepEqual(wrong.map(told), [])
})

test('every part of src is known here, and every module that the table names and has been written', () => {
  const parts = new Set(product.map((file) => partOf(file).split('/')[0]))
  assert.deepEqual(
    [...parts].filter((part) => part !== undefined && layers[part] === undefined),
    [],
  )
  const written = new Set(product.filter((file) => file.startsWith('src/modules/')).map((file) => file.split('/')[2]))
  assert.deepEqual(
    [...written].filter((name) => name === undefined || modules[name] === undefined),
    [],
  )
})

test('a part of platform and a module are reached through their face alone', () => {
  const inside = product.flatMap(importsOf).filter((one) => {
    const target = targetOf(one)
    const isPart = target?.startsWith('platform/') || target?.startsWith('modules/')
    return isPart === true && one.name.startsWith('.') && target !== partOf(one.file)
  })
  assert.deepEqual(inside.map(told), [])
})

test('modules do not run in circles', () => {
  const circles = Object.keys(modules).filter((start) => {
    const seen = new Set<string>()
    const walk = (name: string): boolean =>
      (modules[name] ?? []).some((next) => {
        const isNew = !seen.has(next)
        seen.add(next)
        return next === start || (isNew && walk(next))
      })
    return walk(start)
  })
  assert.deepEqual(circles, [])
})

test('only config.ts reads the environment', () => {
  assert.deepEqual(
    placesOf(/\bprocess\.env\b/).filter((place) => !/^src\/(config|main|cli)\.ts:/.test(place)),
    [],
  )
  // main and the command line hand the whole environment over and look at nothing in it.
  assert.deepEqual(placesOf(/\bprocess\.env[.[]/), [])
})

test('nobody reads the clock from the air', () => {
  const places = placesOf(/\bnew Date\(\)|\bDate\.now\b|\bperformance\.timeOrigin\b/)
  assert.deepEqual(
    places.filter((place) => !Object.keys(clockwise).some((allowed) => place.startsWith(allowed))),
    [],
  )
})

test('chance is taken where ids and keys are made: nothing is decided by Math.random', () => {
  assert.deepEqual(placesOf(/\bMath\.random\b/), [])
})

test('no setting of a session outlives its transaction: pages and modules set nothing', () => {
  const places = placesOf(/\bset session\b|['"`]set (?!local\b|constraints\b)[a-z_.]+ (=|to) /i)
  assert.deepEqual(
    places.filter((place) => /^src\/(modules|web)\//.test(place)),
    [],
  )
})

function placesOf(wanted: RegExp): string[] {
  return product.flatMap((file) =>
    textOf(file)
      .split('\n')
      .flatMap((line, index) => (wanted.test(line) && !/^\s*(\/\/|\*|\/\*)/.test(line) ? [`${file}:${index + 1}`] : [])),
  )
}

test('a file can be read in one sitting: at most 300 lines', () => {
  const all = [...sources, ...['test', 'bin', 'bench'].flatMap(present)].filter((file) => /\.(tsx?|mjs)$/.test(file))
  const long = all.map((file) => [file, textOf(file).split('\n').length - 1] as const).filter(([, lines]) => lines > 300)
  assert.deepEqual(long, [])
})

function present(folder: string): string[] {
  return readdirSync(root).includes(folder) ? filesBelow(folder) : []
}

test('what runs in the product stands under licences it may carry, and THIRD-PARTY.md is up to date', () => {
  const { status, stderr } = spawnSync(process.execPath, [join(root, 'bin/licences.mjs'), '--check'], {
    encoding: 'utf8',
    timeout: 120_000,
  })
  assert.equal(status, 0, stderr)
})
