import { personOf } from '#modules/identity'
import { removeUpload, storeWhole, type Vault } from '#modules/papers'
import { type Answers, type Comparison, comparisons, fillIn, forget, type LookUp, type Procedure } from '#modules/procedures'
import { type BirthNotes, type BirthPaper, fetchBirthNote, type Wallet } from '#modules/sharing'
import { type Ctx, Refusal } from '#platform/act'
import { type Id, newId } from '#platform/id'
import { fold } from '#platform/text'
import { type Draft, getDraft, knownOrDisputed } from './drafts.ts'
import { keyOf, withoutDisputed } from './known.ts'
import { proofOf, proofRow } from './proofs.ts'
import { type Change, changeDraft, type StoredDraft } from './store/drafts.ts'

/** How the look into the wallet ended; with the number of the paper that was taken. */
export type FromWallet = { readonly status: BirthNotes['status']; readonly code?: string }

/** Whether the form of this draft can be helped by a paper out of the citizen's wallet. */
export function takesFromWallet(procedure: Procedure): boolean {
  return walletFields(procedure).length > 0
}

/**
 * Takes the signed birth note out of the wallet that its owner has just opened: the paper becomes a file of the draft, its number an
 * answer, and what it says of the child is held against the answers. Twins have two notes: the one that fits the child is taken.
 * @param accessToken from the consent; used for this one look and kept nowhere
 */
export async function takeFromWallet(ctx: Ctx, vault: Vault, wallet: Wallet, id: Id, accessToken: string): Promise<FromWallet> {
  const draft = await getDraft(ctx, id)
  const { number = '' } = await personOf(ctx)
  const asking = { queryId: newId(Date.parse(ctx.now)), purpose: draft.procedure.code, now: () => ctx.now }
  const { papers, ...found } = await fetchBirthNote(wallet, asking, { accessToken, motherNumber: number })
  const paper = found.status === 'match' ? bestOf(papers, draft) : undefined
  const items = paper === undefined ? {} : await itemsOf(ctx, vault, draft, paper)
  // What the paper says is kept with the proof: the desk holds it against the answers once more.
  const proof = { ...proofOf(draft.procedure, 'birthNote', found), result: { ...found, items } }
  await changeDraft(ctx, id, (now) => ({
    ...taken(now, items, found.status, ctx.now, proof.id),
    rows: [proofRow(ctx, now.procedure, id, proof)],
  }))
  return { status: found.status, ...(paper === undefined ? {} : { code: paper.note.code }) }
}

function walletFields(procedure: Procedure) {
  return Object.entries(procedure.fields).flatMap(([name, field]) =>
    (field.known ?? []).flatMap((source) => (source.from === 'wallet' ? [{ field: name, item: source.item, when: field.when }] : [])),
  )
}

/** The note of the child whose name, sex and birth date were answered; the first where nothing was. */
function bestOf(papers: readonly BirthPaper[], { answers, procedure }: Draft): BirthPaper | undefined {
  const about = answers[procedure.about]
  const name = typeof about === 'string' ? fold(about) : ''
  const said = new Set(Object.values(answers))
  const points = ({ note: { child } }: BirthPaper) =>
    (fold(child.plannedName) === name ? 4 : 0) + (said.has(child.sex) ? 2 : 0) + (said.has(child.bornOn) ? 1 : 0)
  return [...papers].sort((a, b) => points(b) - points(a))[0]
}

async function itemsOf(ctx: Ctx, vault: Vault, draft: Draft, { note, pdf }: BirthPaper): Promise<Answers> {
  const field = walletFields(draft.procedure).find(({ item }) => item === 'birthNote')?.field ?? 'birthNote'
  for (const earlier of draft.files.filter((one) => one.field === field)) await removeUpload(ctx, vault, earlier.upload)
  const stored = await storeWhole(ctx, vault, { draft: draft.id, field, name: `giay-chung-sinh-${note.code}.pdf`, bytes: [pdf] })
  if (!stored.ok) throw new Refusal(422, `file-${stored.fault}`)
  return {
    birthNote: [stored.file],
    'birthNote.number': note.code,
    'birthNote.bornOn': note.child.bornOn,
    'birthNote.sex': note.child.sex,
    'birthNote.facility': note.facility.name,
    'birthNote.motherName': note.mother.name,
    'birthNote.motherId': note.mother.number,
  }
}

function taken(draft: StoredDraft, items: Answers, status: FromWallet['status'], at: string, lookUpId: Id): Change {
  const fields = walletFields(draft.procedure)
  const lookUp: LookUp = { from: 'wallet', by: {}, items: fields.map(({ field, item }) => ({ field, item })) }
  const asked = {
    key: keyOf(lookUp),
    from: 'wallet',
    fields: fields.map(({ field }) => field),
    status,
    at,
    lookUps: [lookUpId],
    items,
  } as const
  const before = draft.asked.filter((one) => one.from !== 'wallet')
  if (status !== 'match') return { asked: [...before, asked] }
  const opened = { ...draft.answers, ...openingAnswers(fields) }
  const filled = fillIn(opened, knownOrDisputed(draft), { lookUp, at, items })
  return { answers: filled.answers, known: withoutDisputed(filled.known, draft), asked: [...before, asked] }
}

/** The answers that open these questions: taking the note says that there is one. */
function openingAnswers(fields: ReturnType<typeof walletFields>): Answers {
  const leaves = fields.flatMap(({ when }) => Object.entries(when ?? {}))
  return Object.fromEntries(leaves.filter((leaf): leaf is [string, string] => typeof leaf[1] === 'string'))
}

/** What a paper of the wallet says of the same facts as the answers; differences are shown to the citizen and to the desk. */
export function comparedWithPapers(draft: StoredDraft, now: string): Comparison[] {
  const findings = draft.asked.flatMap(({ from, items }) => (items === undefined ? [] : [{ lookUp: { from, by: {}, items: [] }, items }]))
  return comparisons(draft.procedure, draft.answers, findings, now)
}

/** Takes a file of a draft back; with the last one goes what a source said about it. */
export async function takeBackFile(ctx: Ctx, vault: Vault, id: Id, upload: Id): Promise<void> {
  const draft = await getDraft(ctx, id)
  const file = draft.files.find((one) => one.upload === upload)
  if (file === undefined) throw new Refusal(404, 'no-such-upload')
  await removeUpload(ctx, vault, upload)
  if (draft.known[file.field] === undefined || draft.files.some((one) => one.field === file.field && one.upload !== upload)) return
  await changeDraft(ctx, id, (now) => {
    const { from } = now.known[file.field] ?? { from: undefined }
    const ofSource = Object.keys(now.known).filter((name) => now.known[name]?.from === from)
    return { ...forget(now.procedure, now.answers, now.known, ofSource), asked: now.asked.filter((one) => one.from !== from) }
  })
}
