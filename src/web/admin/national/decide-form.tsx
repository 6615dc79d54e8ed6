import { type DecisionProblem, targets, targetWords } from '#modules/national'
import { newRandomKey } from '#platform/id'
import { dateText, momentText } from '#platform/text'
import { Button, Buttons, Card, DateInput, Form, Radios, Table, Textarea, TextInput } from '../../components/index.ts'
import { path } from './list.tsx'
import type { RowProps } from './row-page.tsx'
import { words } from './words.ts'

/** A person says where it is dealt with, and why; below, what was said before. */
export function DecideForm(props: RowProps) {
  const { frame, routing, choices, names, problems } = props
  const { lang } = frame
  const say = words(lang)
  return (
    <Card title={say('decideTitle')}>
      <p class="govuk-body">{say('decideLead')}</p>
      <details class="govuk-details" open={problems.length > 0 || routing.target === 'undecided'}>
        <summary class="govuk-details__summary">
          <span class="govuk-details__summary-text">{say('decideOpen')}</span>
        </summary>
        <div class="govuk-details__text">
          <Questions {...props} />
        </div>
      </details>
      {choices.length > 0 && (
        <>
          <h3 class="govuk-heading-s">{say('pastDecisions')}</h3>
          <Table
            caption={say('pastDecisions')}
            columns={[say('when'), say('target'), say('since'), say('reason'), say('who')].map((label) => ({ label }))}
            rows={choices.map(({ at, target, validFrom, reason, by }) => [
              <span class="lt-num">{momentText(at)}</span>,
              target === null ? say('by-rule') : targetWords(lang)(target),
              <span class="lt-num">{dateText(validFrom)}</span>,
              reason,
              names.get(by) ?? '–',
            ])}
          />
        </>
      )}
    </Card>
  )
}

function Questions({ frame: { lang }, row, choices, typed, problems }: RowProps) {
  const say = words(lang)
  const errorOf = (field: DecisionProblem) => (problems.includes(field) ? say(`problem.${field}`) : undefined)
  return (
    <Form action={`${path}/${row.code}/noi-giai-quyet`} formKey={newRandomKey()}>
      <Radios
        name="target"
        label={say('target')}
        value={typed.target}
        options={optionsOf(lang, choices.length > 0)}
        error={errorOf('target')}
      />
      <Elsewhere typed={typed} lang={lang} errorOf={errorOf} />
      <Textarea
        name="reason"
        label={say('reason')}
        hint={say('reasonHint')}
        rows={2}
        value={typed.reason}
        maxLength={1000}
        error={errorOf('reason')}
      />
      <DateInput name="from" label={say('from')} value={typed.from} error={errorOf('from')} />
      <Buttons>
        <Button>{say('decide')}</Button>
      </Buttons>
    </Form>
  )
}

/** Where it may be dealt with; back to the rules only where somebody decided. */
function optionsOf(lang: RowProps['frame']['lang'], wasDecided: boolean) {
  const back = wasDecided ? [{ value: 'by-rule', label: words(lang)('by-rule') }] : []
  return [...targets.map((value) => ({ value, label: targetWords(lang)(value) })), ...back]
}

type ElsewhereProps = Pick<RowProps, 'typed'> & { lang: RowProps['frame']['lang']; errorOf: (field: DecisionProblem) => string | undefined }

/** What people are told about another system. */
function Elsewhere({ typed, lang, errorOf }: ElsewhereProps) {
  const say = words(lang)
  return (
    <>
      <TextInput
        name="system"
        label={say('systemName')}
        hint={say('systemHint')}
        value={typed.system}
        autocomplete="off"
        maxLength={200}
        error={errorOf('system')}
      />
      <TextInput
        name="link"
        label={say('linkLabel')}
        hint={say('linkHint')}
        value={typed.link}
        autocomplete="off"
        maxLength={400}
        error={errorOf('link')}
      />
      <Textarea name="bring" label={say('bringLabel')} rows={2} value={typed.bring} maxLength={1000} error={errorOf('bring')} />
    </>
  )
}
