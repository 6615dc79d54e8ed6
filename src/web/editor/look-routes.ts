import { procedureFrom, samplePeople, testRun } from '#modules/editing'
import type { Answers } from '#modules/procedures'
import type { Doors, Req } from '#platform/http'
import { communesToday } from '../portal/places.ts'
import type { Services } from '../services.ts'
import { asked } from '../typed.ts'
import { draftIn } from './draft-frame.ts'
import { base } from './links.ts'
import { LookPage } from './look-page.tsx'
import { RunPage } from './run-page.tsx'

const may = 'edit-procedures'

/** A draft seen as citizens will see it, and tried without storing anything. */
export function lookRoutes(doors: Doors, services: Services): void {
  doors.get(`${base}/soan/:id/xem`, { may }, async (req, reply) => {
    const { draft, frame } = await draftIn(req, services)
    const [procedure, communes] = [procedureFrom(draft.body), await communesToday(req.ctx)]
    return reply.page(LookPage({ frame, draft, procedure, now: req.ctx.now, page: asked(req, 'trang'), communes }))
  })
  doors.get(`${base}/soan/:id/thu`, { may }, async (req, reply) => {
    const { draft, frame } = await draftIn(req, services)
    const procedure = procedureFrom(draft.body)
    const who = samplePeople.find(({ id }) => id === asked(req, 'nguoi')) ?? samplePeople[0]
    if (who === undefined) throw new Error('there is no sample person')
    const chosen = chosenIn(req)
    const communes = await communesToday(req.ctx)
    const naming = {
      language: req.lang,
      communeName: (code: string) => communes.find((one) => one.code === code)?.name,
      fileName: () => undefined,
    }
    const run = procedure === undefined ? undefined : testRun(procedure, who, chosen, req.ctx.now)
    return reply.page(RunPage({ frame, draft, procedure, who, chosen, run, naming }))
  })
}

/** What was chosen for the questions that let choose. */
function chosenIn(req: Req): Answers {
  const query = req.query as Readonly<Record<string, unknown>>
  const given = Object.entries(query).flatMap(([name, value]): [string, string][] =>
    name.startsWith('c-') && typeof value === 'string' && value !== '' ? [[name.slice(2), value]] : [],
  )
  return Object.fromEntries(given.slice(0, 200))
}
