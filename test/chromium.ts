import { execFile } from 'node:child_process'
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, chromium, type LaunchOptions } from 'playwright-core'

const root = join(import.meta.dirname, '..')

/**
 * Starts a headless Chromium. On Linux x64 it is the one that came from npm and carries its own libraries and fonts, so nothing of the
 * machine is needed; elsewhere an installed Chrome is taken. The caller closes it.
 */
export async function launchChromium(): Promise<Browser> {
  // The pages are our own, and the sandbox of Chromium needs rights that root and most containers do not have.
  const options: LaunchOptions = { chromiumSandbox: false, args: ['--disable-gpu', '--font-render-hinting=none'], timeout: 30_000 }
  if (process.platform !== 'linux' || process.arch !== 'x64') return chromium.launch({ ...options, channel: 'chrome' })
  const folder = await unpacked()
  const env = { ...process.env, LD_LIBRARY_PATH: join(folder, 'al2023', 'lib'), FONTCONFIG_FILE: join(folder, 'fonts.conf') }
  return chromium.launch({ ...options, executablePath: join(folder, 'chromium'), env })
}

/** The folder with the unpacked browser, made at the first call on a machine (about two seconds, 200 MB). */
async function unpacked(): Promise<string> {
  const packageFile = createRequire(import.meta.url)
    .resolve('@sparticuz/chromium')
    .replace(/build\/index\.js$/, 'package.json')
  const { version } = (await import(packageFile, { with: { type: 'json' } })).default as { version: string }
  const folder = join(root, 'node_modules', '.cache', `chromium-${version}`)
  if (await exists(folder)) return folder
  await mkdir(dirname(folder), { recursive: true })
  const staging = await mkdtemp(`${folder}-`)
  try {
    await inflateInto(staging, dirname(packageFile))
    await writeFile(join(staging, 'fonts.conf'), fontsConf(folder))
    // Test processes may arrive here together: each unpacks its own copy, the first rename wins, the others throw theirs away.
    await rename(staging, folder).catch(async (error) => {
      if (!(await exists(folder))) throw error
    })
  } finally {
    await rm(staging, { recursive: true, force: true })
  }
  return folder
}

/** The package unpacks into the temporary folder of its process, so it gets a process of its own with that folder set. */
async function inflateInto(folder: string, packageFolder: string): Promise<void> {
  const archives = ['chromium.br', 'al2023.tar.br', 'fonts.tar.br'].map((name) => join(packageFolder, 'bin', name))
  const program = `import { inflate } from '@sparticuz/chromium'; await Promise.all(${JSON.stringify(archives)}.map((file) => inflate(file)))`
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', program], {
    cwd: root,
    env: { ...process.env, TMPDIR: folder },
    timeout: 60_000,
  })
}

const fontsConf = (folder: string) => `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><dir>${join(folder, 'fonts')}</dir><cachedir>${join(folder, 'fonts-cache')}</cachedir></fontconfig>
`

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
