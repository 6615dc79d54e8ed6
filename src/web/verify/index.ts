import { issuedUnderKey, verifyPaper } from '#modules/dossiers'
import { tooMany } from '#modules/identity'
import { Refusal } from '#platform/act'
import type { Doors, Reply, Req } from '#platform/http'
import { links } from '../components/index.ts'
import { frameOf } from '../frame.tsx'
import type { Services } from '../services.ts'
import { subnetOf } from '../subnet.ts'
import { typedIn } from '../typed.ts'
import { type Checked, minutes } from './minutes.ts'
import { AskPage, KeyPage, VerdictPage } from './pages.tsx'
import { fileOfForm, inRoom, looksLikePdf } from './take-file.ts'
import { words } from './words.ts'

const sealedAs = 'check.report'

// A guard of the project against burdening the verifier, not a rule of law.
const limit = { most: 60, withinMinutes: 10 }

/** Where anybody checks a paper: by its file, or by the QR code on a print. */
export function verifyRoutes(doors: Doors, services: Services): void {
  doors.get(links.verify, { may: 'anyone' }, (req, reply) => ask(req, reply, services))
  doors.post(links.verify, { may: 'anyone', streamed: true, keyless: true }, (req, reply) => check(req, reply, services))
  doors.post(`${links.verify}/bien-ban`, { may: 'anyone', keyless: true }, (req, reply) => report(req, reply, services))
}

async function ask(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ma } = req.query as { ma?: unknown }
  const frame = frameOf(req, services)
  if (typeof ma !== 'string' || ma === '') return reply.page(AskPage({ frame }))
  await refuseTooMany(req, services)
  return reply.page(KeyPage({ frame, issued: await issuedUnderKey(req.ctx, ma.trim()) }))
}

async function check(req: Req, reply: Reply, services: Services): Promise<unknown> {
  await refuseTooMany(req, services)
  const say = words(req.lang)
  const frame = { ...frameOf(req, services), path: links.verify }
  return inRoom(async () => {
    const again = (problem: string) => reply.code(422).page(AskPage({ frame, problem }))
    const taken = await fileOfForm(req).catch((error: unknown) => {
      if (isTooBig(error)) return 'too-big' as const
      throw error
    })
    if (taken === 'too-big') return again(say('tooBig'))
    if (taken === undefined) return again(say('noFile'))
    if (!looksLikePdf(taken.bytes)) return again(say('notPdf'))
    const checked: Checked = { verdict: await verifyPaper(req.ctx, services.means, taken.bytes), file: taken.name, at: req.ctx.now }
    const sealed = services.house.keys.seal(JSON.stringify(checked), sealedAs).toString('base64url')
    return reply.page(VerdictPage({ frame, ...checked, report: sealed }))
  })
}

/** Files beyond the limit are cut off by the form's reader, or counted by ours. */
function isTooBig(error: unknown): boolean {
  if (error instanceof Refusal) return error.status === 413
  return error instanceof Error && 'statusCode' in error && error.statusCode === 413
}

async function report(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const sealed = typedIn(req).raw('ket-qua')
  const checked = opened(sealed, services)
  const { pdf } = await services.means.signing.paper(minutes(checked, req.lang, `${services.publicUrl}${links.verify}`))
  return reply.type('application/pdf').header('content-disposition', 'attachment; filename="bien-ban-kiem-tra.pdf"').send(Buffer.from(pdf))
}

function opened(sealed: string, { house }: Services): Checked {
  try {
    return JSON.parse(house.keys.openText(Buffer.from(sealed, 'base64url'), sealedAs)) as Checked
  } catch {
    throw new Refusal(422, 'report-unknown')
  }
}

async function refuseTooMany(req: Req, { house }: Services): Promise<void> {
  if (await tooMany(house, `check from ${subnetOf(req.ip)}`, limit, req.ctx.now)) throw new Refusal(429, 'too-many-checks')
}
