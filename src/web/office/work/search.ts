import { directoryOn, shortUnitName } from '#modules/directory'
import { findCases, type Line } from '#modules/dossiers'
import { localDate } from '#platform/clock'
import type { Doors, Req } from '#platform/http'
import { momentText } from '#platform/text'
import type { Services } from '../../services.ts'
import { asked } from '../../typed.ts'
import { officeFrameOf } from '../frame.ts'
import { proceduresOf } from './rows.ts'
import { type Found, SearchPage } from './search-page.tsx'
import { states } from './words.ts'

const mostFound = 20

export function searchRoutes(doors: Doors, services: Services): void {
  doors.get('/tim', { may: 'staff' }, async (req, reply) => {
    const query = asked(req, 'q').slice(0, 200)
    const lines = query === '' ? [] : await findCases(req.ctx, query, mostFound + 1)
    const found = await foundIn(req, lines.slice(0, mostFound))
    return reply.page(SearchPage({ frame: await officeFrameOf(req, services), query, found, isCut: lines.length > mostFound }))
  })
}

async function foundIn({ ctx, lang }: Req, lines: readonly Line[]): Promise<Found[]> {
  const [directory, procedures] = await Promise.all([directoryOn(ctx), proceduresOf(ctx, lines)])
  const today = localDate(ctx.now)
  return lines.map((line) => {
    const unit = directory.findUnit(line.unit)
    const name = procedures.get(line.procedure)?.name[lang] ?? line.procedure
    return {
      href: `/viec/${line.code}`,
      title: line.about === '' ? name : `${name}: ${line.about}`,
      code: line.code,
      state: states(lang)(line.status),
      unit: unit === undefined ? '' : shortUnitName(unit, today),
      due: line.promisedAt === null ? '–' : momentText(line.promisedAt),
      filed: momentText(line.openedAt),
    }
  })
}
