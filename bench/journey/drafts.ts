import { storeWhole, type Vault } from '#modules/papers'
import { inForce } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { localDate } from '#platform/clock'
import { asActor } from '#platform/db'
import { type Id, newId } from '#platform/id'
import { renderPaper } from '#platform/pdf'
import { personCalled } from '#sandbox'
import { birthAnswers } from '../birth.ts'
import type { Prepared } from './ceiling.ts'

const procedureCode = '1.001193'
const childName = 'Trần Nguyễn Minh Khuê'
const daysOld = 10

/** A one-page PDF as a hospital would print it. */
const note = Buffer.from(
  renderPaper({
    template: '#set document(title: "Giấy chứng sinh mẫu")\n= Giấy chứng sinh (mẫu)\nMã 01327.GCS.12096.26',
    data: {},
    now: '2026-01-01T00:00:00Z',
  }).pdf,
)

/**
 * A draft that is ready to be filed: every question answered, the note stored as any upload is (bytes included, since filing verifies them).
 * @param mother key of the sample person who acts
 */
export async function prepareDraft(ctx: Ctx, vault: Vault, mother: string, { unit }: { unit: Id }): Promise<Prepared> {
  const procedure = await inForce(ctx, procedureCode, localDate(ctx.now))
  if (procedure === undefined) throw new Error('birth registration is not in force')
  const draft = newId(Date.parse(ctx.now))
  const stored = await storeWhole(ctx, vault, { draft, field: 'clinicNote', name: 'giay-chung-sinh.pdf', bytes: [note] })
  if (!stored.ok) throw new Error(`the note was refused: ${stored.fault}`)
  const bornOn = localDate(new Date(Date.parse(ctx.now) - daysOld * 86_400_000).toISOString())
  const answers = birthAnswers(personCalled(mother), stored.file, childName, bornOn)
  const content = { answers, known: {}, disputed: [], asked: [] }
  await ctx.pool.trip([
    asActor(ctx.actor),
    {
      text: 'insert into draft (id, account_id, party_id, procedure_code, revision, unit_id, answers, created_at, updated_at) values ($1, $2, $3, $4, $5, $6, $7, $8, $8)',
      values: [
        draft,
        ctx.actor.id,
        ctx.actor.party ?? null,
        procedure.code,
        procedure.revision,
        unit,
        ctx.keys.sealJson(content, 'draft.answers'),
        ctx.now,
      ],
    },
  ])
  return { draft, upload: stored.upload, file: stored.file }
}
