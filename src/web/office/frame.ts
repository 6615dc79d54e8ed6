import { countMine, mostCounted } from '#modules/dossiers'
import type { Req } from '#platform/http'
import { settingNow } from '#platform/operator'
import { momentText } from '#platform/text'
import type { OfficeFrame, Tab } from '../components/index.ts'
import { frameOf } from '../frame.tsx'
import type { Services } from '../services.ts'
import { counterHome } from './counter/links.ts'
import { words } from './words.ts'

/** A count that stops: "500+". */
export function capped(count: number): number | string {
  return count > mostCounted ? `${mostCounted}+` : count
}

/** What every page of the office is told: who stands at it in which post, and the parts open to that post. */
export async function officeFrameOf(req: Req, services: Services, open?: number): Promise<OfficeFrame> {
  const { shown } = req.who
  const [count, outage] = await Promise.all([open ?? countMine(req.ctx).then((found) => found.open), settingNow(req.ctx, 'outage')])
  return {
    ...frameOf(req, services),
    warning: outage?.value === 'on' ? words(req.lang)('outage', { since: momentText(outage.from), reason: outage.reason }) : undefined,
    officer: { name: shown?.name ?? '', post: shown?.post ?? words(req.lang)('noPost'), unit: shown?.unit ?? '' },
    tabs: tabsFor(req, count),
  }
}

function tabsFor(req: Req, open: number): Tab[] {
  const say = words(req.lang)
  const roles = req.who.actor.roles ?? []
  const holds = (...wanted: string[]) => wanted.some((role) => roles.includes(role))
  return [
    { href: '/viec', label: say('myWork'), ...(open > 0 && { count: capped(open) }) },
    ...(holds('receptionist', 'residenceOfficer', 'businessRegistrar') ? [{ href: counterHome, label: say('counter') }] : []),
    ...(holds('supervisor', 'chair') ? [{ href: '/viec/don-vi', label: say('unitWork') }] : []),
    { href: '/tim', label: say('find') },
    ...(holds('chair') ? [{ href: '/can-bo/nguoi-thay', label: say('substitutes') }] : []),
    ...(holds('procedureOfficer') ? [{ href: '/quan-tri/danh-muc', label: say('catalogue') }] : []),
    ...(holds('procedureOfficer') ? [{ href: '/quan-tri/thu-tuc', label: say('editor') }] : []),
    ...(holds('procedureOfficer') ? [{ href: '/quan-tri/thu-tuc-thong-ke', label: say('figures') }] : []),
    ...(holds('administrator', 'operator') ? [{ href: '/quan-tri', label: say('administration') }] : []),
    { href: '/can-bo/tai-khoan', label: say('account') },
  ]
}
