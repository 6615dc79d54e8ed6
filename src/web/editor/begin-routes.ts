import {
  beginCopy,
  beginImport,
  beginNew,
  exportText,
  largestImport,
  listedProcedures,
  openDraftOf,
  publishedBody,
  rowTakenOver,
} from '#modules/editing'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import { fold } from '#platform/text'
import { officeFrameOf } from '../office/frame.ts'
import type { Services } from '../services.ts'
import { asked, param, typedIn } from '../typed.ts'
import { ImportPage, NewPage, PublishedPage, type Typed } from './begin-pages.tsx'
import { sendExport } from './draft-routes.ts'
import { HelpPage } from './help-page.tsx'
import { base, draftHref } from './links.ts'
import { ListPage } from './list-page.tsx'
import { words } from './words.ts'

const may = 'edit-procedures'
const onAPage = 50

/** The list of procedures, and the ways to begin a draft: a copy of what is published, a new one, one from another install. */
export function beginRoutes(doors: Doors, services: Services): void {
  doors.get(base, { may }, async (req, reply) => reply.page(await list(req, services)))
  doors.get(`${base}/tro-giup`, { may }, async (req, reply) => reply.page(HelpPage({ frame: await framed(req, services) })))
  doors.get(`${base}/moi`, { may }, async (req, reply) =>
    reply.page(NewPage({ frame: await framed(req, services), typed: nothing, problems: [] })),
  )
  doors.post(`${base}/moi`, { may }, (req, reply) => makeNew(req, reply, services))
  doors.get(`${base}/nhap`, { may }, async (req, reply) =>
    reply.page(ImportPage({ frame: await framed(req, services), problems: [], typed: '' })),
  )
  doors.post(`${base}/nhap`, { may }, (req, reply) => takeIn(req, reply, services))
  doors.get(`${base}/ma/:code`, { may }, async (req, reply) => reply.page(await published(req, services)))
  doors.get(`${base}/ma/:code/xuat`, { may }, async (req, reply) => {
    const found = await publishedBody(req.ctx, param(req, 'code'))
    if (found === undefined) throw new Refusal(404, 'no-such-procedure')
    return sendExport(reply, param(req, 'code'), exportText(found.body))
  })
  doors.post(`${base}/ma/:code/soan`, { may }, async (req, reply) => {
    const begun = await beginCopy(req.ctx, param(req, 'code'))
    return begun.ok ? reply.redirect(`${draftHref(begun.id)}?xong=made`, 303) : reply.redirect(base, 303)
  })
}

const nothing: Typed = { code: '', vi: '', en: '', area: '', basis: '' }

async function framed(req: Req, services: Services) {
  return { ...(await officeFrameOf(req, services)), path: base }
}

async function list(req: Req, services: Services) {
  const query = asked(req, 'q').trim()
  const wanted = fold(query)
  const all = (await listedProcedures(req.ctx)).filter((one) => fold(`${one.name} ${one.code}`).includes(wanted))
  const pages = Math.max(1, Math.ceil(all.length / onAPage))
  const page = Math.min(pages, Math.max(1, Number(asked(req, 'trang')) || 1))
  const shown = all.slice((page - 1) * onAPage, page * onAPage)
  return ListPage({ frame: await framed(req, services), asked: query, shown, total: all.length, page, pages })
}

async function makeNew(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { line } = typedIn(req)
  const typed: Typed = { code: line('code'), vi: line('vi'), en: line('en'), area: line('area'), basis: line('basis') }
  const begun = await beginNew(req.ctx, typed)
  if (begun.ok) return reply.redirect(`${draftHref(begun.id)}?xong=made`, 303)
  const say = words(req.lang)
  const problems = begun.problems.map(({ field, text }) => ({
    field,
    text: text === 'code-form' ? say('problem.code') : text === 'code-taken' ? say('problem.codeTaken') : say('problem.missing'),
  }))
  return reply.code(422).page(NewPage({ frame: await framed(req, services), typed, problems }))
}

async function takeIn(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const body = req.body as Readonly<Record<string, unknown>>
  const text = typeof body.file === 'string' ? body.file : ''
  const begun = await beginImport(req.ctx, text, req.lang)
  if (begun.ok) return reply.redirect(`${draftHref(begun.id)}?xong=made`, 303)
  const say = words(req.lang)
  const problems = begun.problems.map((one) => (one.text === 'draft-open' ? { ...one, text: say('problem.draftOpen') } : one))
  const typed = text.length <= largestImport ? text : ''
  return reply.code(422).page(ImportPage({ frame: await framed(req, services), problems, typed }))
}

async function published(req: Req, services: Services) {
  const code = param(req, 'code')
  const [found, draft, national] = await Promise.all([
    publishedBody(req.ctx, code),
    openDraftOf(req.ctx, code),
    rowTakenOver(req.ctx, code),
  ])
  if (found === undefined && draft === undefined) throw new Refusal(404, 'no-such-procedure')
  return PublishedPage({ frame: await framed(req, services), code, found, draft, isNational: national !== undefined })
}
