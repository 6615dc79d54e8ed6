import { type AtAppointment, marriageAt } from '../at-appointment.ts'
import { lieWith, settleJobs } from './cases.ts'
import { fieldsOn, type Knock, type Knocks, type Subject } from './request.ts'
import type { PolicyWorld } from './world.ts'

const marriage =
  (state: AtAppointment) =>
  async (w: PolicyWorld, lies: 'own' | 'predecessor' = 'own'): Promise<Subject> => {
    const found = await marriageAt(w, state)
    if (lies === 'predecessor') {
      await settleJobs(w)
      await lieWith(w, found.id, w.predecessor)
    }
    return found
  }

type Answers = Readonly<Record<string, string | readonly string[]>>

function office(state: AtAppointment, slug: string, answers: Answers): Knocks {
  const subject = marriage(state)
  return {
    [`GET /viec/:code/${slug}`]: { desk: 'registrar', subject, send: ({ subject: { code } }) => ({ path: `/viec/${code}/${slug}` }) },
    [`POST /viec/:code/${slug}`]: {
      desk: 'registrar',
      subject,
      send: async ({ w, subject: { code } }) => {
        const path = `/viec/${code}/${slug}`
        return { path, form: { ...(await fieldsOn(w, w.a.registrar, path, `/${slug}`)), ...answers } }
      },
    },
  }
}

const own = (state: AtAppointment, page: string): Knock => ({
  subject: (w) => marriage(state)(w),
  send: ({ subject: { code } }) => ({ path: `/ho-so/${code}${page}` }),
})

/** How appointments are knocked at, on both sides. */
export const appointmentKnocks: Knocks = {
  ...office('toOffer', 'de-nghi-gio', { agreed: 'choose' }),
  ...office('together', 'co-mat', { appeared: ['wifeName', 'husbandName'], confirmed: ['identity', 'freeWill', 'signed'] }),
  ...office('together', 'vang-mat', { absent: 'husbandName' }),
  'GET /ho-so/:code/hen': own('toChoose', '/hen'),
  'GET /ho-so/:code/hen.ics': own('chosen', '/hen.ics'),
  'POST /ho-so/:code/hen': {
    subject: (w) => marriage('toChoose')(w),
    send: async ({ w, subject: { code } }) => {
      const path = `/ho-so/${code}/hen`
      const { html } = await (await w.visitor(w.hong)).get(path)
      const [, gio = ''] = /name="gio"[^>]*value="([^"]+)"/.exec(html) ?? []
      return { path, form: { ...(await fieldsOn(w, w.hong, path, '/hen')), gio } }
    },
  },
  'POST /ho-so/:code/hen/khac': {
    subject: (w) => marriage('toChoose')(w),
    send: async ({ w, subject: { code } }) => {
      const path = `/ho-so/${code}/hen`
      return { path: `${path}/khac`, form: { ...(await fieldsOn(w, w.hong, path, '/hen/khac')), 'mong-muon': 'Chiều thứ Năm' } }
    },
  },
}
