import { setTimeout as pause } from 'node:timers/promises'
import { formIn } from '../visitor.ts'
import type { Watch } from './filing.ts'
import type { Patiently } from './patience.ts'
import { type Came, officialIn, type Walker } from './walker.ts'

/** The officials of one commune, signed in. */
export type Office = Record<'receptionist' | 'registrar' | 'chair' | 'clerk', Walker>

export async function openOffice(url: string, place: string): Promise<Office> {
  return {
    receptionist: await officialIn(url, `tiepnhan.${place}`),
    registrar: await officialIn(url, `hotich.${place}`),
    chair: await officialIn(url, `phochutich.${place}`),
    clerk: await officialIn(url, `vanthu.${place}`),
  }
}

export type Handling = {
  code: string
  mother: Walker
  /** Whether an answered act is sent once more under its key. */
  again: () => boolean
  isOver: () => boolean
}

/** The way of a birth through an office: who does what, by the address of the act. */
const way = [
  { verb: 'receive', slug: 'nhan', by: 'receptionist' },
  { verb: 'propose', slug: 'de-xuat', by: 'registrar' },
  { verb: 'confirmDraft', slug: 'dong-y', by: 'mother' },
  { verb: 'enter', slug: 'ghi-so', by: 'registrar' },
  { verb: 'sign', slug: 'ky', by: 'chair' },
  { verb: 'seal', slug: 'phat-hanh', by: 'clerk' },
] as const

/** Leads a filed birth to its sealed result; leaves off between two acts when it is over. */
export async function handle(office: Office, handling: Handling, watch: Watch, patiently: Patiently): Promise<void> {
  const { code, mother, again, isOver } = handling
  for (const { verb, slug, by } of way) {
    const walker = by === 'mother' ? mother : office[by]
    const page = by === 'mother' ? `/ho-so/${code}/ban-nhap` : `/viec/${code}/${slug}`
    const opened = await openedPage(walker, page, isOver, patiently)
    if (opened === undefined) return
    const form = formIn(opened.text, `/${slug}`)
    watch.doing(verb === 'sign' || verb === 'seal' ? 'sign' : 'act')
    const done = await patiently(() => walker.send(form, verb === 'propose' ? { opinion: 'Đủ điều kiện' } : {}))
    if (done.status !== 303) throw new Error(`${verb} of ${code} answered ${done.status}: ${done.text.slice(0, 3000)}`)
    watch.acted(code, verb)
    if (!again()) continue
    const repeated = await patiently(() => walker.send(form, verb === 'propose' ? { opinion: 'Đủ điều kiện' } : {}))
    if (repeated.location !== done.location) watch.broken(`${verb} of ${code} under the same key: ${repeated.status} ${repeated.location}`)
  }
}

/** The page of an act; while the case waits for something outside (a personal number), it is asked again. */
async function openedPage(walker: Walker, path: string, isOver: () => boolean, patiently: Patiently): Promise<Came | undefined> {
  for (;;) {
    const page = await patiently(() => walker.ask(path))
    if (page.status === 200) return page
    if (page.status !== 303) throw new Error(`${path} answered ${page.status}: ${page.text.slice(0, 3000)}`)
    if (isOver()) return undefined
    await pause(100)
  }
}
