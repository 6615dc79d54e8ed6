import { randomInt } from 'node:crypto'
import { fillPages, mother, signInCitizen } from './citizen.ts'
import { linksIn, textOf } from './page.ts'
import { act, sandboxOn, signInStaff } from './staff.ts'
import { type Brought, type Page, type Step, Stuck, Walker } from './walker.ts'

/** What a walk leaves: the two papers, the root of the signatures, and who the child is. */
export type Left = { code: string; child: string; receipt: Buffer; result: Buffer; root: Buffer; verdict: string }

/** Who walks, by role: with the cookies of an earlier walk where there was one. */
export type People = Map<string, Walker>

export type Journey = {
  base: string
  timeline: Step[]
  people: People
  /** Milliseconds that are left. */
  left: () => number
  file: Brought
  say: (line: string) => void
}

const procedure = '1.001193'
const commune = '09187'
const office = 'kinhbac'

/** A child's name that hardly anybody walked before. */
export function newChildName(): string {
  const words = [
    'An',
    'Bảo',
    'Châu',
    'Diệp',
    'Giang',
    'Hạnh',
    'Khánh',
    'Linh',
    'Minh',
    'Ngân',
    'Oanh',
    'Phương',
    'Quỳnh',
    'Thảo',
    'Uyên',
    'Vân',
    'Yến',
  ]
  const word = () => words[randomInt(words.length)] ?? 'An'
  return ['Trần', 'Nguyễn', word(), word(), word()].join(' ')
}

/** From a mother's phone to a signed certificate that anybody can check, by real people with real sign-in. */
export async function walkJourney({ base, timeline, people, left, file, say }: Journey): Promise<Left> {
  const walker = (actor: string) => walkerOf(people, actor, timeline, left)
  const child = newChildName()
  const citizen = walker('citizen')
  const code = await fileBirth(citizen, base, child, file)
  say(`Đã nộp hồ sơ ${code}: ${child}`)
  const receipt = await paper(citizen, `${base}/ho-so/${code}/giay-tiep-nhan`, 'giấy tiếp nhận (việc nền lập sau khi nộp)')

  const [receptionist, specialist, leader, clerk] = [walker('receptionist'), walker('specialist'), walker('leader'), walker('clerk')]
  await signInStaff(receptionist, base, `tiepnhan.${office}`)
  await onWorklist(receptionist, base, code)
  await act(receptionist, base, code, 'nhan')
  await signInStaff(specialist, base, `hotich.${office}`)
  await onWorklist(specialist, base, code)
  await act(specialist, base, code, 'de-xuat')
  say('Đã tiếp nhận, thẩm tra; chờ người dân xem bản nháp')
  await citizen.send(await citizen.get(`${base}/ho-so/${code}/ban-nhap`), `/ho-so/${code}/dong-y`)
  await act(specialist, base, code, 'ghi-so')
  await signInStaff(leader, base, `phochutich.${office}`)
  await act(leader, base, code, 'ky', {}, 'số định danh cá nhân của trẻ, do việc nền lấy từ CSDL dân cư; có nó lãnh đạo mới ký được')
  await signInStaff(clerk, base, `vanthu.${office}`)
  await act(clerk, base, code, 'phat-hanh')
  await act(receptionist, base, code, 'tra-ket-qua', { way: 'online' })
  say('Đã ghi sổ, ký, đóng dấu, trả kết quả')

  const result = await paper(citizen, `${base}/ho-so/${code}/ket-qua`, 'bản kết quả')
  await citizen.send(await citizen.get(`${base}/ho-so/${code}/danh-gia`), `/ho-so/${code}/danh-gia`, { muc: '3' })
  const stranger = walker('public')
  const root = (await stranger.get(`${await sandboxOn(stranger, base)}/pki/root.crt`)).bytes
  return { code, child, receipt, result, root, verdict: await verdictOn(stranger, base, result) }
}

function walkerOf(people: People, actor: string, timeline: Step[], left: () => number): Walker {
  const walker = people.get(actor) ?? new Walker(actor)
  people.set(actor, walker)
  walker.begin(timeline, left)
  return walker
}

async function fileBirth(citizen: Walker, base: string, child: string, file: Brought): Promise<string> {
  const found = await citizen.send(await citizen.get(`${base}/`), '/thu-tuc', { q: 'giay khai sinh' })
  if (!linksIn(found.html).some(({ href }) => href.includes(procedure))) throw new Stuck('tìm «giay khai sinh» không ra thủ tục khai sinh')
  await citizen.get(`${base}/thu-tuc/${procedure}`)
  const chosen = await signInCitizen(citizen, base, `/nop/${procedure}`)
  const first = await citizen.send(chosen, `/nop/${procedure}`, { xa: commune })
  const review = await fillPages(citizen, first, answersFor(child), file)
  const filed = await citizen.send(review, '/xem-lai')
  const [, code] = /^\/ho-so\/([^/]+)\/da-nop$/.exec(filed.url.pathname) ?? []
  if (code === undefined) throw new Stuck(`nộp xong nhưng đang ở ${filed.url.pathname}: ${textOf(filed.html).slice(0, 300)}`)
  return code
}

function answersFor(child: string): Record<string, string> {
  const [year = '', month = '', day = ''] = new Date(Date.now() - 8 * 86_400_000).toISOString().slice(0, 10).split('-')
  return {
    relation: 'mother',
    childName: child,
    'childBornOn-day': String(Number(day)),
    'childBornOn-month': String(Number(month)),
    'childBornOn-year': year,
    childSex: 'female',
    bornIn: 'facility',
    birthFacility: 'Bệnh viện mẫu',
    'birthPlace-noi': 'kinh bac',
    parents: 'married',
    surrogacy: 'no',
    childEthnicity: '01',
    hometownFrom: 'father',
    proof: 'clinic',
    clinicNoteNumber: `${String(randomInt(1, 99_999)).padStart(5, '0')}.GCS.27001.${year.slice(2)}`,
    receiveBy: 'online',
    agreedByParents: 'yes',
    truthful: 'yes',
  }
}

async function onWorklist(walker: Walker, base: string, code: string): Promise<void> {
  const list = await walker.get(`${base}/viec`)
  if (!linksIn(list.html).some(({ href }) => href.includes(code)))
    throw new Stuck(`hồ sơ ${code} không có trong «Việc của tôi» của ${walker.actor}`)
  await walker.get(`${base}/viec/${code}`)
}

/** Waits until a page is there: it depends on work that is done elsewhere. */
async function opened(walker: Walker, address: string, what: string): Promise<Page> {
  for (;;) {
    const page = await walker.look(address)
    if (page.status === 200) return page
    if (page.status === 403 || page.status >= 500)
      throw new Stuck(`${page.url.pathname} trả lời ${page.status}: ${textOf(page.html).slice(0, 300)}`)
    await walker.pause(what)
  }
}

async function paper(walker: Walker, address: string, what: string): Promise<Buffer> {
  for (;;) {
    const page = await opened(walker, address, what)
    if (page.type.startsWith('application/pdf')) return page.bytes
    await walker.pause(what)
  }
}

async function verdictOn(stranger: Walker, base: string, result: Buffer): Promise<string> {
  const file = { field: 'tep', name: 'result.pdf', type: 'application/pdf', bytes: result }
  const page = await stranger.send(await stranger.get(`${base}/xac-minh`), '/xac-minh', {}, [file])
  const [, title = ''] = /<h1[^>]*>(.*?)<\/h1>/s.exec(page.html) ?? []
  const verdict = textOf(title)
  if (!/Giấy tờ thật/.test(verdict)) throw new Stuck(`/xac-minh nói về bản kết quả: «${verdict}»`)
  return verdict
}

/** Shown by the start page as the mother's own; the receipt and the certificate name her. */
export const motherNumber = mother.number
