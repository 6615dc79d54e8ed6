import { smallPdf } from '../birth.ts'
import { webWorld } from '../web-world.ts'
import type { Citizen } from './catalogue-citizen.ts'
import type { Officials } from './catalogue-office.ts'

/** One product for many dossiers: a mother of commune `a` and the officials there, signed in. */
export async function catalogueWorld(t: Parameters<typeof webWorld>[0]) {
  const w = await webWorld(t)
  const officials: Officials = {
    receptionist: await w.visitor(w.a.receptionist),
    specialist: await w.visitor(w.somebody('chuyenvien.kinhbac')),
    chair: await w.visitor(w.a.chair),
    clerk: await w.visitor(w.a.clerk),
  }
  const citizen: Citizen = { visitor: await w.visitor(w.hong), app: w.app, paper: smallPdf, commune: '09187' }
  return { ...w, officials, citizen }
}
