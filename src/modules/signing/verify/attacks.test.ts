import assert from 'node:assert/strict'
import { before, describe, test } from 'node:test'
import { acceptedPapers } from '#test/forgeries/accepted'
import { contentForgeries } from '#test/forgeries/content'
import { fieldForgeries } from '#test/forgeries/fields'
import { frameForgeries } from '#test/forgeries/frame'
import { type Forgery, type Scene, sceneOf } from '#test/forgeries/kit'
import { signatureForgeries } from '#test/forgeries/signatures'
import { tableForgeries } from '#test/forgeries/tables'
import { people } from '#test/signing-world'
import { noEvidence } from '../evidence.ts'
import { isRefusal } from './findings.ts'
import { sentence } from './sentences.ts'
import { type Verdict, type VerifyOptions, verify } from './verify.ts'

const lists: Readonly<Record<string, readonly Forgery[]>> = {
  content: contentForgeries,
  frame: frameForgeries,
  tables: tableForgeries,
  signatures: signatureForgeries,
  fields: fieldForgeries,
}

async function judged(scene: Scene, { make }: Forgery): Promise<Verdict> {
  const forged = await make(scene)
  const { pdf, options } = forged instanceof Uint8Array ? { pdf: forged, options: {} } : forged
  return verify(pdf, { ...optionsFor(scene), ...options })
}

const optionsFor = ({ world, evidence }: Scene): VerifyOptions => ({
  trustRoots: world.pki.rootPem,
  profile: 'own',
  evidence,
  expected: {
    leader: { title: 'Phó Chủ tịch', subject: { title: people.leader.title, organization: people.leader.organization } },
    agency: { title: people.agency.commonName, subject: { commonName: people.agency.commonName } },
  },
})

describe('a signed paper that was tampered with is refused, with the sentence for what was done', () => {
  let scene: Scene
  before(async () => {
    scene = await sceneOf()
  })
  test('the paper itself is valid', () => {
    assert.equal(verify(scene.agency, optionsFor(scene)).outcome, 'valid')
  })
  for (const [list, forgeries] of Object.entries(lists)) {
    for (const forgery of forgeries) {
      test(`${list}: ${forgery.name}`, async () => {
        const { outcome, findings } = await judged(scene, forgery)
        assert.equal(outcome, 'refused')
        const refusals = findings.filter(isRefusal)
        assert.ok(
          refusals.some(({ code }) => code === forgery.finding),
          JSON.stringify(findings.map((one) => [one.code, sentence(one, 'vi')])),
        )
      })
    }
  }
})

describe('a paper that changed only as the law foresees is valid, and every step is told', () => {
  let scene: Scene
  before(async () => {
    scene = await sceneOf()
  })
  for (const accepted of acceptedPapers) {
    test(accepted.name, async () => {
      const { pdf, options } = await accepted.make(scene)
      const { outcome, findings } = verify(pdf, { ...optionsFor(scene), ...options })
      assert.equal(outcome, 'valid', JSON.stringify(findings))
      for (const code of accepted.findings)
        assert.ok(
          findings.some((one) => one.code === code),
          code,
        )
    })
  }
  test('without evidence of the certificates nothing is concluded', () => {
    const { outcome, findings } = verify(scene.agency, { ...optionsFor(scene), evidence: noEvidence })
    assert.equal(outcome, 'unproven')
    assert.ok(findings.some(({ code }) => code === 'state-unproven'))
  })
})
