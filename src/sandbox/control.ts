import { Type } from 'typebox'
import { Value } from 'typebox/value'
import type { Modes } from './modes.ts'
import type { Routes } from './routes.ts'

/** The played services and the path of each. */
export const services = {
  vneid: 'vneid',
  population: 'dan-cu',
  'civil-status': 'ho-tich',
  health: 'y-te',
  land: 'dat-dai',
  tax: 'thue',
  wallet: 'vi',
  inbox: 'hop-thu',
  pki: 'pki',
  mail: 'mail',
} as const
export type Service = keyof typeof services

const isService = (text: string): text is Service => Object.hasOwn(services, text)

const Wish = Type.Object({ mode: Type.Union([Type.Literal('ok'), Type.Literal('slow'), Type.Literal('dead')]) })

/**
 * The door by which a test makes a service slow or dead: POST /_control/{service} with `{"mode":"dead"}`. It takes JSON only, so that
 * no page of another site can post to it unseen.
 */
export function control(modes: Modes): Routes {
  return {
    'GET /:service': ({ params: { service = '' } }) =>
      isService(service) ? { json: { mode: modes.of(services[service]) } } : { status: 404, json: { error: 'unknown service' } },
    'POST /:service': async (call) => {
      const { service = '' } = call.params
      if (!isService(service)) return { status: 404, json: { error: 'unknown service' } }
      if (!call.request.headers['content-type']?.startsWith('application/json')) return { status: 415, json: { error: 'JSON only' } }
      const wish = await call.json()
      if (!Value.Check(Wish, wish)) return { status: 422, json: { error: 'mode is ok, slow or dead' } }
      modes.set(services[service], wish.mode)
      return { json: { mode: wish.mode } }
    },
  }
}
