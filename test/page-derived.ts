import { propose, receive } from '#modules/dossiers'
import { putIntoService } from '#modules/national'
import { smallPdf } from './birth.ts'
import { file, walk } from './faults/catalogue-citizen.ts'
import { openCode, rowsForService } from './policy/service.ts'
import type { WebWorld } from './web-world.ts'

/** Where a dossier of a derived procedure stands: written, handed in, being examined, waiting for the signature. */
export type DerivedState = 'draft' | 'submitted' | 'received' | 'toSign'

const made = new WeakMap<WebWorld, Map<DerivedState, Promise<string>>>()

/** The draft's id, or the dossier's number, made once a world. */
export function derivedAt(w: WebWorld, state: DerivedState): Promise<string> {
  const known = made.get(w) ?? new Map<DerivedState, Promise<string>>()
  made.set(w, known)
  const found = known.get(state) ?? make(w, state)
  known.set(state, found)
  return found
}

async function make(w: WebWorld, state: DerivedState): Promise<string> {
  await rowsForService(w)
  await putIntoService(w.as(w.province.procedureOfficer, { now: w.clock() }), openCode)
  const citizen = { visitor: await w.visitor(w.hong), app: w.app, paper: smallPdf, commune: '09187' }
  const { draft } = await walk(citizen, openCode, { proxy: true })
  if (state === 'draft') return draft
  const code = await file(citizen, draft)
  if (state === 'submitted') return code
  const dueAt = '2026-12-18T10:00:00.000Z'
  await receive(w.as(w.a.receptionist, { now: w.clock() }), code, {}, { dueAt, fees: { fee: 0n } })
  if (state === 'received') return code
  const contents = ['KQ.G10.001151', 'KQ.G10.001152'].map((one) => ({ code: one, content: 'Nội dung kết quả.' }))
  await propose(w.as(w.somebody('chuyenvien.kinhbac'), { now: w.clock() }), code, '', {}, contents)
  return code
}
