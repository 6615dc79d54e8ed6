import {
  decide,
  differences,
  exportText,
  forDossiers,
  forDrafts,
  historyOf,
  impactOf,
  lint,
  partAt,
  procedureFrom,
  publishDraft,
  publishedBody,
  relationTo,
} from '#modules/editing'
import { namesOf } from '#modules/identity'
import { addDays, localDate } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { parseDate } from '#platform/text'
import { datePartsIn, datePartsOf, writtenDate } from '../components/index.ts'
import type { Services } from '../services.ts'
import { asked, typedIn } from '../typed.ts'
import { CheckPage } from './check-page.tsx'
import { draftIn } from './draft-frame.ts'
import { ChangesPage, HistoryPage } from './history-page.tsx'
import { base, draftHref } from './links.ts'
import { OverviewPage } from './overview-page.tsx'
import { type Filled, PublishPage } from './publish-page.tsx'
import { words } from './words.ts'

const may = 'edit-procedures'
const one = `${base}/soan/:id`

/** A draft as a whole: its parts, its findings, its life. */
export function draftRoutes(doors: Doors, services: Services): void {
  doors.get(one, { may }, async (req, reply) => reply.page(await overview(req, services)))
  doors.post(`${one}/viec`, { may }, (req, reply) => act(req, reply, services))
  doors.get(`${one}/kiem-tra`, { may }, async (req, reply) => {
    const { draft, frame } = await draftIn(req, services)
    return reply.page(CheckPage({ frame, draft, findings: lint(draft.body, req.lang) }))
  })
  doors.get(`${one}/lich-su`, { may }, async (req, reply) => {
    const { draft, frame } = await draftIn(req, services)
    return reply.page(HistoryPage({ frame, draft, entries: await historyOf(req.ctx, draft.id) }))
  })
  doors.get(`${one}/khac`, { may }, async (req, reply) => {
    const { draft, frame } = await draftIn(req, services)
    const base = draft.basedOn === null ? undefined : await publishedBody(req.ctx, draft.code, draft.basedOn)
    const found = base === undefined ? undefined : differences(withoutOwn(base.body), withoutOwn(draft.body), req.lang)
    return reply.page(ChangesPage({ frame, draft, found }))
  })
  doors.get(`${one}/xuat`, { may }, async (req, reply) => {
    const { draft } = await draftIn(req, services)
    return sendExport(reply, draft.code, exportText(draft.body))
  })
  doors.get(`${one}/cong-bo`, { may }, async (req, reply) => reply.page(await publishPage(req, services, undefined, [])))
  doors.post(`${one}/cong-bo`, { may }, (req, reply) => publish(req, reply, services))
}

/** What every install numbers for itself is no difference. */
function withoutOwn(body: Parameters<typeof exportText>[0]) {
  const { revision: _own, derived: _made, ...rest } = { ...(body as { readonly [name: string]: typeof body }) }
  return rest
}

/** A definition as a file to be kept or carried to another install. */
export function sendExport(reply: Reply, code: string, text: string): unknown {
  return reply
    .type('application/json; charset=utf-8')
    .header('content-disposition', `attachment; filename="thu-tuc-${code}.json"`)
    .send(text)
}

async function overview(req: Req, services: Services, trouble?: string) {
  const { draft, frame } = await draftIn(req, services)
  const names = await namesOf(req.ctx, draft.authors)
  const done = asked(req, 'xong')
  const say = words(req.lang)
  return OverviewPage({
    frame,
    draft,
    findings: lint(draft.body, req.lang),
    authors: [...new Set(names.values())].join(', '),
    isAuthor: relationTo(req.ctx, draft.authors) === 'author',
    done: done === 'luu' ? say('saved') : isActDone(done) ? say(`done.${done}`) : undefined,
    trouble,
  })
}

const acts = ['submit', 'sendBack', 'approve', 'drop'] as const
const isActDone = (text: string): text is (typeof acts)[number] | 'publish' | 'made' => [...acts, 'publish', 'made'].includes(text)

async function act(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { draft } = await draftIn(req, services)
  const typed = typedIn(req)
  const name = acts.find((each) => each === typed.line('_lam'))
  if (name === undefined) return reply.redirect(draftHref(draft.id), 303)
  const decided = await decide(req.ctx, draft.id, name, { version: Number(typed.line('_ban')) || 0, note: typed.line('note') })
  if (decided.ok) return reply.redirect(`${draftHref(draft.id)}?xong=${name}`, 303)
  const status = decided.because === 'own-work' ? 403 : decided.because === 'changed' ? 409 : 422
  return reply.code(status).page(await overview(req, services, words(req.lang)(`refused.${decided.because}`)))
}

async function publishPage(req: Req, services: Services, filled: Filled | undefined, problems: { field: string; text: string }[]) {
  const { draft, frame } = await draftIn(req, services)
  const before = await publishedBody(req.ctx, draft.code)
  const impact = await impactOf(req.ctx, draft.code)
  const found = before === undefined ? [] : differences(withoutOwn(before.body), withoutOwn(draft.body), req.lang)
  const told = partAt(draft.body, ['inForceFrom'])
  const today = localDate(req.ctx.now)
  const from = typeof told === 'string' && told > today ? told : addDays(today, 1)
  const usual: Filled = { inForceFrom: datePartsOf(from), dossiers: 'pin', drafts: 'pin' }
  return PublishPage({
    frame,
    draft,
    impact,
    found,
    isFirst: before === undefined,
    filled: filled ?? usual,
    problems,
    procedure: procedureFrom(draft.body),
  })
}

async function publish(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { draft } = await draftIn(req, services)
  const typed = typedIn(req)
  const parts = datePartsIn(req.body as Readonly<Record<string, unknown>>, 'inForceFrom')
  const dossiers = forDossiers.find((each) => each === typed.line('dossiers'))
  const drafts = forDrafts.find((each) => each === typed.line('drafts'))
  const inForceFrom = parseDate(writtenDate(parts))
  const filled: Filled = { inForceFrom: parts, dossiers: dossiers ?? '', drafts: drafts ?? '' }
  const say = words(req.lang)
  const missing = [
    ...(inForceFrom === null ? [{ field: 'inForceFrom', text: say('problem.day') }] : []),
    ...(dossiers === undefined ? [{ field: 'dossiers', text: say('problem.dossiers') }] : []),
    ...(drafts === undefined ? [{ field: 'drafts', text: say('problem.drafts') }] : []),
  ]
  if (inForceFrom === null || dossiers === undefined || drafts === undefined)
    return reply.code(422).page(await publishPage(req, services, filled, missing))
  const done = await publishDraft(req.ctx, draft.id, { inForceFrom, dossiers, drafts })
  if (done.ok) return reply.redirect(`${draftHref(draft.id)}?xong=publish`, 303)
  const text = say(`refused.${done.because}`)
  return reply.code(422).page(await publishPage(req, services, filled, [{ field: 'inForceFrom', text }]))
}
