import { execFile, spawnSync } from 'node:child_process'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { signedParts } from './signed-parts.ts'

const run = promisify(execFile)

/** What a walk says of itself: the child, the dossier, and every file that was uploaded. */
export type About = { code: string; child: string; uploads: { name: string; size: number; sha256: string }[] }

export const tools = ['pdfsig', 'pdftotext', 'qpdf', 'openssl', 'certutil'] as const

/** Tools that this machine lacks. */
export function missingTools(): string[] {
  return tools.filter((tool) => spawnSync(tool, ['-v']).error !== undefined)
}

/**
 * Checks what the smoke test left, with tools of other makers and the exported root alone.
 * @returns what was found, a line each
 * @throws Error naming the first thing that is wrong
 */
export async function checkLeft(dir: string): Promise<string[]> {
  const about = JSON.parse(await readFile(join(dir, 'about.json'), 'utf8')) as About
  const work = await mkdtemp(join(tmpdir(), 'lt-check-'))
  try {
    return [
      await textOfResult(join(dir, 'result.pdf'), about),
      await receiptLists(join(dir, 'receipt.pdf'), about),
      await isClean(join(dir, 'result.pdf')),
      ...(await signaturesHold(join(dir, 'result.pdf'), join(dir, 'root.crt'), work)),
      await pdfsigTrusts(join(dir, 'result.pdf'), join(dir, 'root.crt'), work),
    ]
  } finally {
    await rm(work, { recursive: true, force: true })
  }
}

/** Text as a reader sees it: composed letters, single spaces. */
async function textIn(pdf: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', pdf, '-'])
  return stdout.normalize('NFC').replace(/\s+/g, ' ')
}

function holds(claim: boolean, otherwise: string): asserts claim {
  if (!claim) throw new Error(otherwise)
}

async function textOfResult(pdf: string, { child }: About): Promise<string> {
  const text = await textIn(pdf)
  holds(text.toLocaleUpperCase('vi').includes(child.toLocaleUpperCase('vi')), `result.pdf does not name ${child}`)
  const [, register] = /Số: ?(\d+\/\d{4})/.exec(text) ?? []
  holds(register !== undefined, 'result.pdf has no register number')
  const [, number] = /Số định danh cá nhân: ?(\d{12})/.exec(text) ?? []
  holds(number !== undefined, 'result.pdf has no personal number')
  return `result.pdf: ${child}, register ${register}, personal number ${number}`
}

async function receiptLists(pdf: string, { uploads }: About): Promise<string> {
  const text = await textIn(pdf)
  const packed = text.replaceAll(' ', '')
  for (const { name, size, sha256 } of uploads) {
    holds(packed.includes(name), `receipt.pdf does not list ${name}`)
    holds(text.includes(`${size.toLocaleString('vi-VN')} byte`), `receipt.pdf does not tell that ${name} has ${size} bytes`)
    holds(packed.includes(sha256), `receipt.pdf does not list the SHA-256 of ${name}`)
  }
  return `receipt.pdf lists ${uploads.length} file with name, size and SHA-256 as it was sent`
}

async function isClean(pdf: string): Promise<string> {
  const { stdout } = await run('qpdf', ['--check', pdf])
  holds(/No syntax or stream encoding errors found/.test(stdout), `qpdf: ${stdout}`)
  return 'qpdf --check: clean'
}

async function signaturesHold(pdf: string, root: string, work: string): Promise<string[]> {
  const signatures = signedParts(await readFile(pdf))
  holds(signatures.length === 2, `result.pdf has ${signatures.length} signatures, not two`)
  const told: string[] = []
  for (const [index, { cms, covered, token, value }] of signatures.entries()) {
    const at = (name: string) => join(work, `${index}-${name}`)
    await Promise.all([
      writeFile(at('s.p7s'), cms),
      writeFile(at('covered'), covered),
      writeFile(at('token.der'), token),
      writeFile(at('value'), value),
    ])
    const content = ['-cades', '-binary', '-inform', 'DER', '-in', at('s.p7s'), '-content', at('covered'), '-out', at('out')]
    await run('openssl', ['cms', '-verify', ...content, '-CAfile', root, '-purpose', 'any'])
    const { stdout: chain } = await run('openssl', ['pkcs7', '-inform', 'DER', '-in', at('s.p7s'), '-print_certs'])
    await writeFile(at('chain.pem'), chain)
    const stamp = ['-data', at('value'), '-token_in', '-in', at('token.der'), '-CAfile', root, '-untrusted', at('chain.pem')]
    const { stdout } = await run('openssl', ['ts', '-verify', ...stamp])
    holds(/Verification: OK/.test(stdout), `openssl ts: ${stdout}`)
    told.push(`signature ${index + 1}: openssl cms -verify -cades accepts it, openssl ts its time-stamp`)
  }
  return told
}

async function pdfsigTrusts(pdf: string, root: string, work: string): Promise<string> {
  const nss = join(work, 'nss')
  await mkdir(nss)
  await run('certutil', ['-N', '-d', nss, '--empty-password'])
  await run('certutil', ['-A', '-d', nss, '-n', 'root', '-t', 'CT,C,C', '-i', root])
  const { stdout } = await run('pdfsig', ['-nssdir', nss, pdf])
  const count = (wanted: RegExp) => [...stdout.matchAll(wanted)].length
  holds(count(/Signature is Valid/g) === 2 && count(/Certificate is Trusted/g) === 2, `pdfsig: ${stdout}`)
  return 'pdfsig: two signatures, valid and trusted'
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const dir = process.argv[2]
  if (dir === undefined) throw new Error('check.ts FOLDER')
  const missing = missingTools()
  if (missing.length > 0) throw new Error(`this machine lacks ${missing.join(', ')}`)
  for (const line of await checkLeft(resolve(dir))) console.log(line)
}
