import { type Brought, type Case, supplement } from '#modules/dossiers'
import { filesOfDraft, paperWords, removeUpload } from '#modules/papers'
import {
  type Answers,
  isFiles,
  normalise,
  type Problem,
  problemsIn,
  type Question,
  type Raw,
  sentenceOf,
  settle,
} from '#modules/procedures'
import { Refusal } from '#platform/act'
import type { Reply, Req } from '#platform/http'
import type { Problem as Told } from '../../components/index.ts'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { param } from '../../typed.ts'
import { sentForm } from '../apply/sent-form.ts'
import { type Several, withPlaces } from '../apply/typed-places.ts'
import { communesToday } from '../places.ts'
import { gather, type Seen } from './gather.ts'
import { type AskedFor, extraField, SupplementPage } from './supplement-page.tsx'
import { words } from './words.ts'

export type Wrong = { problems: readonly Problem[]; told: readonly Told[]; answers: Answers; several: Several; note: string }

/** The page on which more is handed in. @throws Refusal 409 when nothing is asked */
export async function showSupplement(req: Req, reply: Reply, services: Services, wrong?: Wrong): Promise<unknown> {
  const seen = await gather(req.ctx, param(req, 'code'), req.lang)
  const asked = askedIn(seen)
  const { found } = seen
  const files = await filesOfDraft(req.ctx, found.id)
  const answers = { ...found.filed.answers, ...wrong?.answers }
  const page = {
    frame: { ...frameOf(req, services), path: `/ho-so/${found.code}/bo-sung` },
    seen,
    asked,
    questions: questionsFor(found, asked),
    draft: { id: found.id, procedure: found.procedure, answers, files },
    communes: await communesToday(req.ctx),
    several: wrong?.several ?? new Map(),
    problems: wrong?.problems ?? [],
    told: wrong?.told ?? [],
    note: wrong?.note ?? '',
  }
  return reply.code(wrong === undefined ? 200 : 422).page(SupplementPage(page))
}

/** What the newest open request names. */
export function askedIn({ found, around }: Pick<Seen, 'found' | 'around'>): AskedFor[] {
  const open = around.requests.findLast((one) => !one.answered)
  if (open === undefined || found.closedAt !== null) throw new Refusal(409, 'nothing-asked')
  return open.defects.flatMap(({ code, note }) => {
    const defect = found.procedure.defects.find((one) => one.code === code)
    return defect === undefined ? [] : [{ defect, note }]
  })
}

/** The questions that the defects point to, each once: the answer itself, or the upload of the paper. */
export function questionsFor({ procedure }: Case, asked: readonly AskedFor[]): Question[] {
  const names = asked.flatMap(({ defect }) => {
    const upload = procedure.components.find((one) => one.id === defect.component)?.field
    return [defect.field, upload].filter((one): one is string => one !== undefined)
  })
  return [...new Set(names)].flatMap((name): Question[] => {
    const field = procedure.fields[name]
    // A paper need not be sent again where a word or a corrected answer is enough.
    return field === undefined ? [] : [{ name, field: field.kind === 'upload' ? { ...field, required: false } : field, appliesNow: true }]
  })
}

export async function sendSupplement(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx } = req
  const seen = await gather(ctx, param(req, 'code'), req.lang)
  const { found } = seen
  // Sent again after the answer was lost on the way: it is there already.
  if (seen.around.requests.at(-1)?.answered) return reply.redirect(`/ho-so/${found.code}?sau=bo-sung`, 303)
  const questions = questionsFor(found, askedIn(seen))
  const takes = (field: string) => field === extraField || questions.some((one) => one.name === field && one.field.kind === 'upload')
  const { raw, faults } = await sentForm(req, services.vault, found.id, takes)
  const removed = textIn(raw, 'bo-tep')
  if (removed !== '') {
    await removeUpload(ctx, services.vault, removed)
    return reply.redirect(`/ho-so/${found.code}/bo-sung`, 303)
  }
  const page = { id: 'bo-sung', title: { vi: '', en: '' }, asks: questions, known: [] }
  const { raw: meant, several } = await withPlaces(ctx, page, raw)
  const note = textIn(raw, 'loi-nhan')
  const files = await broughtFor(req, found, questions)
  const answers = { ...typedAnswers(found, questions, meant), ...files.answers }
  const wrong = wrongIn(req, found, answers, { faults, hasFiles: files.files.length > 0, note, several })
  if (wrong !== undefined) return showSupplement(req, reply, services, wrong)
  const sent = await supplement(ctx, found.code, { answers, files: files.files, replaced: files.replaced, note })
  if (!sent.ok) throw new Error('a supplement that was right a moment ago was refused')
  services.nudge()
  return reply.redirect(`/ho-so/${found.code}?sau=bo-sung`, 303)
}

/** What was typed for the questions asked; a blank leaves the earlier answer as it was. */
export function typedAnswers({ procedure }: Case, questions: readonly Question[], raw: Raw): Answers {
  const asked = new Set(questions.filter(({ field }) => field.kind !== 'upload').map(({ name }) => name))
  return Object.fromEntries(Object.entries(normalise(procedure, raw)).filter(([name]) => asked.has(name)))
}

/** The files that arrived since the request, the answers they make, and what they replace. */
export async function broughtFor(
  req: Req,
  found: Case,
  questions: readonly Question[],
): Promise<{ files: Brought[]; replaced: Brought[]; answers: Answers }> {
  const sent = (await filesOfDraft(req.ctx, found.id)).flatMap(({ field, file }) =>
    file === undefined ? [] : [{ component: field, file: file.id }],
  )
  const answers: Record<string, string[]> = {}
  for (const { component, file } of sent) {
    if (questions.some(({ name }) => name === component)) answers[component] = [...(answers[component] ?? []), file]
  }
  const replaced = Object.keys(answers).flatMap((component) => earlier(found, component).map((file) => ({ component, file })))
  return { files: sent, replaced, answers }
}

function earlier({ filed }: Case, component: string): string[] {
  const before = filed.answers[component]
  return isFiles(before) ? [...before] : []
}

type Sent = { faults: Awaited<ReturnType<typeof sentForm>>['faults']; hasFiles: boolean; note: string; several: Several }

export function wrongIn(req: Req, found: Case, answers: Answers, { faults, hasFiles, note, several }: Sent): Wrong | undefined {
  const { procedure, filed, submittedAt } = found
  const all = settle(procedure, { ...filed.answers, ...answers }, submittedAt)
  const problems = problemsIn(procedure, all, { now: req.ctx.now })
  const isNothing =
    !hasFiles &&
    note === '' &&
    Object.entries(answers).every(([name, said]) => JSON.stringify(filed.answers[name]) === JSON.stringify(said))
  const told = [
    ...problems.map((one) => ({ field: one.field, text: sentenceOf(procedure, one, req.lang) })),
    ...faults.map(({ field, name, fault }) => ({ field, text: `${name}: ${paperWords(req.lang)(fault)}` })),
    ...(isNothing && problems.length + faults.length === 0 ? [{ text: words(req.lang)('nothingNew') }] : []),
  ]
  return told.length === 0 ? undefined : { problems, told, answers, several, note }
}

function textIn(raw: Raw, name: string): string {
  const value = [raw[name]].flat()[0]
  return typeof value === 'string' ? value.trim() : ''
}

/** Uploads of a dossier that waits for more: only what was asked. */
export async function supplementTakes(req: Req, field: string): Promise<string> {
  const seen = await gather(req.ctx, param(req, 'code'), req.lang)
  const questions = questionsFor(seen.found, askedIn(seen))
  if (field !== extraField && !questions.some((one) => one.name === field && one.field.kind === 'upload'))
    throw new Refusal(422, 'no-such-field')
  return seen.found.id
}
