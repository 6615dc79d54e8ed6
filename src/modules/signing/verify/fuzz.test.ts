import assert from 'node:assert/strict'
import { test } from 'node:test'
import { lastGap, type Scene, sceneOf } from '#test/forgeries/kit'
import { addEvidence } from '../archive.ts'
import { isRefusal } from './findings.ts'
import { verify } from './verify.ts'

/** A small generator with a seed, so that a failure can be repeated (mulberry32). */
function chance(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * below)
  }
}

const edits: ((pdf: Uint8Array, at: number, roll: (below: number) => number) => Uint8Array)[] = [
  (pdf, at, roll) => set(pdf, at, roll(256)),
  (pdf, at) => set(pdf, at, (pdf[at] ?? 0) ^ 1),
  (pdf, at) => cut(pdf, at, 1),
  (pdf, at, roll) => cut(pdf, at, roll(400)),
  (pdf, at, roll) => new Uint8Array([...pdf.subarray(0, at), ...pdf.subarray(at, at + roll(300)), ...pdf.subarray(at)]),
]
const set = (pdf: Uint8Array, at: number, byte: number) => pdf.map((old, i) => (i === at ? byte : old))
const cut = (pdf: Uint8Array, at: number, count: number) => new Uint8Array([...pdf.subarray(0, at), ...pdf.subarray(at + count)])

const optionsFor = ({ world, evidence }: Scene) => ({ trustRoots: world.pki.rootPem, profile: 'own', evidence }) as const

test('no random edit passes where a signature covers the byte, and none makes the verifier fall', async () => {
  const scene = await sceneOf()
  const paper = scene.agency
  const gap = lastGap(paper)
  const roll = chance(20260821)
  const file = Buffer.from(paper)
  const firstGap = file.indexOf('/Contents <') + '/Contents '.length
  const isCovered = (at: number) => (at < firstGap || at > firstGap + 18_002) && (at < gap.start || at >= gap.end)
  for (let round = 0; round < 400; round++) {
    const at = roll(paper.length)
    const edited = edits[round % edits.length]?.(paper, at, roll) ?? paper
    if (Buffer.compare(edited, paper) === 0) continue
    const { outcome } = verify(edited, optionsFor(scene))
    if (isCovered(at)) assert.notEqual(outcome, 'valid', `round ${round} at ${at}`)
  }
})

test('inside the signature block what cryptography lets pass the register of issued files refuses', async () => {
  const scene = await sceneOf()
  const pdf = addEvidence(scene.agency, scene.evidence)
  const options = optionsFor(scene)
  const { sha256 } = verify(pdf, options)
  const roll = chance(7)
  const { start, end } = lastGap(pdf)
  let slipped = 0
  for (let round = 0; round < 200; round++) {
    const at = start + 1 + roll(end - start - 2)
    const edited = set(pdf, at, '0123456789abcdef'.charCodeAt(roll(16)))
    if (edited[at] === pdf[at]) continue
    const { outcome, findings } = verify(edited, { ...options, issued: [sha256] })
    assert.equal(outcome, 'refused')
    if (findings.filter(isRefusal).every(({ code }) => code === 'not-as-issued')) slipped++
  }
  assert.ok(slipped < 20, String(slipped))
})

test('papers nested without end, or full of nothing, end in a verdict', () => {
  const deep = new Uint8Array(
    Buffer.from(`%PDF-1.7\n1 0 obj\n${'['.repeat(100_000)}\nendobj\nxref\n0 1\n0000000000 65535 f \ntrailer\n<<>>\nstartxref\n9\n%%EOF\n`),
  )
  for (const bytes of [deep, new Uint8Array(1_000_000), new Uint8Array(Buffer.from('%PDF-1.7\n'.repeat(50_000)))]) {
    assert.equal(verify(bytes, { trustRoots: '', profile: 'own' }).outcome, 'refused')
  }
})
