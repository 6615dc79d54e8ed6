import type { Doors } from '#platform/http'
import type { Services } from '../../services.ts'
import { answerPage, showPage } from './answer.ts'
import { begin, move, showBegin, showMove } from './begin.ts'
import { askWallet, dispute, drop, file, resume, showDrop, showReview } from './review.tsx'
import { draftTakes, uploadDoors } from './uploads.ts'

const draft = '/ho-so-nhap/:id'

export function applyRoutes(doors: Doors, services: Services): void {
  doors.get('/nop/:code', { may: 'citizen' }, (req, reply) => showBegin(req, reply, services))
  doors.post('/nop/:code', { may: 'citizen' }, (req, reply) => begin(req, reply, services))
  doors.get(draft, { may: 'citizen' }, (req, reply) => resume(req, reply))
  doors.get(`${draft}/noi-nop`, { may: 'citizen' }, (req, reply) => showMove(req, reply, services))
  doors.post(`${draft}/noi-nop`, { may: 'citizen' }, (req, reply) => move(req, reply, services))
  doors.get(`${draft}/xem-lai`, { may: 'citizen' }, (req, reply) => showReview(req, reply, services))
  doors.post(`${draft}/xem-lai`, { may: 'citizen' }, (req, reply) => file(req, reply, services))
  doors.get(`${draft}/bo`, { may: 'citizen' }, (req, reply) => showDrop(req, reply, services))
  doors.post(`${draft}/bo`, { may: 'citizen' }, (req, reply) => drop(req, reply))
  doors.post(`${draft}/sai`, { may: 'citizen' }, (req, reply) => dispute(req, reply))
  doors.post(`${draft}/vi`, { may: 'citizen' }, (req, reply) => askWallet(req, reply, services))
  uploadDoors(doors, services, `${draft}/tep`, draftTakes)
  doors.get(`${draft}/:page`, { may: 'citizen' }, (req, reply) => showPage(req, reply, services))
  // The form may carry files: its token and fields come piece by piece, and a page stored twice is the same page.
  doors.post(`${draft}/:page`, { may: 'citizen', streamed: true, keyless: true }, (req, reply) => answerPage(req, reply, services))
}
