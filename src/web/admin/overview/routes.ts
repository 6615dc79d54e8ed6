import type { Doors } from '#platform/http'
import { OfficePage, OfficeTitle } from '../../components/index.ts'
import { officeFrameOf } from '../../office/frame.ts'
import type { Services } from '../../services.ts'
import { words } from './words.ts'

export function overviewRoutes(doors: Doors, services: Services): void {
  doors.get('/quan-tri', { may: 'operate' }, async (req, reply) => {
    const frame = await officeFrameOf(req, services)
    const title = words(req.lang)('title')
    return reply.page(OfficePage({ ...frame, title, children: OfficeTitle({ title, stroke: true }) }))
  })
}
