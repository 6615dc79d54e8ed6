import { newId } from '#platform/id'
import { fieldsOn, type Knock, type Knocks, plain } from './request.ts'
import { type PolicyWorld, postOf } from './world.ts'

const administrator = (w: PolicyWorld) => w.province.administrator

/** An account that nobody else needs, made for one request. */
async function newAccount(w: PolicyWorld): Promise<{ account: string }> {
  const login = `thu${Math.floor(performance.now() * 1000)}.kinhbac`
  const page = await (await w.visitor(administrator(w))).send('/quan-tri/can-bo', '/quan-tri/can-bo', { name: 'Lê Văn Thử', login })
  if (page.status >= 400) throw new Error(`no account was made: ${page.status}`)
  const row = await w.db.selectFrom('account').where('login', '=', login).select('id').executeTakeFirstOrThrow()
  return { account: row.id }
}

const onAccount = (verb: string, form: Record<string, string> = {}): Knock => ({
  subject: newAccount,
  send: ({ subject: { account } }) => ({ path: `/quan-tri/can-bo/${account}/${verb}`, form }),
})

const span = {
  'from-day': '23',
  'from-month': '11',
  'from-year': '2026',
  'to-day': '27',
  'to-month': '11',
  'to-year': '2026',
  reason: 'Nghỉ phép',
}

/** A substitution in commune `a` that has not begun. */
async function substitution(w: PolicyWorld): Promise<{ id: string }> {
  const id = newId(Date.parse(w.now))
  await w.owner.trip([
    {
      text: `insert into substitution (id, post_id, account_id, valid_from, valid_to, reason, recorded_by, recorded_at)
             values ($1, $2, $3, '2027-01-04T00:00:00Z', '2027-01-08T00:00:00Z', 'nghỉ phép', $3, $4)`,
      values: [id, await postOf(w, 'registrar'), w.a.clerk.account, w.now],
    },
  ])
  return { id }
}

function substitutes(base: string): Knocks {
  return {
    [`GET ${base}`]: { desk: 'chair', send: () => ({ path: base }) },
    [`POST ${base}`]: {
      desk: 'chair',
      // Two substitutions of one post at one time are refused: every one that is stored is taken back before the next.
      subject: async (w) => {
        await w.owner.trip([{ text: "delete from substitution where valid_from >= '2026-11-22T00:00:00Z'", values: [] }])
        return { post: await postOf(w, 'registrar') }
      },
      send: ({ w, subject: { post = '' } }) => ({ path: base, form: { unit: '09187', post, account: w.a.clerk.account, ...span } }),
    },
    [`POST ${base}/:id/ket-thuc`]: {
      desk: 'chair',
      subject: substitution,
      send: ({ subject: { id } }) => ({ path: `${base}/${id}/ket-thuc`, form: {} }),
    },
  }
}

/** How the administration is knocked at. Routes that are asked for by their address alone need no line. */
export const adminKnocks: Knocks = {
  'POST /quan-tri/su-co/:id/xong': {
    subject: async (w) => {
      const id = newId(Date.parse(w.now))
      await w.owner.trip([
        { text: "insert into operator_alert (id, kind, params, at) values ($1, 'file-refused', '{}', $2)", values: [id, w.now] },
      ])
      return { id }
    },
    send: ({ subject: { id } }) => ({ path: `/quan-tri/su-co/${id}/xong`, form: { note: 'Đã liên hệ người nộp' } }),
  },
  'POST /quan-tri/cong-tac': {
    stays: true,
    send: () => ({ path: '/quan-tri/cong-tac', form: { name: 'outage', value: 'off', reason: 'Thử' } }),
  },
  'GET /quan-tri/thu-tuc-thong-ke/:code': plain('/quan-tri/thu-tuc-thong-ke/1.001193'),
  'POST /quan-tri/noi-nop': {
    stays: true,
    send: () => ({
      path: '/quan-tri/noi-nop',
      form: { code: '1.001193', front: 'own', 'from-day': '23', 'from-month': '11', 'from-year': '2026', reason: 'Thử' },
    }),
  },
  'POST /quan-tri/cong-tac/thong-bao': {
    stays: true,
    send: () => ({ path: '/quan-tri/cong-tac/thong-bao', form: { vi: 'Bảo trì tối nay', en: 'Maintenance tonight', reason: 'Thử' } }),
  },
  'GET /quan-tri/lich/xem-truoc': { send: ({ at }) => ({ path: '/quan-tri/lich/xem-truoc', query: swap(at) }) },
  'POST /quan-tri/lich': { send: ({ at }) => ({ path: '/quan-tri/lich', form: swap(at) }) },
  'POST /quan-tri/can-bo': {
    send: ({ at }) => ({ path: '/quan-tri/can-bo', form: { name: 'Lê Văn Thử', login: `thu.so${at}` } }),
  },
  'GET /quan-tri/can-bo/:id': { send: ({ w }) => ({ path: `/quan-tri/can-bo/${w.mai.account}` }) },
  'GET /quan-tri/can-bo/:id/chuc-danh': { send: ({ w }) => ({ path: `/quan-tri/can-bo/${w.mai.account}/chuc-danh?don-vi=09187` }) },
  'POST /quan-tri/can-bo/:id/chuc-danh': {
    subject: async (w) => ({ ...(await newAccount(w)), post: await postOf(w, 'clerk') }),
    send: ({ subject: { account, post = '' } }) => ({ path: `/quan-tri/can-bo/${account}/chuc-danh`, form: { unit: '09187', post } }),
  },
  'POST /quan-tri/can-bo/:id/chuc-danh/:post/thoi': {
    subject: async (w) => {
      const { account } = await newAccount(w)
      const post = await postOf(w, 'clerk')
      await w.owner.trip([
        {
          text: 'insert into post_holding (id, post_id, account_id, valid_from) values ($1, $2, $3, $4)',
          values: [newId(), post, account, '2026-11-01T00:00:00Z'],
        },
      ])
      return { account, post }
    },
    send: async ({ w, subject: { account } }) => {
      const page = `/quan-tri/can-bo/${account}`
      const html = (await (await w.visitor(administrator(w))).get(page)).html
      const [, path = ''] = new RegExp(`action="(${page}/chuc-danh/[0-9a-f-]{36}/thoi)"`).exec(html) ?? []
      return { path, form: await fieldsOn(w, administrator(w), page, '/thoi') }
    },
  },
  'POST /quan-tri/can-bo/:id/mat-khau': onAccount('mat-khau'),
  'POST /quan-tri/can-bo/:id/khoa': onAccount('khoa', { reason: 'Nghỉ việc' }),
  'POST /quan-tri/can-bo/:id/mo-khoa': onAccount('mo-khoa'),
  'POST /quan-tri/can-bo/:id/mo-lai': {
    subject: async (w) => {
      const made = await newAccount(w)
      const page = `/quan-tri/can-bo/${made.account}`
      await (await w.visitor(administrator(w))).send(page, '/khoa', { reason: 'Nghỉ việc' })
      return made
    },
    send: ({ subject: { account } }) => ({ path: `/quan-tri/can-bo/${account}/mo-lai`, form: {} }),
  },
  'POST /quan-tri/can-bo/:id/phien/:session/ket-thuc': {
    subject: async (w) => ({ session: (await w.sessionOf(w.mai)).session.id }),
    send: ({ w, subject: { session } }) => ({ path: `/quan-tri/can-bo/${w.mai.account}/phien/${session}/ket-thuc`, form: {} }),
  },
  ...substitutes('/can-bo/nguoi-thay'),
  ...substitutes('/quan-tri/nguoi-thay'),
}

/** Another Friday off and another Saturday worked each time, in a year whose calendar is known. */
function swap(at: number): Record<string, string> {
  const friday = new Date(Date.UTC(2026, 10, 27 + 7 * (at % 4)))
  const saturday = new Date(friday.getTime() + 86_400_000)
  const parts = (name: string, day: Date) => ({
    [`${name}-day`]: String(day.getUTCDate()),
    [`${name}-month`]: String(day.getUTCMonth() + 1),
    [`${name}-year`]: String(day.getUTCFullYear()),
  })
  return { kind: 'swap', ...parts('off', friday), ...parts('worked', saturday), name: 'Nghỉ hoán đổi', source: 'Văn bản thử 1/TB' }
}
