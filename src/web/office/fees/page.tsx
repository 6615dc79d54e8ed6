import type { VNode } from 'preact'
import type { Payment } from '#modules/dossiers'
import { titleOf } from '#modules/procedures'
import { newRandomKey } from '#platform/id'
import { moneyText } from '#platform/text'
import {
  Button,
  Buttons,
  DateInput,
  type DateParts,
  ErrorSummary,
  FeeLines,
  Form,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  type Problem,
  Radios,
  Textarea,
  TextInput,
} from '../../components/index.ts'
import { feeRows } from '../../fees.ts'
import type { AtDesk } from '../desk/gather.ts'
import { paymentText } from './card.tsx'
import { words } from './words.ts'

/** What stands in the form: typed before, or proposed. */
export type Typed = { kind: string; receipt: string; amount: string; day: DateParts; hour: string; reason: string }

export type PaymentProps = {
  frame: OfficeFrame
  desk: AtDesk
  typed: Typed
  /** The line that is put right. */
  replaces: Payment | undefined
  problems: readonly Problem[]
}

/** The receptionist notes money: what is owed above, the receipt below. */
export function PaymentPage({ frame, desk, typed, replaces, problems }: PaymentProps): VNode {
  const { found, lang, naming, fees } = desk
  const say = words(lang)
  const title = say(replaces === undefined ? 'title' : 'correctTitle')
  return (
    <OfficePage {...frame} title={`${title}: ${found.code}`} problems={problems.length}>
      <OfficeTitle
        title={title}
        above={
          <a class="govuk-link govuk-link--no-visited-state" href={`/viec/${found.code}`}>
            {say('toDesk', { code: found.code })}
          </a>
        }
        line={titleOf(found.procedure, found.filed.answers, naming)}
      />
      <div class="lt-narrow">
        <ErrorSummary problems={problems} />
        <h2 class="govuk-heading-m">{say('owed')}</h2>
        <FeeLines {...feeRows(fees.due, lang)} />
        {replaces !== undefined && <p class="govuk-body">{paymentText(replaces, lang)}</p>}
        <Form action={`/viec/${found.code}/thu-phi`} formKey={newRandomKey()}>
          {replaces !== undefined && <input type="hidden" name="replaces" value={replaces.id} />}
          <Questions desk={desk} typed={typed} problems={problems} correcting={replaces !== undefined} />
          <Buttons>
            <Button icon="check">{say('save')}</Button>
            <a class="govuk-link govuk-link--no-visited-state" href={`/viec/${found.code}`}>
              {say('cancel')}
            </a>
          </Buttons>
        </Form>
      </div>
    </OfficePage>
  )
}

type QuestionsProps = Pick<PaymentProps, 'desk' | 'typed' | 'problems'> & { correcting: boolean }

function Questions({ desk: { lang, fees }, typed, problems, correcting }: QuestionsProps) {
  const say = words(lang)
  const error = (name: string) => problems.find((one) => one.field === name)?.text
  const kinds = correcting ? (['paid', 'exempt', 'void'] as const) : (['paid', 'exempt'] as const)
  const { total } = fees.due
  return (
    <>
      <Radios
        name="kind"
        label={say('kind')}
        value={typed.kind}
        error={error('kind')}
        options={kinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
      />
      <TextInput
        name="receipt"
        label={say('receipt')}
        hint={say('receiptHint')}
        value={typed.receipt}
        error={error('receipt')}
        autocomplete="off"
        maxLength={40}
        width={10}
        code
      />
      <TextInput
        name="amount"
        label={say('amount')}
        hint={total === null ? say('amountUnknown') : say('amountHint', { dong: moneyText(total) })}
        value={typed.amount}
        error={error('amount')}
        autocomplete="off"
        inputMode="numeric"
        maxLength={15}
        width={10}
        code
      />
      <DateInput name="paidOn" label={say('paidOn')} value={typed.day} error={error('paidOn')} />
      <TextInput
        name="hour"
        label={say('paidAtHour')}
        hint={say('hourHint')}
        value={typed.hour}
        error={error('hour')}
        autocomplete="off"
        maxLength={5}
        width={5}
        code
      />
      <Textarea
        name="reason"
        label={say('reason')}
        hint={say('reasonHint')}
        value={typed.reason}
        error={error('reason')}
        rows={3}
        maxLength={1000}
        optional
      />
    </>
  )
}
