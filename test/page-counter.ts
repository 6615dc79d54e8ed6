import { atCounter, beginAtCounter, saveSheet } from '#modules/dossiers'
import { diploma, getProcedure, sheetForCa, standing, takenInForCa } from './at-counter.ts'
import type { PageWorld } from './page-world.ts'

type Look = { as: (w: PageWorld) => PageWorld['mai']; path: string | ((w: PageWorld) => string | Promise<string>); called?: string }

const home = '/viec/tiep-nhan'
const as = (w: PageWorld) => w.mai

/** Made once for a world: looking changes nothing. */
function once(make: (w: PageWorld) => Promise<string>): (w: PageWorld) => Promise<string> {
  const kept = new WeakMap<PageWorld, Promise<string>>()
  return (w) => {
    const known = kept.get(w) ?? make(w)
    kept.set(w, known)
    return known
  }
}

const fresh = once(async (w) => {
  const mai = w.as(w.mai)
  const begun = await beginAtCounter(mai, w.sources, {
    procedure: await getProcedure(mai, '1.001193'),
    unit: w.units.a,
    present: { submitter: standing('ca') },
  })
  if (!begun.ok) throw new Error(begun.problem)
  return begun.id
})
const filled = once((w) => sheetForCa(w, w.as(w.mai)))
const taken = once(async (w) => (await takenInForCa(w, w.as(w.mai), w.units.b)).code)

async function copySheet(w: PageWorld): Promise<string> {
  const mai = w.as(w.mai)
  const submitter = { name: 'Trần Thị Bưởi', details: { phone: '0900990077' }, cardSeen: false }
  const procedure = await getProcedure(mai, '2.000815')
  const begun = await beginAtCounter(mai, w.sources, { procedure, unit: w.units.a, present: { submitter } })
  if (!begun.ok) throw new Error(begun.problem)
  return begun.id
}
const copying = once(copySheet)
const copied = once(async (w) => {
  const id = await copySheet(w)
  const { problems } = await saveSheet(await atCounter(w.as(w.mai)), id, diploma)
  if (problems.length > 0) throw new Error(JSON.stringify(problems))
  return id
})

/** What a receptionist sees at the counter. */
export const counterPages: Readonly<Record<string, readonly Look[] | { noPage: string }>> = {
  [home]: [
    { as, path: home },
    { as, path: `${home}?q=xyzxyz`, called: 'nothing' },
    { as, path: async (w) => ((await filled(w)) === '' ? '' : (await taken(w)) === '' ? '' : home), called: 'busy' },
  ],
  [`${home}/thu-tuc/:code`]: [
    { as, path: `${home}/thu-tuc/1.001193` },
    { as, path: `${home}/thu-tuc/2.000815`, called: 'copies' },
  ],
  [`${home}/ho-so`]: { noPage: 'leads on to the dossier of the slip; a number that is not there is told with 404' },
  [`${home}/:id`]: [
    { as, path: async (w) => `${home}/${await fresh(w)}` },
    { as, path: async (w) => `${home}/${await copying(w)}`, called: 'copies' },
  ],
  [`${home}/:id/kiem-tra`]: [
    { as, path: async (w) => `${home}/${await filled(w)}/kiem-tra` },
    { as, path: async (w) => `${home}/${await copied(w)}/kiem-tra`, called: 'copies' },
  ],
  [`${home}/:id/bo`]: [{ as, path: async (w) => `${home}/${await fresh(w)}/bo` }],
  [`${home}/:id/tep/:upload`]: { noPage: 'for the script that sends in pieces' },
  [`${home}/xong/:code`]: [{ as, path: async (w) => `${home}/xong/${await taken(w)}` }],
  [`${home}/ho-so/:code`]: [
    { as, path: (w) => `${home}/ho-so/${w.cases.asked}`, called: 'asked' },
    { as, path: async (w) => `${home}/ho-so/${await taken(w)}`, called: 'elsewhere' },
    { as, path: (w) => `${home}/ho-so/${w.cases.ready}`, called: 'ready' },
  ],
  [`${home}/ho-so/:code/giay-tiep-nhan`]: { noPage: 'the bytes of a paper' },
  [`${home}/ho-so/:code/ket-qua`]: { noPage: 'the bytes of a paper' },
  [`${home}/ho-so/:code/ban-nhap.pdf`]: { noPage: 'the bytes of a paper' },
  [`${home}/ho-so/:code/bo-sung`]: [{ as, path: (w) => `${home}/ho-so/${w.cases.asked}/bo-sung` }],
  [`${home}/ho-so/:code/tep/:upload`]: { noPage: 'for the script that sends in pieces' },
  [`${home}/ho-so/:code/ban-nhap`]: [{ as, path: (w) => `${home}/ho-so/${w.cases.draft}/ban-nhap` }],
  [`${home}/ho-so/:code/rut`]: [{ as, path: (w) => `${home}/ho-so/${w.cases.submitted}/rut` }],
  [`${home}/ho-so/:code/tra`]: [{ as, path: (w) => `${home}/ho-so/${w.cases.ready}/tra` }],
}
