/** One appointment as a calendar program reads it (RFC 5545). Nothing personal stands in it: it may travel anywhere. */
export type Entry = { uid: string; at: string; startsAt: string; endsAt: string; summary: string; location: string; url: string }

export function calendarFile({ uid, at, startsAt, endsAt, summary, location, url }: Entry): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Lien Thong//Appointment//VI',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${stamp(at)}`,
    `DTSTART:${stamp(startsAt)}`,
    `DTEND:${stamp(endsAt)}`,
    `SUMMARY:${escaped(summary)}`,
    `LOCATION:${escaped(location)}`,
    `URL:${url}`,
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(summary)}`,
    'TRIGGER:-P1D',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines
    .flatMap(folded)
    .map((line) => `${line}\r\n`)
    .join('')
}

/** "20261123T010000Z": always in UTC, so that no time zone need be described. */
function stamp(instant: string): string {
  return `${instant.slice(0, 19).replace(/[-:]/g, '')}Z`
}

function escaped(text: string): string {
  return text.replace(/[\\;,]/g, '\\$&').replace(/\r?\n/g, '\\n')
}

// A line holds at most 75 bytes; what follows begins with a space (section 3.1).
const mostBytes = 74

function folded(line: string): string[] {
  const parts = ['']
  for (const sign of line) {
    const last = parts.at(-1) ?? ''
    if (Buffer.byteLength(last + sign) > mostBytes) parts.push(` ${sign}`)
    else parts[parts.length - 1] = last + sign
  }
  return parts
}
