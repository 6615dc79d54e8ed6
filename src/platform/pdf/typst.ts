import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { isMainThread } from 'node:worker_threads'
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler'
import { prelude } from './prelude.ts'

/** The template cannot be set; the message holds what Typst said. */
export class PaperError extends Error {
  override name = 'PaperError'
}

/** White space that a template keeps free, in points from the upper left corner of its page (counted from 1). */
export type Slot = { id: string; page: number; x: number; y: number; w: number; h: number }

export type PaperRequest = {
  /** Typst source. The prelude gives it `data`, `slot(id, w, h)`, `qr(svg, size)`, `tick(on)`, A4 and Tinos 13 pt. */
  template: string
  data: unknown
  /** Images and the like, by the name under which the template reads them. */
  files?: Readonly<Record<string, Uint8Array | string>>
  /** Instant of creation. */
  now: string
}
export type Paper = { pdf: Uint8Array; slots: Slot[] }

const faces = [
  '400Regular/Tinos_400Regular',
  '400Regular_Italic/Tinos_400Regular_Italic',
  '700Bold/Tinos_700Bold',
  '700Bold_Italic/Tinos_700Bold_Italic',
]
/** A folder that does not exist: templates read nothing but the files they are given. */
const workspace = join(tmpdir(), 'lien-thong-no-such-folder')
let compiler: NodeCompiler | undefined
let rounds = 0
const roundsToTidy = 10

/** Made once a process: reading the fonts takes longer than a paper. */
function theCompiler(): NodeCompiler {
  if (compiler) return compiler
  const at = createRequire(import.meta.url)
  const fontBlobs = faces.map((face) => readFileSync(at.resolve(`@expo-google-fonts/tinos/${face}.ttf`)))
  compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace })
  return compiler
}

/** Sets a paper as PDF/A-2b, tagged; the same request gives the same bytes. Throws PaperError. */
export function renderPaper({ template, data, files = {}, now }: PaperRequest): Paper {
  return compiled(`${prelude}${template}`, data, files, (typst, made) => ({
    pdf: new Uint8Array(typst.pdf(made, { pdfStandard: 'a-2b', creationTimestamp: seconds(now) })),
    slots: typst.query(made, { selector: '<slot>', field: 'value' }),
  }))
}

export type BlockRequest = PaperRequest & { width: number; height: number }

/** Sets a small untagged page of the given size in points, to be laid over a reserved place. Throws PaperError. */
export function renderBlock({ template, data, files = {}, width, height, now }: BlockRequest): Uint8Array {
  const page = `${prelude}#set page(width: ${width}pt, height: ${height}pt, margin: 0pt, fill: none)\n`
  return compiled(`${page}${template}`, data, files, (typst, made) => {
    if (made.numOfPages !== 1) throw new PaperError('the block does not fit its place')
    return new Uint8Array(typst.pdf(made, { pdfStandard: 'a-2b', pdfTags: false, creationTimestamp: seconds(now) }))
  })
}

type Made = NonNullable<ReturnType<NodeCompiler['compile']>['result']>

function compiled<T>(
  source: string,
  data: unknown,
  files: Readonly<Record<string, Uint8Array | string>>,
  use: (typst: NodeCompiler, made: Made) => T,
): T {
  const typst = theCompiler()
  const paths = Object.entries(files).map(([name, content]) => {
    const path = join(workspace, name)
    typst.mapShadow(path, Buffer.from(content))
    return path
  })
  try {
    const outcome = typst.compile({ mainFileContent: source, inputs: { data: JSON.stringify(data) } })
    const made = outcome.result
    if (!made) throw new PaperError(reason(typst, outcome.takeError()))
    return use(typst, made)
  } catch (error) {
    throw error instanceof PaperError ? error : new PaperError(error instanceof Error ? error.message : String(error))
  } finally {
    for (const path of paths) typst.unmapShadow(path)
    if (++rounds % roundsToTidy === 0) tidy(typst)
  }
}

let collect: (() => void) | undefined

/**
 * Lets go of what old papers hold. A set paper is half a megabyte outside of JavaScript's sight: a thread that makes nothing else would
 * collect no rubbish until a thousand of them lie about. The thread of the pages collects by itself often enough, and must not stand still.
 */
function tidy(typst: NodeCompiler): void {
  typst.evictCache(1)
  if (isMainThread) return
  if (collect === undefined) {
    setFlagsFromString('--expose-gc')
    collect = runInNewContext('gc') as () => void
  }
  collect()
}

function reason(typst: NodeCompiler, error: NodeError | null): string {
  if (!error) return 'unknown'
  const found: unknown[] = typst.fetchDiagnostics(error)
  return found.map((one) => (typeof one === 'object' && one !== null && 'message' in one ? String(one.message) : String(one))).join('; ')
}

const seconds = (instant: string): number => Math.floor(Date.parse(instant) / 1000)
