import { totpAt } from '#modules/identity'
import { Refusal } from '#platform/act'
import type { Doors } from '#platform/http'
import { frameOf } from '../../frame.tsx'
import type { Services } from '../../services.ts'
import { SamplePage } from './sample-page.tsx'

/** Where officials begin, and on a sample the list of who may. */
export function startRoutes(doors: Doors, services: Services): void {
  doors.get('/can-bo', { may: 'anyone' }, (req, reply) => {
    const { kind, roles = [] } = req.who.actor
    if (kind !== 'staff') return reply.redirect('/can-bo/dang-nhap', 303)
    const hasDesk = roles.some((role) => role !== 'administrator' && role !== 'operator' && role !== 'procedureOfficer')
    if (hasDesk || roles.length === 0) return reply.redirect('/viec', 303)
    return reply.redirect(roles.every((role) => role === 'procedureOfficer') ? '/quan-tri/danh-muc' : '/quan-tri', 303)
  })
  doors.get('/mau', { may: 'anyone' }, (req, reply) => {
    const { sampleAccounts, sampleCitizens, sandbox, sample } = services
    if (!sample || sampleAccounts === undefined) throw new Refusal(404, 'no-such-page')
    const now = services.now()
    const accounts = sampleAccounts().map((one) => ({ ...one, code: totpAt(one.totpSecret, now) }))
    return reply.page(SamplePage({ frame: frameOf(req, services), accounts, citizens: sampleCitizens?.() ?? [], sandbox }))
  })
}
