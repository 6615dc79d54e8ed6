import { namesOf } from '#modules/identity'
import {
  choicesOf,
  type Decision,
  type DecisionProblem,
  decideRoute,
  decisionProblems,
  nationalRow,
  type RoutingChoice,
  routingOf,
  type Target,
  targets,
  versionsOf,
} from '#modules/national'
import { Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Doors, Reply, Req } from '#platform/http'
import { parseDate } from '#platform/text'
import { type DateParts, datePartsIn, datePartsOf, writtenDate } from '../../components/index.ts'
import { officeFrameOf } from '../../office/frame.ts'
import type { Services } from '../../services.ts'
import { asked, param, typedIn } from '../../typed.ts'
import { path } from './list.tsx'
import { RowPage } from './row-page.tsx'

/** A decision as it was typed. */
export type TypedDecision = { target: string; system: string; link: string; bring: string; reason: string; from: DateParts }

export function rowRoutes(doors: Doors, services: Services): void {
  doors.get(`${path}/:code`, { may: 'keep-catalogue' }, async (req, reply) => reply.page(await rowPage(req, services, undefined, [])))
  doors.post(`${path}/:code/noi-giai-quyet`, { may: 'keep-catalogue' }, (req, reply) => decide(req, reply, services))
}

async function decide(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const code = param(req, 'code')
  const typed = typedDecision(req)
  const decision = decisionIn(code, typed)
  const problems = decisionProblems(decision, req.ctx.now)
  if (problems.length > 0) return reply.code(422).page(await rowPage(req, services, typed, problems))
  await rowOf(req)
  await decideRoute(req.ctx, decision)
  return reply.redirect(`${path}/${code}?xong=1`, 303)
}

function typedDecision(req: Req): TypedDecision {
  const typed = typedIn(req)
  const body = typeof req.body === 'object' && req.body !== null ? (req.body as Readonly<Record<string, unknown>>) : {}
  const { line, lines } = typed
  return {
    target: line('target'),
    system: line('system'),
    link: line('link'),
    bring: lines('bring'),
    reason: lines('reason'),
    from: datePartsIn(body, 'from'),
  }
}

function decisionIn(code: string, { target, from, ...rest }: TypedDecision): Decision {
  const known: Target | 'by-rule' | undefined = target === 'by-rule' ? target : targets.find((one) => one === target)
  // A target that nobody offers is told as a problem, like an empty one.
  return { code, ...rest, target: known ?? ('' as Target), from: parseDate(writtenDate(from)) ?? '' }
}

/** @throws Refusal 404 for a code that no list ever named */
async function rowOf(req: Req) {
  const row = await nationalRow(req.ctx, param(req, 'code'))
  if (row === undefined) throw new Refusal(404, 'no-such-national-row')
  return row
}

async function rowPage(req: Req, services: Services, typed: TypedDecision | undefined, problems: readonly DecisionProblem[]) {
  const row = await rowOf(req)
  const today = localDate(req.ctx.now)
  const [frame, routing, choices, versions] = await Promise.all([
    officeFrameOf(req, services),
    routingOf(req.ctx, row.code, today),
    choicesOf(req.ctx, row.code),
    versionsOf(req.ctx, row.code),
  ])
  const names = await namesOf(req.ctx, [...new Set([...choices.map(({ by }) => by), ...versions.map(({ by }) => by)])])
  const now = choices.find((one) => one.validFrom <= today)
  return RowPage({
    frame: { ...frame, path: `${path}/${row.code}` },
    row,
    routing,
    choices,
    versions,
    names,
    typed: typed ?? suggested(now, today),
    problems,
    done: asked(req, 'xong') !== '',
  })
}

/** What stands today, to be changed; the reason is always written anew. */
function suggested(choice: RoutingChoice | undefined, today: string): TypedDecision {
  const { target, system } = choice ?? { target: null, system: null }
  return {
    target: target ?? '',
    system: system?.name.vi ?? '',
    link: system?.link ?? '',
    bring: system?.bring?.vi ?? '',
    reason: '',
    from: datePartsOf(today),
  }
}
