import { agreeTime, confirmDraft, offerTimes, propose, receive } from '#modules/dossiers'
import { addMinutes } from '#platform/clock'
import type { BirthWorld } from './birth.ts'
import { file, marriageAnswers } from './marriage.ts'

/** Where a marriage of commune `a` stands that Hồng filed. `together`: both came to the counter without an appointment. */
export type AtAppointment = 'toOffer' | 'toChoose' | 'chosen' | 'together'

// Three working days after the world begins: a time that nobody else has asked for.
let minute = Date.parse('2026-11-25T01:00:00.000Z')

/** A time of its own in the week after: two cases never share one. */
function nextTime(): string {
  const at = new Date(minute).toISOString()
  minute = Date.parse(addMinutes(at, 30))
  // The morning and the afternoon of a working day, without its noon and its evening.
  if (at.slice(11, 13) === '04') minute = Date.parse(`${at.slice(0, 10)}T07:00:00.000Z`)
  if (at.slice(11, 13) === '09') minute = Date.parse(`${at.slice(0, 10)}T01:00:00.000Z`) + 7 * 86_400_000
  return ['04', '09'].includes(at.slice(11, 13)) ? nextTime() : at
}

export async function marriageAt(w: BirthWorld, state: AtAppointment): Promise<{ code: string; id: string; trackKey: string }> {
  const channel = state === 'together' ? 'counter' : 'online'
  const filed = await file(w, { who: w.hong, answers: marriageAnswers(), code: '1.000894', channel })
  if (!filed.ok) throw new Error(JSON.stringify(filed))
  const { code, id, trackKey } = filed
  await receive(w.as(w.a.receptionist), code)
  await propose(w.as(w.a.registrar), code, 'Đủ điều kiện')
  if (state !== 'together') await confirmDraft(w.as(w.hong), code)
  if (state === 'toChoose') await offerTimes(w.as(w.a.registrar), code, [nextTime()])
  if (state === 'chosen') await agreeTime(w.as(w.a.registrar), code, nextTime())
  return { code, id, trackKey }
}
