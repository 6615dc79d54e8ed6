import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { addPasskey, enterByPasskey, passkeyToAdd, passkeyToEnter, siteOf } from '#modules/identity'
import { Refusal } from '#platform/act'
import type { Doors, Req } from '#platform/http'
import { type Id, isId } from '#platform/id'
import type { Services } from '../../services.ts'
import { letIn, wayBack } from '../../session.ts'
import { deviceOf } from './routes.ts'

/** What the island sends; everything in it is checked again by whoever verifies the answer. */
type Sent<R> = { ticket: Id; response: R; name: string; ve: string }

/** Passkeys are a matter between the browser and these doors: JSON in and out, with the form's token in a header. */
export function passkeyRoutes(doors: Doors, services: Services): void {
  const site = () => siteOf(services.publicUrl)
  doors.post('/can-bo/dang-nhap/khoa/hoi', { may: 'anyone', keyless: true }, () => passkeyToEnter(services.house, site(), services.now()))
  doors.post('/can-bo/dang-nhap/khoa', { may: 'anyone', keyless: true }, async (req, reply) => {
    const { ticket, response, ve } = sentIn<AuthenticationResponseJSON>(req)
    const given = { ticket, response, device: deviceOf(req), now: services.now() }
    const opened = await enterByPasskey(services.house, site(), given)
    if (opened === undefined) throw new Refusal(422, 'passkey-refused')
    letIn(reply, opened.token, opened.session)
    return { to: wayBack(ve, '/can-bo') }
  })
  doors.post('/can-bo/tai-khoan/khoa/hoi', { may: 'staff', keyless: true }, (req) => passkeyToAdd(req.ctx, site()))
  doors.post('/can-bo/tai-khoan/khoa', { may: 'staff', keyless: true }, async (req) => {
    const { ticket, response, name } = sentIn<RegistrationResponseJSON>(req)
    if (!(await addPasskey(req.ctx, site(), { ticket, response, name }))) throw new Refusal(422, 'passkey-refused')
    return { to: '/can-bo/tai-khoan?xong=khoa' }
  })
}

/** @throws Refusal 422 for anything that is not an answer of the island */
function sentIn<R>(req: Req): Sent<R> {
  const body = req.body as Partial<Record<keyof Sent<R>, unknown>> | null
  const { ticket, response, name, ve } = body ?? {}
  if (!isId(ticket) || typeof response !== 'object' || response === null || !('id' in response)) throw new Refusal(422, 'passkey-refused')
  return { ticket, response: response as R, name: typeof name === 'string' ? name : '', ve: typeof ve === 'string' ? ve : '' }
}
