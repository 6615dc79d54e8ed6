import { type Answers, type Print, type Procedure, printedData, settle } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import type { Id } from '#platform/id'
import { officeFrom, printedOffice } from './office.ts'

/** An entry of a register of ours: what was filed, where and when it was written, and what was noted beside it. */
export type OwnEntry = {
  procedure: Procedure
  answers: Answers
  submittedAt: string
  unit: Id
  number: string
  registeredOn: string
  personalNumber?: string
}

/** The entry in the columns that its procedure names: what other systems are told, and what a copy of the entry is made from. */
export async function columnsOf(
  ctx: Ctx,
  entry: OwnEntry,
  prints: Readonly<Record<string, Print>>,
): Promise<Readonly<Record<string, string>>> {
  const { procedure, number, registeredOn, personalNumber } = entry
  const office = await officeFrom(ctx, entry.unit, undefined)
  const naming = { communeName: (commune: string) => office.communes.get(commune), fileName: () => undefined }
  const register = { number, registeredOn, ...(personalNumber === undefined ? {} : { personalNumber }) }
  const answers = settle(procedure, entry.answers, entry.submittedAt)
  return printedData(procedure, prints, answers, { office: printedOffice(office), signer: {}, register }, naming)
}
