import { type Certificate, certificatesIn, hex, type NameParts, sha256 } from '#platform/der'
import { PdfDocument, PdfError } from '#platform/pdf'
import { type Evidence, merged, noEvidence } from '../evidence.ts'
import { fieldsOf } from '../fields.ts'
import { blame } from './blame.ts'
import { difference } from './changes.ts'
import { checked, type Grounds, isSound, type Statement } from './cryptography.ts'
import { evidenceIn, readEvidence } from './evidence-rules.ts'
import { isTooLarge, readFields } from './field-rules.ts'
import { distinct, type Finding, finding, isRefusal, type Outcome, outcomeOf } from './findings.ts'
import { readCatalog, readForm, readInformation, readPages } from './frame-rules.ts'
import { alteredIn, type Held, heldBy, orNone, signedBeginnings } from './held.ts'
import { reading, type Step, stepOf } from './step.ts'

/** Who must have signed a field: by the certificates the directory knows for that time, or by parts of their subject. */
export type ExpectedSigner = { title: string; certificates?: readonly string[]; subject?: Partial<NameParts> }

export type VerifyOptions = {
  /** PEM of the roots we trust; none: nothing is trusted. */
  trustRoots: string
  /** `own`: papers that this platform issued. The rules for papers of other agencies are not written yet. */
  profile: 'own'
  expected?: { leader?: ExpectedSigner; agency?: ExpectedSigner }
  /** SHA-256 (hexadecimal) of every stage in which this paper was issued; empty: never issued. Left out: not asked. */
  issued?: readonly string[]
  /** Evidence kept beside the file; what the file itself carries is read too. */
  evidence?: Evidence
}

export type SignatureFact = {
  field: string
  kind: 'signature' | 'time-stamp'
  who: string
  name: string
  post?: string
  unit?: string
  at?: string
  serial?: string
  issuer?: string
  /** SHA-256 of the certificate. */
  certificate?: string
  scheme?: string
  isSound: boolean
}

/** Codes and parameters only: worded by `sentence` when shown. */
export type Verdict = { outcome: Outcome; sha256: string; signatures: SignatureFact[]; findings: Finding[] }

/** Says who signed a file, when, and whether anything changed since. Never throws for what the file contains. */
export function verify(pdf: Uint8Array, options: VerifyOptions): Verdict {
  const fingerprint = hex(sha256(pdf))
  const inRegister = options.issued === undefined || options.issued.includes(fingerprint)
  const { signatures, findings } = examined(pdf, options)
  const all = distinct(inRegister ? findings : [...findings, finding('not-as-issued')])
  return { outcome: outcomeOf(all), sha256: fingerprint, signatures, findings: all }
}

type Examined = Pick<Verdict, 'signatures' | 'findings'>

function examined(pdf: Uint8Array, options: VerifyOptions): Examined {
  try {
    return examine(new PdfDocument(pdf), options)
  } catch (error) {
    if (!(error instanceof PdfError)) throw error
    return unopened(pdf, options)
  }
}

type Judged = { held: Held; statement: Statement }

function examine(document: PdfDocument, options: VerifyOptions): Examined {
  const { held, findings } = heldBy(document)
  const evidence = merged(options.evidence ?? noEvidence, evidenceIn(document))
  const grounds: Grounds = { roots: certificatesIn(options.trustRoots), evidence }
  const judged = held.map((one) => ({ held: one, statement: checked(one, document.bytes, grounds) }))
  const people = judged.filter(({ held: { isTimeStamp } }) => !isTimeStamp)
  const lost = signedBeginnings(document.bytes).filter(({ end }) => !held.some((one) => one.end === end))
  if (held.length + lost.length + findings.length === 0) return { signatures: [], findings: [finding('unreadable')] }
  if (people.length + lost.length + findings.length === 0) findings.push(finding('unreadable'))
  if (people.some(({ held: { field } }) => isTooLarge(field, 'signature'))) findings.push(finding('signature-over-content'))
  return {
    signatures: judged.map(factOf),
    findings: [
      ...judged.flatMap(({ statement }) => [...signedBy(statement), ...statement.findings]),
      ...findings,
      ...steps(document, judged, lost),
      ...signers(document, people, options.expected ?? {}),
    ],
  }
}

const signedBy = (statement: Statement): Finding[] =>
  isSound(statement) && statement.at ? [finding('signed', { who: statement.who, at: statement.at })] : []

function factOf({ held, statement }: Judged): SignatureFact {
  const { certificate, at, who, scheme } = statement
  const subject = certificate?.subject
  return {
    field: held.field.name,
    kind: held.isTimeStamp ? 'time-stamp' : 'signature',
    who,
    name: subject?.commonName ?? '',
    ...(subject?.title ? { post: subject.title } : {}),
    ...(subject?.organization ? { unit: subject.organization } : {}),
    ...(at ? { at } : {}),
    ...(certificate ? { serial: certificate.serial, issuer: certificate.issuer.commonName, certificate: certificate.fingerprint } : {}),
    ...(scheme ? { scheme } : {}),
    isSound: isSound(statement),
  }
}

/** Every signed beginning (also those whose signature the file no longer shows) against the next, and the last against the end of the file. */
function steps(document: PdfDocument, judged: readonly Judged[], lost: readonly Held[]): Finding[] {
  const stages = [...judged, ...lost.map((held) => ({ held, statement: { who: '', findings: [] } }))].sort(
    (a, b) => a.held.end - b.held.end,
  )
  return stages.flatMap((stage, index) => {
    const next = stages[index + 1]
    const after = next?.held.prefix ?? document
    if (after.bytes.length === stage.held.end) return []
    const signature = next && { held: next.held, who: next.statement.who }
    return between(stage.held.prefix, after, stage.statement.who, signature)
  })
}

function between(before: PdfDocument, after: PdfDocument, who: string, signature: Step['signature']): Finding[] {
  const { changes, findings } = difference(before, after)
  if (findings.some(({ code }) => code === 'put-back')) return findings
  const step = orNone(() => stepOf(before, after, changes, who, signature))
  if (!step) return findings.some(isRefusal) ? findings : [finding('put-back')]
  const read = reading()
  for (const rule of [readFields, readForm, readPages, readCatalog, readInformation, readEvidence]) rule(step, read)
  return [...read.findings, ...findings, ...blame(step, read)]
}

function signers(document: PdfDocument, people: readonly Judged[], expected: NonNullable<VerifyOptions['expected']>): Finding[] {
  const fields = fieldsOf(document)
  return (['leader', 'agency'] as const).flatMap((field) => {
    const own = people.find(({ held }) => held.field.name === field)
    const wanted = expected[field]
    const place = fields.find(({ name }) => name === field)
    if (!own) return place ? (place.value === undefined ? [finding(`${field}-missing`)] : []) : wanted ? [finding(`${field}-missing`)] : []
    const { certificate, who } = own.statement
    return wanted && certificate && !isExpected(certificate, wanted)
      ? [finding('wrong-signer', { field, who, expected: wanted.title })]
      : []
  })
}

function isExpected(certificate: Certificate, { certificates, subject }: ExpectedSigner): boolean {
  if (certificates && !certificates.includes(certificate.fingerprint)) return false
  const own: Readonly<Record<string, string | undefined>> = certificate.subject
  return Object.entries(subject ?? {}).every(([part, value]) => own[part] === value?.normalize('NFC'))
}

/**
 * A file that does not open. Where a signed beginning of it does, or a digest tells of a change, that is tampering and
 * no broken file.
 */
function unopened(pdf: Uint8Array, options: VerifyOptions): Examined {
  const grounds = { roots: certificatesIn(options.trustRoots), evidence: options.evidence ?? noEvidence }
  const judged = signedBeginnings(pdf).map((held) => ({ held, statement: checked(held, pdf, grounds) }))
  if (judged.length === 0) return { signatures: [], findings: alteredIn(pdf) ?? [finding('unreadable')] }
  const changed = judged.flatMap(({ statement }) => statement.findings)
  const end = Math.max(...judged.map(({ held }) => held.end))
  const hasTable = Buffer.from(pdf.subarray(end)).includes('startxref')
  return { signatures: judged.map(factOf), findings: [...changed, finding(hasTable ? 'put-back' : 'hidden-data')] }
}
