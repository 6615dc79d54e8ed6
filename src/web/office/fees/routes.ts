import { type Noted, type PaymentKind, recordPayment } from '#modules/dossiers'
import { Refusal } from '#platform/act'
import { instantAt, isTime, localDate, localTime } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { isId } from '#platform/id'
import { numberText, parseDate } from '#platform/text'
import { datePartsIn, datePartsOf, type Problem, writtenDate } from '../../components/index.ts'
import type { Services } from '../../services.ts'
import { asked, param, typedIn } from '../../typed.ts'
import { type AtDesk, gather } from '../desk/gather.ts'
import { refusalText } from '../desk/refusals.ts'
import { deskAgain } from '../desk/routes.ts'
import { officeFrameOf } from '../frame.ts'
import { PaymentPage, type Typed } from './page.tsx'
import { words } from './words.ts'

/** The address below the case, and what the desk says after it. */
export const paymentSlug = 'thu-phi'
const path = `/viec/:code/${paymentSlug}`

/** Money at the counter: a page that asks for the receipt, and the noting. */
export function feeRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'at-desk' }, async (req, reply) => {
    const desk = await gather(req.ctx, param(req, 'code'), req.lang)
    if (!desk.mayTakeMoney) return reply.redirect(`/viec/${desk.found.code}`, 303)
    return reply.page(await pageOf(req, services, desk, asked(req, 'sua'), proposed(desk, asked(req, 'sua')), []))
  })
  doors.post(path, { may: 'at-desk' }, (req, reply) => send(req, reply, services))
}

async function send(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const code = param(req, 'code')
  const typed = typedBy(req)
  const replaces = typedIn(req).raw('replaces')
  try {
    await recordPayment(req.ctx, code, notedFrom(typed, replaces))
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    const desk = await gather(req.ctx, code, req.lang)
    if (!desk.mayTakeMoney) throw new Refusal(403, 'not-for-you')
    if (error.status !== 422 && error.reason !== 'receipt-recorded') return deskAgain(req, reply, services, code, error)
    return reply.code(error.status).page(await pageOf(req, services, desk, replaces, typed, [problemOf(error, req)]))
  }
  services.nudge()
  return reply.redirect(`/viec/${code}?xong=${paymentSlug}`, 303)
}

function typedBy(req: Req): Typed {
  const typed = typedIn(req)
  const body = typeof req.body === 'object' && req.body !== null ? (req.body as Record<string, unknown>) : {}
  return {
    kind: typed.raw('kind'),
    receipt: typed.line('receipt'),
    amount: typed.line('amount'),
    day: datePartsIn(body, 'paidOn'),
    hour: typed.line('hour'),
    reason: typed.lines('reason'),
  }
}

/** What most receptionists will enter: the whole amount, now; of a line to be put right, what it says. */
function proposed({ fees, now }: AtDesk, replaces: string): Typed {
  const line = fees.standing.find(({ id }) => id === replaces)
  const owed = fees.due.total === null ? 0n : fees.due.total - fees.paid
  const amount = line?.dong ?? owed
  const at = line?.paidAt ?? now
  return {
    kind: line?.kind ?? 'paid',
    receipt: line?.receipt ?? '',
    amount: amount > 0n ? numberText(amount) : '',
    day: datePartsOf(localDate(at)),
    hour: localTime(at),
    reason: '',
  }
}

const kinds: readonly PaymentKind[] = ['paid', 'exempt', 'void']

/** @throws Refusal 422 for what cannot be read */
function notedFrom(typed: Typed, replaces: string): Noted {
  const kind = kinds.find((one) => one === typed.kind)
  if (kind === undefined) throw new Refusal(422, 'kind-missing')
  const day = parseDate(writtenDate(typed.day))
  if (day === null) throw new Refusal(422, 'no-such-day')
  if (!isTime(typed.hour)) throw new Refusal(422, 'no-such-hour')
  const digits = typed.amount.replace(/[\s.,đ]/g, '')
  const dong = kind === 'paid' && /^\d{1,12}$/.test(digits) ? BigInt(digits) : 0n
  const { receipt, reason } = typed
  return { kind, receipt, dong, paidAt: instantAt(day, typed.hour), reason, ...(isId(replaces) ? { replaces } : {}) }
}

const places: Readonly<Record<string, string>> = {
  'receipt-missing': 'receipt',
  'receipt-recorded': 'receipt',
  'amount-wrong': 'amount',
  'payment-ahead': 'paidOn',
  'payment-before': 'paidOn',
  'payment-missing': 'kind',
}

function problemOf(error: Refusal, { lang }: Req): Problem {
  const say = words(lang)
  if (error.reason === 'kind-missing') return { field: 'kind', text: say('chooseKind') }
  if (error.reason === 'no-such-day') return { field: 'paidOn', text: say('noSuchDay') }
  if (error.reason === 'no-such-hour') return { field: 'hour', text: say('noSuchHour') }
  return { field: places[error.reason] ?? 'reason', text: refusalText(error, lang) }
}

async function pageOf(req: Req, services: Services, desk: AtDesk, replaces: string, typed: Typed, problems: Problem[]) {
  const frame = { ...(await officeFrameOf(req, services)), path: `/viec/${desk.found.code}/${paymentSlug}` }
  return PaymentPage({ frame, desk, typed, replaces: desk.fees.standing.find(({ id }) => id === replaces), problems })
}
