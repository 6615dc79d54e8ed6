import {
  fieldsFrom,
  openTrust,
  prepare,
  reserve,
  type Signer,
  type SignRequest,
  signAgency,
  signLeader,
  softwareSigner,
  type Trust,
} from '#modules/signing'
import { renderPaper } from '#platform/pdf'
import { createPki, type KeyKind, type Pki } from '../src/sandbox/pki/index.ts'

/** A commune's chair and agency with test certificates, and authorities that answer without a network. */
export type SigningWorld = { pki: Pki; now: string; trust: Trust; leader: Signer; agency: Signer; officer: Signer }

const unit = 'UBND phường Kinh Bắc'
export const people = {
  leader: { commonName: 'Nguyễn Thị Mẫu', title: 'Phó Chủ tịch', organization: unit, country: 'VN' },
  agency: { commonName: unit, organization: 'UBND tỉnh Bắc Ninh', country: 'VN' },
  officer: { commonName: 'Trần Văn Khác', title: 'Trưởng phòng', organization: 'Sở Tư pháp', country: 'VN' },
}

/** `fetch` is not used: the trust speaks to the authorities' functions. */
export function signingWorld(now = '2026-08-21T08:01:00Z', keyKind: KeyKind = 'ec'): SigningWorld {
  const pki = createPki({ now: () => now })
  return { pki, now, trust: directTrust(pki), ...signersOf(pki, keyKind) }
}

export function signersOf(pki: Pki, keyKind: KeyKind = 'ec'): { leader: Signer; agency: Signer; officer: Signer } {
  const signer = (subject: (typeof people)[keyof typeof people], kind: 'person' | 'agency') =>
    softwareSigner(pki.issueWithKey({ subject, kind, keyKind }))
  return { leader: signer(people.leader, 'person'), agency: signer(people.agency, 'agency'), officer: signer(people.officer, 'person') }
}

/** The real client, with the authorities behind a `fetch` of its own. */
export function directTrust(pki: Pki): Trust {
  const answers: Record<string, (body: Uint8Array) => Uint8Array> = {
    tsa: (body) => pki.tsa(body),
    ocsp: (body) => pki.ocsp(body),
    'root.crl': () => pki.crl('root'),
    'issuing.crl': () => pki.crl('issuing'),
  }
  const addresses = { tsaUrl: 'tsa', ocspUrl: 'ocsp', crlUrls: ['issuing.crl', 'root.crl'] }
  return openTrust({
    rootsPem: pki.rootPem,
    ...addresses,
    ask: async (url, question) => answers[url]?.(question?.body ?? new Uint8Array()),
  })
}

export const template = `#set document(title: "Giấy khai sinh (mẫu thử)")
#grid(columns: (1fr, 1fr), align: center)[UBND TỈNH BẮC NINH \\ *UBND PHƯỜNG KINH BẮC*][*CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM* \\ *Độc lập – Tự do – Hạnh phúc*]
#if data.number == none [Số: #box(baseline: 25%, slot("number", 90pt, 18pt)) #h(1fr) _Kinh Bắc,_ #box(baseline: 25%, slot("date", 180pt, 18pt))] else [Số: #data.number]
#align(center)[= GIẤY KHAI SINH]
Họ, chữ đệm, tên: *#data.name*
#v(20pt)
#align(right)[#box(width: 220pt)[#align(center)[*KT. CHỦ TỊCH \\ PHÓ CHỦ TỊCH*
#v(20pt)
#block(height: 90pt, width: 220pt)[
  #place(dx: 50pt, dy: 10pt, slot("leader", 160pt, 70pt))
  #place(dx: 10pt, dy: 0pt, slot("agency", 90pt, 90pt))
]
*Nguyễn Thị Mẫu*]]]`

export type PaperKind = 'from-register' | 'after-signature'

/** An unsigned paper with its fields reserved. */
export function reservedPaper(kind: PaperKind, now: string, name = 'Nguyễn Ngọc Ánh'): Uint8Array {
  const number = kind === 'from-register' ? '15/2026' : null
  const { pdf, slots } = renderPaper({ template, data: { name, number }, now })
  return reserve(pdf, fieldsFrom(slots))
}

export const filled = { number: '27/GXN-UBND', date: '2026-08-21' }

/** The leader's and the agency's signature, one after the other; `after-signature` fills number and date with the seal. */
export async function signedPaper(
  world: SigningWorld,
  kind: PaperKind,
): Promise<{ reserved: Uint8Array; leader: Uint8Array; agency: Uint8Array }> {
  return signedOver(world, reservedPaper(kind, world.now), kind)
}

/** The same over a paper that is given. */
export async function signedOver(
  world: SigningWorld,
  reserved: Uint8Array,
  kind: PaperKind,
): Promise<{ reserved: Uint8Array; leader: Uint8Array; agency: Uint8Array }> {
  const leader = await signedBy(signLeader, world, {
    pdf: reserved,
    signer: world.leader,
    block: { kind: 'ink', name: 'Nguyễn Thị Mẫu' },
    at: world.now,
  })
  const seal = { pdf: leader, signer: world.agency, block: { kind: 'seal', unit } as const, at: world.now }
  const agency = await signedBy(signAgency, world, kind === 'after-signature' ? { ...seal, fills: filled } : seal)
  return { reserved, leader, agency }
}

async function signedBy(sign: typeof signLeader, { trust }: SigningWorld, request: SignRequest): Promise<Uint8Array> {
  const answer = await sign(request, trust, async (asked) => prepare(asked))
  if (!answer.ok) throw new Error(answer.problem)
  return answer.pdf
}
