import { directoryOn, shortUnitName, substitutionsOf, unitName } from '#modules/directory'
import { endSession, passkeysOf, removePasskey, sessionsOf } from '#modules/identity'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Doors, Req } from '#platform/http'
import type { Services } from '../../services.ts'
import { letOut } from '../../session.ts'
import { asked, param } from '../../typed.ts'
import { officeFrameOf } from '../frame.ts'
import { AccountPage, type Held } from './page.tsx'

const done = { khoa: 'added', 'bo-khoa': 'removed', phien: 'ended' } as const

export function accountRoutes(doors: Doors, services: Services): void {
  const account = '/can-bo/tai-khoan'
  doors.get(account, { may: 'staff' }, async (req, reply) => reply.page(await accountPage(req, services)))
  doors.post('/can-bo/tai-khoan/phien/:id/ket-thuc', { may: 'staff', keyless: true }, async (req, reply) => {
    await endSession(req.ctx, param(req, 'id'))
    return reply.redirect(`${account}?xong=phien`, 303)
  })
  doors.post('/can-bo/tai-khoan/khoa/:id/bo', { may: 'staff', keyless: true }, async (req, reply) => {
    await removePasskey(req.ctx, param(req, 'id'))
    return reply.redirect(`${account}?xong=bo-khoa`, 303)
  })
  doors.post('/can-bo/dang-xuat', { may: 'staff', keyless: true }, async (req, reply) => {
    const { session } = req.who.actor
    if (session !== undefined) await endSession(req.ctx, session)
    letOut(reply)
    return reply.redirect('/can-bo/dang-nhap?da-ra=1', 303)
  })
}

async function accountPage(req: Req, services: Services) {
  const [frame, posts, sessions, passkeys] = await Promise.all([
    officeFrameOf(req, services),
    postsOf(req.ctx),
    sessionsOf(req.ctx),
    passkeysOf(req.ctx),
  ])
  const told = asked(req, 'xong')
  const here = req.who.actor.session
  return AccountPage({ frame, posts, sessions, passkeys, here, done: told in done ? done[told as keyof typeof done] : undefined })
}

/** Posts held and covered today, those covered with the end of the span. */
async function postsOf(ctx: Ctx): Promise<Held[]> {
  const [directory, substitutions] = await Promise.all([directoryOn(ctx), substitutionsOf(ctx)])
  const today = localDate(ctx.now)
  return ctx.actor.posts.flatMap((id): Held[] => {
    const post = directory.findPost(id)
    if (post === undefined) return []
    const unit = directory.getUnit(post.unit)
    const covered = substitutions.find((one) => one.post === id && one.account === ctx.actor.id && one.from <= ctx.now)
    const place = unit.level === 'centre' ? unitName(unit, today) : shortUnitName(unit, today)
    return [{ title: post.title, unit: place, ...(covered !== undefined && { until: covered.to }) }]
  })
}
