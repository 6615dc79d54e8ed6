import type { Doors } from '#platform/http'
import { uploadDoors } from '../../portal/apply/uploads.ts'
import type { Services } from '../../services.ts'
import { findBack, showBack } from './back-page.tsx'
import { moveSheet, send, showCheck } from './check.ts'
import { again, showDone } from './done.tsx'
import { drop, showDrop } from './drop.tsx'
import { sendDeliver, sendDraft, sendWithdraw, showDeliver, showDraft, showWithdraw } from './in-place.tsx'
import { counterHome } from './links.ts'
import { draft, result, slip } from './papers.ts'
import { sendSheet, sheetTakes, showSheet } from './sheet.ts'
import { showStart } from './start.tsx'
import { sendSupplement, showSupplement, supplementTakes } from './supplement.tsx'
import { begin, showWho } from './who.ts'

/** The counter: an official writes for whoever stands there, and does in their place what waits for them. */
export function counterRoutes(doors: Doors, services: Services): void {
  const may = 'at-counter'
  doors.get(counterHome, { may }, (req, reply) => showStart(req, reply, services))
  doors.get(`${counterHome}/thu-tuc/:code`, { may }, (req, reply) => showWho(req, reply, services))
  doors.post(`${counterHome}/thu-tuc/:code`, { may }, (req, reply) => begin(req, reply, services))
  doors.get(`${counterHome}/xong/:code`, { may }, (req, reply) => showDone(req, reply, services))
  doors.post(`${counterHome}/xong/:code/them`, { may }, (req, reply) => again(req, reply, services))
  backRoutes(doors, services, `${counterHome}/ho-so/:code`)
  sheetRoutes(doors, services, `${counterHome}/:id`)
}

function backRoutes(doors: Doors, services: Services, base: string): void {
  const may = 'at-counter'
  doors.get(`${counterHome}/ho-so`, { may }, (req, reply) => findBack(req, reply, services))
  doors.get(base, { may }, (req, reply) => showBack(req, reply, services))
  doors.get(`${base}/giay-tiep-nhan`, { may }, (req, reply) => slip(req, reply, services))
  doors.get(`${base}/ket-qua`, { may }, (req, reply) => result(req, reply, services))
  doors.get(`${base}/ban-nhap.pdf`, { may }, (req, reply) => draft(req, reply, services))
  doors.get(`${base}/bo-sung`, { may }, (req, reply) => showSupplement(req, reply, services))
  doors.post(`${base}/bo-sung`, { may, streamed: true, keyless: true }, (req, reply) => sendSupplement(req, reply, services))
  uploadDoors(doors, services, `${base}/tep`, supplementTakes, may)
  doors.get(`${base}/ban-nhap`, { may }, (req, reply) => showDraft(req, reply, services))
  doors.post(`${base}/ban-nhap`, { may }, (req, reply) => sendDraft(req, reply, services))
  doors.get(`${base}/rut`, { may }, (req, reply) => showWithdraw(req, reply, services))
  doors.post(`${base}/rut`, { may }, (req, reply) => sendWithdraw(req, reply, services))
  doors.get(`${base}/tra`, { may }, (req, reply) => showDeliver(req, reply, services))
  doors.post(`${base}/tra`, { may }, (req, reply) => sendDeliver(req, reply, services))
}

function sheetRoutes(doors: Doors, services: Services, base: string): void {
  const may = 'at-counter'
  doors.get(base, { may }, (req, reply) => showSheet(req, reply, services))
  // The form may carry files: its token and fields come piece by piece, and a sheet stored twice is the same sheet.
  doors.post(base, { may, streamed: true, keyless: true }, (req, reply) => sendSheet(req, reply, services))
  uploadDoors(doors, services, `${base}/tep`, sheetTakes, may)
  doors.get(`${base}/kiem-tra`, { may }, (req, reply) => showCheck(req, reply, services))
  doors.post(`${base}/kiem-tra`, { may }, (req, reply) => send(req, reply, services))
  doors.post(`${base}/noi-nhan`, { may }, (req, reply) => moveSheet(req, reply))
  doors.get(`${base}/bo`, { may }, (req, reply) => showDrop(req, reply, services))
  doors.post(`${base}/bo`, { may }, (req, reply) => drop(req, reply))
}
