import { asOctets, type Certificate, digest, equal, oids, readSignedData, single } from '#platform/der'
import { type Dict, isArray, isRef, isText, nameOf, PdfDocument, PdfError, type Text } from '#platform/pdf'
import { orNothing } from '../evidence.ts'
import { type Field, fieldsOf } from '../fields.ts'
import { type Finding, finding } from './findings.ts'

/** A signature as the file holds it: its field, dictionary, covered range, and the file as it was when it was made. */
export type Held = {
  field: Field
  num: number
  dict: Dict
  contents: Text
  end: number
  isTimeStamp: boolean
  prefix: PdfDocument
}

const keys = new Set(['Type', 'Filter', 'SubFilter', 'ByteRange', 'Contents', 'M', 'Name', 'Reason', 'Location'])

/** Each signature opens the file once more: more than this many are not looked at. */
const mostLooked = 20

/** All signatures that the file shows, in the order of their ends, and what is wrong with the form of the others. */
export function heldBy(document: PdfDocument): { held: Held[]; findings: Finding[] } {
  const signed = fieldsOf(document).filter(({ type, value }) => type === 'Sig' && value !== undefined)
  if (signed.length > mostLooked) throw new PdfError('too many signatures')
  const findings: Finding[] = []
  const held: Held[] = []
  const taken = new Set<number>()
  for (const field of signed) {
    const answer =
      isRef(field.value) && !taken.has(field.value.num) ? hold(document, field, field.value.num) : finding('signature-replaced')
    if (isRef(field.value)) taken.add(field.value.num)
    if ('code' in answer) findings.push(answer)
    else held.push(answer)
  }
  held.sort((a, b) => a.end - b.end)
  if (new Set(held.map(({ end }) => end)).size !== held.length) findings.push(finding('byte-range'))
  return { held, findings }
}

function hold(document: PdfDocument, field: Field, num: number): Held | Finding {
  const object = document.object(num)
  const place = document.places.get(num)
  if (!object || place?.kind !== 'at') return finding('signature-replaced')
  const dict = document.dict(object.value)
  const contents = dict.entries.get('Contents')
  const range = rangeOf(dict)
  if (!isText(contents) || contents.form !== 'hex' || !range) return finding('byte-range')
  const { a, b, end } = range
  if (object.start >= a || object.end > end) return finding('signature-replaced')
  if (contents.start !== a || contents.end !== b || end > document.bytes.length) return finding('byte-range')
  if ([...dict.entries.keys()].some((key) => !keys.has(key))) return finding('signature-replaced')
  const prefix = opened(document.bytes.subarray(0, end))
  if (!prefix) return finding('byte-range')
  const then = prefix.places.get(num)
  if (then?.kind !== 'at' || then.offset !== place.offset) return finding('signature-replaced')
  const kind = nameOf(dict.entries.get('SubFilter'))
  if (kind !== 'ETSI.CAdES.detached' && kind !== 'ETSI.RFC3161') return finding('signature-replaced')
  return { field, num, dict, contents, end, isTimeStamp: kind === 'ETSI.RFC3161', prefix }
}

function rangeOf(dict: Dict): { a: number; b: number; end: number } | undefined {
  const range = dict.entries.get('ByteRange')
  if (!isArray(range) || range.length !== 4) return undefined
  const [zero, a, b, c] = range
  if (zero !== 0 || typeof a !== 'number' || typeof b !== 'number' || typeof c !== 'number') return undefined
  return [a, b, c].every(Number.isInteger) && a > 0 && b > a && c > 0 ? { a, b, end: b + c } : undefined
}

/** The document, or undefined where it does not open as one. */
const opened = (bytes: Uint8Array): PdfDocument | undefined => orNone(() => new PdfDocument(bytes))

type Range = { a: number; b: number; end: number }

/** What looks like a ByteRange in the raw bytes, whether or not the file opens. */
function rangesIn(bytes: Uint8Array): Range[] {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  const found: Range[] = []
  for (let at = file.indexOf('/ByteRange'); at >= 0 && found.length < mostLooked; at = file.indexOf('/ByteRange', at + 10)) {
    const match = /^\/ByteRange\s*\[\s*0\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/.exec(file.subarray(at, at + 80).toString('latin1'))
    const [a, b, c] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])]
    if (match && a < b && b + c <= bytes.length) found.push({ a, b, end: b + c })
  }
  return found
}

/**
 * Beginnings of the file that were signed once, found in the raw bytes: so a revision that drops a signature from
 * sight is still compared with what was signed.
 */
export function signedBeginnings(bytes: Uint8Array): Held[] {
  const found: Held[] = []
  for (const { end } of rangesIn(bytes)) {
    if (found.some((one) => one.end === end)) continue
    const prefix = opened(bytes.subarray(0, end))
    const own = prefix && orNone(() => heldBy(prefix).held.find((one) => one.end === end))
    if (own) found.push(own)
  }
  return found
}

/** For a file that does not open at all: the signers whose digest no longer fits, or undefined where none can be read. */
export function alteredIn(bytes: Uint8Array): Finding[] | undefined {
  const findings = rangesIn(bytes).flatMap(({ a, b, end }) => {
    const raw = Buffer.from(bytes.subarray(a + 1, b - 1)).toString('latin1')
    const data = orNothing(() => readSignedData(new Uint8Array(Buffer.from(raw, 'hex'))))
    const imprint = data && orNothing(() => asOctets(single(data.signer.attributes, oids.messageDigest)))
    if (!data || !imprint) return []
    const actual = digest(data.signer.digest, bytes.subarray(0, a), bytes.subarray(b, end))
    return equal(imprint, actual) ? [] : [finding('digest-mismatch', { who: whoIs(data.signer.certificate) })]
  })
  return findings.length > 0 ? findings : undefined
}

/** Name and post, as a person would say it. */
export const whoIs = ({ subject }: Certificate): string => [subject.commonName, subject.title].filter(Boolean).join(', ')

/** Undefined where the file breaks the rules; other failures are our own and throw. */
export function orNone<T>(read: () => T): T | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}
