import { addEvidence, type FindingCode, noEvidence, softwareSigner, type VerifyOptions } from '#modules/signing'
import { certificateId, hex, sha256, writeOcspRequest } from '#platform/der'
import { dict, name, ref, stream, text, withEntries } from '#platform/pdf'
import { createPki } from '../../src/sandbox/pki/index.ts'
import { directTrust, people, signedPaper, signersOf } from '../signing-world.ts'
import { bareReserved, inBand, withSignature } from './fields.ts'
import { edited, firstPage, formOf, listsOf, type Scene, sealed } from './kit.ts'

/** A paper that must pass, with the findings that must be said of it. */
export type Accepted = {
  name: string
  findings: FindingCode[]
  make: (scene: Scene) => Promise<{ pdf: Uint8Array; options?: Partial<VerifyOptions> }>
}

const stamped = (scene: Scene, pdf: Uint8Array) =>
  sealed(scene, pdf, { field: { name: 'stamp', rect: [0, 0, 0, 0] }, subFilter: 'ETSI.RFC3161', entries: { Type: name('DocTimeStamp') } })

const papers: Accepted[] = [
  { name: 'number and date filled with the seal', findings: ['signed', 'number-filled'], make: async ({ agency }) => ({ pdf: agency }) },
  {
    name: 'a number from the register',
    findings: ['signed'],
    make: async ({ world }) => ({ pdf: (await signedPaper(world, 'from-register')).agency }),
  },
  {
    name: 'the very file that was issued',
    findings: ['signed'],
    make: async ({ agency }) => ({ pdf: agency, options: { issued: [hex(sha256(agency))] } }),
  },
  {
    name: 'fields given by hand, no slots',
    findings: ['signed'],
    make: async (scene) => {
      const leader = await sealed(scene, bareReserved(scene.world.now), { signer: scene.world.leader, field: 'leader' })
      return { pdf: await sealed(scene, leader, {}) }
    },
  },
  ...(['rsa-pss', 'rsa-pkcs1'] as const).map((scheme) => ({
    name: `a leader whose key signs by ${scheme}`,
    findings: ['signed'] satisfies FindingCode[],
    make: async (scene: Scene) => {
      const key = scene.world.pki.issueWithKey({ subject: people.leader, kind: 'person', keyKind: 'rsa' })
      const leader = softwareSigner({ ...key, algorithm: { scheme, digest: 'sha256', saltLength: 32 } })
      return { pdf: (await signedPaper({ ...scene.world, leader }, 'after-signature')).agency }
    },
  })),
]

const later: Accepted[] = [
  {
    name: 'evidence added, nothing beside the file',
    findings: ['evidence-added'],
    make: async ({ agency, evidence }) => ({ pdf: addEvidence(agency, evidence), options: { evidence: noEvidence } }),
  },
  {
    name: 'evidence added twice',
    findings: ['evidence-added'],
    make: async (scene) => ({ pdf: addEvidence(await stamped(scene, addEvidence(scene.agency, scene.evidence)), listsOf(scene.world)) }),
  },
  {
    name: 'a time-stamp over the whole file',
    findings: ['signature-added'],
    make: async (scene) => ({ pdf: await stamped(scene, scene.agency) }),
  },
  {
    name: 'an invisible signature of somebody else',
    findings: ['signature-added'],
    make: async (scene) => ({ pdf: await withSignature(scene, [0, 0, 0, 0]) }),
  },
  {
    name: 'a mark of a copy at the top right',
    findings: ['mark-added'],
    make: async (scene) => ({ pdf: await withSignature(scene, inBand) }),
  },
  {
    name: 'time of change and producer in the information',
    findings: ['signed'],
    make: async ({ agency }) => ({
      pdf: edited(agency, (update, document) => {
        const at = document.trailer.entries.get('Info')
        if (at && typeof at === 'object' && 'num' in at)
          update.put(at, withEntries(document.dict(at), { ModDate: text('D:2026'), Producer: text('x') }))
      }),
    }),
  },
  {
    name: 'a page written again as it was',
    findings: ['signed'],
    make: async ({ agency }) => ({
      pdf: edited(agency, (update, document) => update.put(firstPage(document).ref, firstPage(document).dict)),
    }),
  },
  {
    name: 'a font more for the form',
    findings: ['signed'],
    make: async ({ agency }) => ({
      pdf: edited(agency, (update, document) => {
        const form = formOf(document)
        const resources = document.dict(form.dict.entries.get('DR'))
        const fonts = document.dict(resources.entries.get('Font'))
        const [font] = fonts.entries.values()
        update.put(form.ref, withEntries(form.dict, { DR: withEntries(resources, { Font: withEntries(fonts, { More: font ?? ref(1) }) }) }))
      }),
    }),
  },
  {
    name: 'evidence filed by signature',
    findings: ['evidence-added'],
    make: async ({ agency, evidence }) => ({
      pdf: edited(agency, (update, document) => {
        const lists = evidence.crls.map((crl) => update.add(stream({}, crl)))
        const row = dict({ CRL: lists, TU: text('D:20260821150100Z') })
        const store = update.add(dict({ Type: name('DSS'), CRLs: lists, VRI: dict({ ['AB'.repeat(20)]: row }) }))
        const extensions = dict({ ESIC: dict({ BaseVersion: name('1.7'), ExtensionLevel: 5 }) })
        update.put(document.root, withEntries(document.catalog, { DSS: store, Extensions: extensions }))
      }),
    }),
  },
]

const states: Accepted[] = [
  {
    name: 'a certificate revoked after it signed',
    findings: ['signed'],
    make: async ({ world }) => {
      const pki = createPki({ now: () => world.now })
      const own = { ...world, pki, trust: directTrust(pki), ...signersOf(pki) }
      const { agency } = await signedPaper(own, 'after-signature')
      pki.revoke(own.leader.certificate.serial, '2026-08-22T00:00:00Z')
      return { pdf: agency, options: { trustRoots: pki.rootPem, evidence: listsOf(own) } }
    },
  },
  {
    name: 'OCSP answers in place of a list',
    findings: ['signed'],
    make: async ({ world, agency, evidence }) => {
      const { leader, agency: seal } = world
      const [issuing] = leader.chain
      const stamper = await world.trust.stamp(new Uint8Array(1))
      const asked = [leader.certificate, seal.certificate, ...(stamper.ok ? stamper.path.slice(0, 1) : [])]
      const ocsps = issuing ? asked.map(({ serial }) => world.pki.ocsp(writeOcspRequest(certificateId(serial, issuing)))) : []
      return { pdf: agency, options: { evidence: { ...noEvidence, crls: evidence.crls.slice(1), ocsps } } }
    },
  },
]

export const acceptedPapers = [...papers, ...later, ...states]
