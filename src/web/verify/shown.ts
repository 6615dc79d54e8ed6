import type { PaperSigner, PaperVerdict } from '#modules/dossiers'
import { type Finding, type FindingCode, levels, sentence } from '#modules/signing'
import type { Language } from '#platform/i18n'
import { momentText } from '#platform/text'
import type { Check, VerdictKind } from '../components/index.ts'
import { words } from './words.ts'

/** A verdict in words: one sentence as the title, what it means, and the reasons one by one. */
export type Shown = { kind: VerdictKind; title: string; says: string; checks: Check[] }

type Title = 'changed' | 'forged' | 'notIssued' | 'beforeIssue' | 'revoked' | 'untrusted' | 'unreadable'

/** What the reader is told first, by the finding that weighs most. Whatever is not named here changed the paper after it was signed. */
const titles: Partial<Record<FindingCode, Title>> = {
  'not-as-issued': 'notIssued',
  'byte-range': 'forged',
  'signature-replaced': 'forged',
  'contents-altered': 'forged',
  'certificate-mismatch': 'forged',
  'foreign-time-stamp': 'forged',
  'no-time-stamp': 'forged',
  'wrong-signer': 'forged',
  'agency-missing': 'beforeIssue',
  'leader-missing': 'beforeIssue',
  revoked: 'revoked',
  untrusted: 'untrusted',
  expired: 'untrusted',
  unreadable: 'unreadable',
}

/** Words a verdict for whoever holds the file. */
export function shown(verdict: PaperVerdict, lang: Language): Shown {
  if (verdict.outcome === 'genuine') return genuine(verdict, lang)
  return verdict.outcome === 'refused' ? refused(verdict, lang) : unsure(verdict, lang)
}

function genuine({ issued, signers, findings }: PaperVerdict, lang: Language): Shown {
  const say = words(lang)
  const unit = issued?.unit ?? ''
  const at = issued === undefined ? '' : momentText(issued.at)
  const told = findings.filter(({ code }) => code !== 'signed')
  return {
    kind: 'good',
    title: say('genuine'),
    says: say('genuineSays', { unit }),
    checks: [
      { kind: 'good', title: say('unchanged'), detail: say('asIssued', { unit, at }) },
      ...signers.map((signer) => signature(signer, lang)),
      ...certificates(signers, lang),
      ...told.map((one): Check => ({ kind: 'good', title: sentence(one, lang) })),
    ],
  }
}

function refused(verdict: PaperVerdict, lang: Language): Shown {
  const say = words(lang)
  const { standing, findings, issued, signers } = verdict
  const reasons = findings.filter(({ code }) => levels[code] === 'refused')
  const [first] = reasons
  const held = signers.filter(({ isSound }) => isSound)
  const checks = [
    ...reasons.map((one): Check => ({ kind: 'bad', title: sentence(one, lang) })),
    ...held.map((one) => stillInside(one, lang)),
  ]
  if (standing === 'replaced' && first === undefined) {
    const says = say('replacedSays', { at: momentText(issued?.at ?? '') })
    return { kind: 'bad', title: say('replaced'), says, checks: [{ kind: 'bad', title: says }, ...checks] }
  }
  const title = first === undefined ? 'notIssued' : (titles[first.code] ?? 'changed')
  return { kind: 'bad', title: say(title), says: say('doNotUse', { sentence: first === undefined ? '' : sentence(first, lang) }), checks }
}

function unsure({ standing, findings, signers }: PaperVerdict, lang: Language): Shown {
  const say = words(lang)
  const open = findings.filter(({ code }) => levels[code] === 'unproven')
  const [first] = open
  const isForeign = standing === 'foreign' && first === undefined
  return {
    kind: 'unsure',
    title: say(isForeign ? 'foreign' : 'unproven'),
    says: first === undefined ? say('foreignSays') : sentence(first, lang),
    checks: [...open.map((one): Check => ({ kind: 'unsure', title: sentence(one, lang) })), ...signers.map((one) => signature(one, lang))],
  }
}

function signature({ name, post, unit, at, isSound, kind }: PaperSigner, lang: Language): Check {
  const say = words(lang)
  const moment = at === undefined ? '' : momentText(at)
  const isPerson = post !== undefined && kind === 'signature'
  return {
    kind: isSound ? 'good' : 'unsure',
    title: say(isPerson ? 'signer' : 'sealOf', { name }),
    detail: isPerson ? say('postAt', { post: postIn(post, unit), at: moment }) : moment,
  }
}

/** "Phó Chủ tịch Ủy ban nhân dân" of "Ủy ban nhân dân phường Kinh Bắc": the body is named once. */
function postIn(post: string, unit = ''): string {
  const words = post.split(' ')
  const from = words.findIndex((_word, index) => unit.startsWith(words.slice(index).join(' ')))
  return unit === '' ? post : [...(from < 0 ? [post, '–'] : words.slice(0, from)), unit].join(' ')
}

function stillInside(signer: PaperSigner, lang: Language): Check {
  const { title: _title, ...check } = signature(signer, lang)
  return { ...check, title: words(lang)('stillInside', { name: signer.name }) }
}

function certificates(signers: readonly PaperSigner[], lang: Language): Check[] {
  const issuers = [...new Set(signers.flatMap(({ issuer }) => (issuer === undefined ? [] : [issuer])))]
  if (issuers.length === 0) return []
  const say = words(lang)
  return [{ kind: 'good', title: say('certificate'), detail: say('certificateOf', { issuer: issuers.join(', ') }) }]
}

/** The findings that refuse a paper, worded: what a machine is told beside the codes. */
export function reasonsOf(findings: readonly Finding[], lang: Language): { code: FindingCode; sentence: string }[] {
  return findings.filter(({ code }) => levels[code] !== 'accepted').map((one) => ({ code: one.code, sentence: sentence(one, lang) }))
}
