import { newId } from '#platform/id'
import { exampleAnswers } from '../../src/web/api/example-filing.ts'
import { smallPdf } from '../birth.ts'
import { caseAt, draftOf, uploadOf } from './cases.ts'
import { type Knocks, plain } from './request.ts'
import type { PolicyWorld } from './world.ts'

const withUpload = (arrived: boolean) => async (w: PolicyWorld) => {
  const { id = '' } = await draftOf(w)
  return { id, upload: await uploadOf(w, id, { arrived }) }
}

/** How machines knock: with a session's token as a bearer's. */
export const machineKnocks: Knocks = {
  'GET /api/v1/procedures/:code': plain('/api/v1/procedures/1.001193'),
  'GET /api/v1/communes': plain('/api/v1/communes?q=kinh+bac'),
  'POST /api/v1/drafts': {
    stays: true,
    send: () => ({ path: '/api/v1/drafts', json: { id: newId(), procedure: '1.001193', commune: '09187' } }),
  },
  'POST /api/v1/drafts/:draft/uploads': {
    subject: (w) => draftOf(w),
    send: ({ subject: { id } }) => ({
      path: `/api/v1/drafts/${id}/uploads`,
      json: { field: 'clinicNote', name: 'giay.pdf', size: smallPdf.length },
    }),
  },
  'GET /api/v1/uploads/:upload': { subject: withUpload(false), send: ({ subject: { upload } }) => ({ path: `/api/v1/uploads/${upload}` }) },
  'PATCH /api/v1/uploads/:upload': {
    subject: withUpload(false),
    send: ({ subject: { upload } }) => ({
      path: `/api/v1/uploads/${upload}`,
      bytes: { type: 'application/offset+octet-stream', content: smallPdf },
      headers: { 'upload-offset': '0' },
    }),
  },
  'POST /api/v1/uploads/:upload/finish': {
    subject: withUpload(true),
    send: ({ subject: { upload } }) => ({ path: `/api/v1/uploads/${upload}/finish` }),
  },
  'POST /api/v1/dossiers': {
    subject: (w) => draftOf(w, { answered: true }),
    send: ({ subject: { id } }) => ({ path: '/api/v1/dossiers', json: { draft: id, answers: exampleAnswers } }),
  },
  'GET /api/v1/dossiers/:code': {
    subject: (w, lies) => caseAt(w, 'received', lies),
    send: ({ subject: { code } }) => ({ path: `/api/v1/dossiers/${code}` }),
  },
  'GET /api/v1/track/:key': {
    subject: (w) => caseAt(w, 'submitted'),
    send: ({ subject: { trackKey } }) => ({ path: `/api/v1/track/${trackKey}` }),
  },
  'POST /api/v1/verify': { stays: true, send: () => ({ path: '/api/v1/verify', bytes: { type: 'application/pdf', content: smallPdf } }) },
  'POST /xac-minh': { stays: true, send: () => ({ path: '/xac-minh', file: { field: 'tep', name: 'a.pdf', bytes: smallPdf } }) },
  'POST /xac-minh/bien-ban': {
    stays: true,
    send: ({ w }) => {
      const verdict = {
        outcome: 'refused',
        standing: 'unknown',
        sha256: '0'.repeat(64),
        signers: [],
        findings: [{ code: 'unreadable', params: {} }],
      }
      const sealed = w.keys.seal(JSON.stringify({ verdict, file: 'a.pdf', at: w.now }), 'check.report').toString('base64url')
      return { path: '/xac-minh/bien-ban', form: { 'ket-qua': sealed } }
    },
  },
}
