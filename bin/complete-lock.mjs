/**
 * Completes package-lock.json after `npm install`: a registry mirror may lack the builds of a package for other systems, npm then leaves
 * them out of the lock, and `npm ci` refuses it everywhere. Adds them by name and exact version; npm skips what is for another system.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from './install.mjs'

const file = join(root, 'package-lock.json')
const lock = JSON.parse(await readFile(file, 'utf8'))
const missing = Object.entries(lock.packages).flatMap(([place, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(place, name))
    .map(([name, version]) => [`node_modules/${name}`, entryFor(name, version, entry)]),
)
const packages = [...Object.entries(lock.packages), ...missing].sort(([a], [b]) => a.localeCompare(b, 'en'))
await writeFile(file, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`)
console.log(`package-lock.json: thêm ${missing.length} gói cho hệ điều hành khác.`)

/** As Node looks packages up: beside, then in every folder above. */
function isLocked(place, name) {
  if (`${place === '' ? '' : `${place}/`}node_modules/${name}` in lock.packages) return true
  const above = place.lastIndexOf('node_modules/')
  return above >= 0 && isLocked(place.slice(0, Math.max(above - 1, 0)), name)
}

function entryFor(name, version, parent) {
  if (!/^\d+\.\d+\.\d+/.test(version)) throw new Error(`${name}: cần phiên bản chính xác, không phải ${version}`)
  const words = name.split(/[/-]/)
  const os = words.find((word) => ['android', 'darwin', 'linux', 'win32', 'freebsd'].includes(word))
  const cpu = words.find((word) => ['x64', 'arm64', 'arm', 'ia32', 'riscv64', 's390x', 'ppc64'].includes(word))
  if (os === undefined || cpu === undefined) throw new Error(`${name}: không đọc được hệ điều hành và bộ xử lý từ tên gói`)
  const libc = words.includes('musl') ? { libc: ['musl'] } : words.some((word) => word.startsWith('gnu')) ? { libc: ['glibc'] } : {}
  return { version, cpu: [cpu], ...(parent.dev ? { dev: true } : {}), ...libc, optional: true, os: [os] }
}
