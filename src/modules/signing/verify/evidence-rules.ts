import { readCertificate, readOcspAnswer, readRevocationList } from '#platform/der'
import {
  canonical,
  type Dict,
  inflated,
  isArray,
  isDict,
  isRef,
  isStream,
  nameOf,
  type PdfDocument,
  PdfError,
  type Value,
} from '#platform/pdf'
import { type Evidence, noEvidence, orNothing } from '../evidence.ts'
import { finding } from './findings.ts'
import { gained, numOf, type Reading, type Step } from './step.ts'

const lists = { Certs: readCertificate, CRLs: readRevocationList, OCSPs: readOcspAnswer } as const
const perSignature = { Cert: readCertificate, CRL: readRevocationList, OCSP: readOcspAnswer } as const
const streamKeys = new Set(['Length', 'Filter', 'Type'])

/** The evidence that a file carries. Pieces that cannot be read are left out: they prove nothing. */
export function evidenceIn(document: PdfDocument): Evidence {
  const store = document.get(document.catalog.entries.get('DSS'))
  if (!isDict(store)) return noEvidence
  const pieces = (key: string): Uint8Array[] => {
    const list = document.get(store.entries.get(key))
    return (isArray(list) ? list : []).flatMap((item) => bytesOf(document, item) ?? [])
  }
  return { certificates: pieces('Certs'), crls: pieces('CRLs'), ocsps: pieces('OCSPs') }
}

function bytesOf(document: PdfDocument, item: Value): Uint8Array | undefined {
  const value = document.get(item)
  try {
    return isStream(value) ? inflated(value) : undefined
  } catch (error) {
    if (error instanceof PdfError) return undefined
    throw error
  }
}

/** The evidence store may come and grow; what it holds must be evidence and nothing else. */
export function readEvidence(step: Step, into: Reading): void {
  const was = step.before.get(step.before.catalog.entries.get('DSS'))
  const at = step.after.catalog.entries.get('DSS')
  const is = step.after.get(at)
  if (!isDict(is)) return
  const old = isDict(was) ? was : undefined
  const seen = new Set<number>()
  const isSound = hasGrown(step, old, is, seen)
  if (isSound && touched(step, seen, at)) into.findings.push(finding('evidence-added'))
  if (!isSound) into.findings.push(finding('evidence-changed'))
  for (const num of seen) into.explained.add(num)
  const own = numOf(at)
  if (own !== undefined) into.explained.add(own)
}

const touched = (step: Step, seen: ReadonlySet<number>, at: Value | undefined): boolean =>
  [...seen, numOf(at) ?? -1].some((num) => step.changes.has(num)) || canonical(step.before.catalog.entries.get('DSS')) !== canonical(at)

function hasGrown(step: Step, was: Dict | undefined, is: Dict, seen: Set<number>): boolean {
  const known = [...is.entries.keys()].every((key) => key === 'Type' || key === 'VRI' || Object.hasOwn(lists, key))
  if (!known || (is.entries.has('Type') && nameOf(is.entries.get('Type')) !== 'DSS')) return false
  const keeps = Object.entries(lists).every(([key, read]) => hasGrownList(step, was?.entries.get(key), is.entries.get(key), read, seen))
  return keeps && hasGrownTable(step, was?.entries.get('VRI'), is.entries.get('VRI'), seen)
}

function hasGrownList(
  step: Step,
  was: Value | undefined,
  is: Value | undefined,
  read: (der: Uint8Array) => unknown,
  seen: Set<number>,
): boolean {
  const own = numOf(is)
  if (own !== undefined) seen.add(own)
  const added = gained(step.before.array(was), step.after.array(is))
  return added?.every((item) => isPiece(step, item, read, seen)) === true
}

function isPiece(step: Step, item: Value, read: (der: Uint8Array) => unknown, seen: Set<number>): boolean {
  const value = step.after.get(item)
  if (!isRef(item) || !isStream(value) || [...value.dict.entries.keys()].some((key) => !streamKeys.has(key))) return false
  seen.add(item.num)
  const bytes = bytesOf(step.after, item)
  return bytes !== undefined && orNothing(() => read(bytes)) !== undefined
}

function hasGrownTable(step: Step, was: Value | undefined, is: Value | undefined, seen: Set<number>): boolean {
  if (is === undefined) return was === undefined
  const [before, after] = [step.before.get(was), step.after.get(is)]
  if (!isDict(after)) return false
  const own = numOf(is)
  if (own !== undefined) seen.add(own)
  const kept = !isDict(before) || [...before.entries].every(([key, value]) => canonical(value) === canonical(after.entries.get(key)))
  return kept && [...after.entries].every(([key, value]) => /^[0-9A-F]{40}$/.test(key) && isRow(step, value, seen))
}

function isRow(step: Step, value: Value, seen: Set<number>): boolean {
  const row = step.after.get(value)
  const own = numOf(value)
  if (own !== undefined) seen.add(own)
  if (!isDict(row)) return false
  return [...row.entries].every(([key, item]) => {
    const read = Object.entries(perSignature).find(([known]) => known === key)?.[1]
    if (!read) return key === 'Type' || key === 'TU'
    const list = numOf(item)
    if (list !== undefined) seen.add(list)
    return step.after.array(item).every((piece) => isPiece(step, piece, read, seen))
  })
}
