import { moneyText } from '#platform/text'
import { FeeLines, Section } from '../../components/index.ts'
import { feeRows } from '../../fees.ts'
import type { Seen } from './gather.ts'
import { dayAndHour } from './timeline.ts'
import { words } from './words.ts'

/** What the dossier costs, how that was reckoned, and what the office noted as paid. Nothing is said where nothing is owed. */
export function Fees({ seen }: { seen: Seen }) {
  const { fees, lang } = seen
  const say = words(lang)
  const { due, standing, settled } = fees
  if (due.total === 0n && standing.length === 0 && !due.lines.some(({ exemption }) => exemption)) return null
  return (
    <Section title={say('fees')}>
      <FeeLines {...feeRows(due, lang)} />
      {standing.map(({ id, kind, dong, receipt, paidAt, at }) => (
        <p key={id} class="govuk-body">
          {kind === 'paid'
            ? say('feesPaid', { dong: moneyText(dong), receipt, at: dayAndHour(paidAt, seen) })
            : say('feesExempt', { at: dayAndHour(at, seen) })}
        </p>
      ))}
      {!settled && seen.found.closedAt === null && <p class="govuk-body">{say('feesOpen')}</p>}
    </Section>
  )
}
