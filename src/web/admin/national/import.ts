import type { MultipartFile } from '@fastify/multipart'
import { namesOf } from '#modules/identity'
import {
  bringFile,
  type ColumnMap,
  type ColumnName,
  columnNames,
  columnsOfFile,
  confirmFile,
  importsOf,
  ListProblem,
  lookAtFile,
  mapColumns,
  missingColumns,
  sayFault,
} from '#modules/national'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import type { Id } from '#platform/id'
import { officeFrameOf } from '../../office/frame.ts'
import type { Services } from '../../services.ts'
import { asked, param, typedIn } from '../../typed.ts'
import { ColumnsPage } from './columns-page.tsx'
import { BringPage } from './import-page.tsx'
import { path } from './list.tsx'
import { countsIn, PreviewPage } from './preview-page.tsx'
import { words } from './words.ts'

const may = 'keep-catalogue'
const base = `${path}/nhap`

export function importRoutes(doors: Doors, services: Services): void {
  doors.get(base, { may }, async (req, reply) => reply.page(await bringPage(req, services)))
  // The key stands in the form before the file, and is claimed when the file lies there.
  doors.post(base, { may, streamed: true, keyless: true }, (req, reply) => bring(req, reply, services))
  doors.get(`${base}/:id`, { may }, (req, reply) => look(req, reply, services))
  doors.post(`${base}/:id/cot`, { may }, (req, reply) => choose(req, reply, services))
  doors.post(`${base}/:id`, { may }, (req, reply) => confirm(req, reply, services))
}

async function bringPage(req: Req, services: Services, problem?: string) {
  const [frame, past] = await Promise.all([officeFrameOf(req, services), importsOf(req.ctx)])
  const names = await namesOf(req.ctx, [...new Set(past.map(({ by }) => by))])
  return BringPage({ frame: { ...frame, path: base }, past, names, problem })
}

async function bring(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const again = async (problem: string) => reply.code(422).page(await bringPage(req, services, problem))
  try {
    const brought = await fileIn(req, services)
    return brought === undefined ? again(words(req.lang)('noFile')) : reply.redirect(`${base}/${brought}`, 303)
  } catch (error) {
    if (error instanceof ListProblem) return again(sayFault(error, req.lang))
    if (isTooBig(error)) return again(words(req.lang)('tooBig'))
    throw error
  }
}

function isTooBig(error: unknown): boolean {
  if (error instanceof Refusal) return error.status === 413
  return error instanceof Error && 'statusCode' in error && error.statusCode === 413
}

/** Reads the form that carries the list. @throws Refusal 403 for a form of another origin · 422 without a key */
async function fileIn(req: Req, services: Services): Promise<Id | undefined> {
  if (!req.isMultipart()) throw new Refusal(422, 'key-missing')
  const told: Record<string, string> = {}
  for await (const part of req.parts()) {
    if (part.type === 'field') {
      told[part.fieldname] = typeof part.value === 'string' ? part.value : ''
      continue
    }
    if (!req.isOurForm(req.headers['x-form-token'] ?? told._csrf)) throw new Refusal(403, 'form-token')
    if (part.filename === '') {
      part.file.resume()
      continue
    }
    return laidAside(req, services, part, told._key ?? '')
  }
  if (!req.isOurForm(req.headers['x-form-token'] ?? told._csrf)) throw new Refusal(403, 'form-token')
  return undefined
}

async function laidAside(req: Req, services: Services, { file, filename }: MultipartFile, formKey: string): Promise<Id> {
  if (formKey.length < 8 || formKey.length > 200) throw new Refusal(422, 'key-missing')
  const { id } = await bringFile(req.ctx, services.vault.store, { name: filename, bytes: file, formKey })
  return id
}

async function look(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const id = param(req, 'id')
  if (asked(req, 'cot') !== '') return columns(req, reply, services, undefined)
  try {
    const looked = await oneAtATime(() => lookAtFile(req.ctx, services.vault.store, id))
    if (!('comparison' in looked)) return columns(req, reply, services, undefined)
    const frame = { ...(await officeFrameOf(req, services)), path: `${base}/${id}` }
    return reply.page(PreviewPage({ frame, ...looked, stale: asked(req, 'lai') !== '' }))
  } catch (error) {
    if (!(error instanceof ListProblem)) throw error
    return reply.code(422).page(await bringPage(req, services, sayFault(error, req.lang)))
  }
}

// A list of fifty megabytes takes a few hundred of memory while it is compared: whoever comes then waits for his turn.
let turn: Promise<unknown> = Promise.resolve()

function oneAtATime<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work, work)
  turn = mine.catch(() => undefined)
  return mine
}

async function columns(req: Req, reply: Reply, services: Services, typed: ColumnMap | undefined): Promise<unknown> {
  const id = param(req, 'id')
  const found = await columnsOfFile(req.ctx, services.vault.store, id)
  if (found === undefined) return reply.redirect(`${base}/${id}`, 303)
  const missing: readonly ColumnName[] = typed === undefined ? [] : missingColumns(typed, found.headings)
  const frame = { ...(await officeFrameOf(req, services)), path: `${base}/${id}` }
  return reply.code(missing.length > 0 ? 422 : 200).page(ColumnsPage({ frame, ...found, map: typed ?? found.map, missing }))
}

async function choose(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const id = param(req, 'id')
  const typed = typedIn(req)
  const map: ColumnMap = Object.fromEntries(columnNames.flatMap((name) => (typed.raw(name) === '' ? [] : [[name, typed.raw(name)]])))
  const found = await columnsOfFile(req.ctx, services.vault.store, id)
  if (found !== undefined && missingColumns(map, found.headings).length > 0) return columns(req, reply, services, map)
  await mapColumns(req.ctx, id, map)
  return reply.redirect(`${base}/${id}`, 303)
}

async function confirm(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const id = param(req, 'id')
  try {
    const { counts } = await oneAtATime(() => confirmFile(req.ctx, services.vault.store, id, countsIn(typedIn(req))))
    return reply.redirect(`${path}?da-nap=${counts.new}-${counts.changed}-${counts.dropped}`, 303)
  } catch (error) {
    if (error instanceof Refusal && error.reason === 'catalogue-changed') return reply.redirect(`${base}/${id}?lai=1`, 303)
    throw error
  }
}
