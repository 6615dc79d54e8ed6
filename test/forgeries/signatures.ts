import { createPublicKey, generateKeyPairSync } from 'node:crypto'
import { type Signer, softwareSigner, type VerifyOptions } from '#modules/signing'
import { certificatesIn } from '#platform/der'
import { text, withEntries } from '#platform/pdf'
import { createPki } from '../../src/sandbox/pki/index.ts'
import { directTrust, people, signedPaper, signersOf } from '../signing-world.ts'
import { edited, type Forgery, fieldOf, flipped, lastGap, listsOf, recast, type Scene, sealed, stampOf } from './kit.ts'

/** What a signature covers, and how its dictionary stands in the file. */
const ranges: Forgery[] = [
  { name: 'the range is made longer', finding: 'byte-range', make: (scene) => rangeMended(scene, (a, b, c) => [0, a, b, c + 1]) },
  {
    name: 'the range stops before the end of the revision',
    finding: 'byte-range',
    make: (scene) => rangeMended(scene, (a, b, c) => [0, a, b, c - 40]),
  },
  {
    name: 'the gap is wider than the signature',
    finding: 'byte-range',
    make: (scene) => rangeMended(scene, (a, b, c) => [0, a - 30, b, c]),
  },
  { name: 'the gap begins behind its bracket', finding: 'byte-range', make: (scene) => rangeMended(scene, (a, b, c) => [0, a + 1, b, c]) },
  {
    name: 'the range does not begin with the file',
    finding: 'byte-range',
    make: (scene) => rangeMended(scene, (a, b, c) => [9, a - 9, b, c]),
  },
  { name: 'the range overlaps itself', finding: 'byte-range', make: (scene) => rangeMended(scene, (a, b, c) => [0, b, a, c]) },
  { name: 'the range counts backwards', finding: 'byte-range', make: (scene) => rangeMended(scene, (a, b, c) => [0, a, b, -c]) },
  {
    name: 'the signature is copied into a new dictionary with another reason',
    finding: 'signature-replaced',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const field = fieldOf(document, 'leader')
        const own = document.dict(field.dict.entries.get('V'))
        update.put(field.ref, withEntries(field.dict, { V: update.add(withEntries(own, { Reason: text('x') })) }))
      }),
  },
  {
    name: 'the dictionary of a signature is overwritten',
    finding: 'signature-replaced',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const at = fieldOf(document, 'leader').dict.entries.get('V')
        if (at && typeof at === 'object' && 'num' in at) update.put(at, withEntries(document.dict(at), { Name: text('Another') }))
      }),
  },
  {
    name: 'two fields share one signature',
    finding: 'signature-replaced',
    make: ({ agency }) =>
      edited(agency, (update, document) => {
        const [leader, seal] = [fieldOf(document, 'leader'), fieldOf(document, 'agency')]
        update.put(leader.ref, withEntries(leader.dict, { V: seal.dict.entries.get('V') ?? null }))
      }),
  },
  {
    name: 'a signature dictionary brings keys of its own',
    finding: 'signature-replaced',
    make: (scene) => sealed(scene, scene.leader, { entries: { Hidden: text('x') } }),
  },
  {
    name: 'a signature claims another form',
    finding: 'signature-replaced',
    make: (scene) => sealed(scene, scene.leader, { subFilter: 'adbe.x509.rsa_sha1' }),
  },
]

/** The agency's signature made over a range other than it should have. */
const rangeMended = (scene: Scene, mend: (a: number, b: number, c: number) => readonly number[]) =>
  sealed(scene, scene.leader, {
    mend: (file, { start, end }) => {
      const at = file.lastIndexOf('/ByteRange') + '/ByteRange '.length
      file.write(`[${mend(start, end, file.length - end).join(' ')}]`.padEnd(36), at, 'latin1')
    },
  })

/** The block that holds CMS, certificates and token. */
const blocks: Forgery[] = [
  { name: 'the block is emptied', finding: 'contents-altered', make: ({ agency }) => recast(agency, (room) => room.fill(0)) },
  { name: "the leader's block stands in for the agency's", finding: 'digest-mismatch', make: ({ agency }) => otherBlock(agency) },
  {
    name: 'data stands behind the block',
    finding: 'contents-altered',
    make: ({ agency }) => recast(agency, (room) => room.write('x', room.length - 1)),
  },
  { name: 'a digit of the block is written as a capital', finding: 'contents-altered', make: ({ agency }) => capital(agency) },
  {
    name: 'white space stands in the room of the block',
    finding: 'contents-altered',
    make: ({ agency }) => {
      const copy = agency.slice()
      copy.fill(32, lastGap(agency).end - 3, lastGap(agency).end - 1)
      return copy
    },
  },
  {
    name: 'the value of the signature is changed',
    finding: 'contents-altered',
    make: (scene) => sealed(scene, scene.leader, { alter: (cms) => valueFlipped(cms), token: async () => undefined }),
  },
  {
    name: 'a certificate that does not belong is enclosed',
    finding: 'contents-altered',
    make: (scene) => {
      const { agency, officer } = scene.world
      return sealed(scene, scene.leader, { certificates: [agency.certificate, ...agency.chain, officer.certificate] })
    },
  },
  {
    name: 'the attributes name another certificate',
    finding: 'certificate-mismatch',
    make: (scene) => sealed(scene, scene.leader, { named: scene.world.officer.certificate }),
  },
  {
    name: 'the time-stamp is of another signature',
    finding: 'foreign-time-stamp',
    make: (scene) => sealed(scene, scene.leader, { token: () => stampOf(scene.world, [new Uint8Array(8)]) }),
  },
  {
    name: 'the time-stamp is broken',
    finding: 'foreign-time-stamp',
    make: (scene) =>
      sealed(scene, scene.leader, {
        token: async (value) => (await stampOf(scene.world, [value])).map((byte, i, all) => (i === all.length - 3 ? byte ^ 1 : byte)),
      }),
  },
  {
    name: 'there is no time-stamp',
    finding: 'no-time-stamp',
    make: (scene) => sealed(scene, scene.leader, { token: async () => undefined }),
  },
  {
    name: 'a byte of the block that no signature covers is changed',
    finding: 'not-as-issued',
    make: ({ agency }) => {
      const pdf = recast(agency, (room) => room.writeUInt8(3, room.indexOf(Buffer.from('020101', 'hex')) + 2))
      return { pdf, options: { issued: ['0'.repeat(64)] } }
    },
  },
]

function otherBlock(pdf: Uint8Array): Uint8Array {
  const file = Buffer.from(pdf)
  const from = file.indexOf('/Contents <') + '/Contents '.length
  const { start, end } = lastGap(pdf)
  file.copy(file, start, from, from + end - start)
  return new Uint8Array(file)
}

function capital(pdf: Uint8Array): Uint8Array {
  const { start } = lastGap(pdf)
  const file = Buffer.from(pdf)
  const at =
    start +
    1 +
    file
      .subarray(start + 1)
      .toString('latin1')
      .search(/[a-f]/)
  file.write(String.fromCharCode(file[at] ?? 0).toUpperCase(), at)
  return new Uint8Array(file)
}

/** The signature value is the last octet string of a block without a token. */
const valueFlipped = (cms: Uint8Array): Uint8Array => flipped(cms, cms.length - 1)

/** Who signed, and whether the certificates could be trusted then. */
const signers: Forgery[] = [
  { name: 'the paper is cut back to before the seal', finding: 'agency-missing', make: ({ leader }) => leader },
  {
    name: 'the seal came without a leader',
    finding: 'leader-missing',
    make: (scene) => sealed(scene, scene.reserved, {}),
  },
  { name: 'somebody else sealed', finding: 'wrong-signer', make: (scene) => sealed(scene, scene.leader, { signer: scene.world.officer }) },
  {
    name: 'somebody else signed as leader',
    finding: 'wrong-signer',
    make: async (scene) => (await signedPaper({ ...scene.world, leader: scene.world.officer }, 'after-signature')).agency,
  },
  { name: 'the certificates are of a stranger', finding: 'untrusted', make: strangers },
  { name: 'nothing is trusted', finding: 'untrusted', make: ({ agency }) => ({ pdf: agency, options: { trustRoots: '' } }) },
  {
    name: 'the certificate had expired when it signed',
    finding: 'expired',
    make: (scene) => sealedBy(scene, { notBefore: '2020-01-01T00:00:00Z', notAfter: '2026-01-01T00:00:00Z' }),
  },
  { name: 'the key is too weak', finding: 'untrusted', make: weak },
  { name: 'the certificate was revoked the day before', finding: 'revoked', make: (scene) => revokedAt(scene, '2026-08-20T08:01:00Z') },
  { name: 'the certificate was revoked in the same second', finding: 'revoked', make: (scene) => revokedAt(scene, scene.world.now) },
  {
    name: 'the issuing authority was revoked before',
    finding: 'revoked',
    make: async (scene) => {
      const fresh = await freshScene(scene)
      const [issuing] = certificatesIn(fresh.world.pki.issuingPem)
      fresh.world.pki.revoke(issuing?.serial ?? '', '2026-08-20T00:00:00Z')
      return judgedIn(fresh, fresh.agency)
    },
  },
]

/** A scene with authorities of its own: a revocation stays with them. */
async function freshScene({ world }: Scene): Promise<Scene> {
  const pki = createPki({ now: () => world.now })
  const own = { ...world, pki, trust: directTrust(pki), ...signersOf(pki) }
  return { world: own, ...(await signedPaper(own, 'after-signature')), evidence: listsOf(own) }
}

const judgedIn = ({ world }: Scene, pdf: Uint8Array): { pdf: Uint8Array; options: Partial<VerifyOptions> } => ({
  pdf,
  options: { trustRoots: world.pki.rootPem, evidence: listsOf(world) },
})

async function strangers(scene: Scene) {
  const fresh = await freshScene(scene)
  return { pdf: fresh.agency, options: { evidence: fresh.evidence } }
}

async function revokedAt(scene: Scene, at: string) {
  const fresh = await freshScene(scene)
  fresh.world.pki.revoke(fresh.world.agency.certificate.serial, at)
  return judgedIn(fresh, fresh.agency)
}

function sealedBy(scene: Scene, span: { notBefore?: string; notAfter?: string }): Promise<Uint8Array> {
  const signer: Signer = softwareSigner(scene.world.pki.issueWithKey({ subject: people.agency, kind: 'agency', ...span }))
  return sealed(scene, scene.leader, { signer })
}

function weak(scene: Scene): Promise<Uint8Array> {
  const pair = generateKeyPairSync('rsa', { modulusLength: 1024 })
  const publicKeyPem = createPublicKey(pair.privateKey).export({ format: 'pem', type: 'spki' }).toString()
  const keyPem = pair.privateKey.export({ format: 'pem', type: 'pkcs8' }).toString()
  const signer = softwareSigner({ keyPem, ...scene.world.pki.issue({ subject: people.agency, kind: 'agency', publicKeyPem }) })
  return sealed(scene, scene.leader, { signer })
}

export const signatureForgeries = [...ranges, ...blocks, ...signers]
