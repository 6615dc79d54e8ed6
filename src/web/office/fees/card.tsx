import type { FeeState, Payment } from '#modules/dossiers'
import type { Language } from '#platform/i18n'
import { momentText, moneyText } from '#platform/text'
import { Card, FeeLines, LinkButton } from '../../components/index.ts'
import { feeRows } from '../../fees.ts'
import type { AtDesk } from '../desk/gather.ts'
import { words } from './words.ts'

/** A noted line in words: receipt, amount, hour. */
export function paymentText({ kind, receipt, dong, paidAt, at }: Payment, lang: Language): string {
  const say = words(lang)
  return kind === 'paid'
    ? say('paidLine', { receipt, dong: moneyText(dong), at: momentText(paidAt) })
    : say('exemptLine', { at: momentText(at) })
}

/** Whether there is anything to say about money: something owed, unknown or noted. */
export function concernsMoney({ due, standing, replaced }: FeeState): boolean {
  return due.total !== 0n || standing.length + replaced.length > 0 || due.lines.some(({ exemption }) => exemption !== undefined)
}

/** What is owed, how it was reckoned, what was taken. */
export function Fees({ desk: { fees, lang, found, mayTakeMoney } }: { desk: AtDesk }) {
  const say = words(lang)
  if (!concernsMoney(fees)) return null
  const href = `/viec/${found.code}/thu-phi`
  return (
    <Card title={say('fees')}>
      <FeeLines {...feeRows(fees.due, lang)} />
      {fees.standing.length === 0 && fees.due.total !== 0n && <p class="govuk-body">{say('notYet')}</p>}
      <ul class="govuk-list">
        {fees.replaced.map((one) => (
          <li key={one.id} class="lt-muted">
            {say('replacedLine', { line: paymentText(one, lang) })}
          </li>
        ))}
        {fees.standing.map((one) => (
          <li key={one.id}>
            {paymentText(one, lang)}{' '}
            {mayTakeMoney && (
              <a class="govuk-link govuk-link--no-visited-state" href={`${href}?sua=${one.id}`}>
                {say('correct')}
                <span class="lt-vh"> {one.receipt}</span>
              </a>
            )}
            {one.reason !== '' && (
              <>
                <br />
                <span class="lt-muted">{say('because', { reason: one.reason })}</span>
              </>
            )}
          </li>
        ))}
      </ul>
      {mayTakeMoney && (
        <LinkButton href={href} icon="pen" kind="secondary">
          {say('record')}
        </LinkButton>
      )}
    </Card>
  )
}
