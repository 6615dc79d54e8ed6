import type { Procedure } from '#modules/procedures'
import type { Language } from '#platform/i18n'
import {
  Button,
  Buttons,
  Checkboxes,
  DateInput,
  ErrorSummary,
  Form,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  type Problem,
  Select,
  TextInput,
} from '../../components/index.ts'
import { beginHref, counterHome } from './links.ts'
import { type PersonTyped, prefixes, type WhoTyped } from './typed-person.ts'
import { words } from './words.ts'

export type WhoProps = {
  frame: OfficeFrame
  procedure: Procedure
  who: WhoTyped
  problems: readonly Problem[]
  communes: readonly { code: string; name: string }[]
  /** The counter's own commune; a counter of the province has none and must choose. */
  own: string | undefined
  formKey: string
}

/** The card in the clerk's hand: one scan, or three boxes. Who else is concerned opens below, without a script after sending. */
export function WhoPage({ frame, procedure, who, problems, communes, own, formKey }: WhoProps) {
  const { lang } = frame
  const say = words(lang)
  const errorAt = (field: string) => problems.find((one) => one.field === field)?.text
  const asked = procedure.identity !== 'notAsked'
  return (
    <OfficePage {...frame} title={say('whoTitle')} problems={problems.length}>
      <OfficeTitle
        title={say('whoTitle')}
        above={
          <a class="govuk-link govuk-link--no-visited-state" href={counterHome}>
            {say('title')}
          </a>
        }
        line={procedure.name[lang]}
      />
      <div class="lt-narrow">
        <ErrorSummary problems={problems} />
        <Form action={beginHref(procedure.code)} formKey={formKey}>
          <Person lang={lang} prefix={prefixes.submitter} typed={who.submitter} asked={asked} errorAt={errorAt} />
          <Checkboxes name="thay" label="" options={[{ value: 'co', label: say('forOther') }]} values={who.forOther ? ['co'] : []} />
          <div data-when={JSON.stringify({ thay: 'co' })} hidden={!who.forOther}>
            <h2 class="govuk-heading-m">{say('forOtherTitle')}</h2>
            <Person lang={lang} prefix={prefixes.applicant} typed={who.applicant} asked={asked} errorAt={errorAt} />
          </div>
          <Checkboxes name="giup" label="" options={[{ value: 'co', label: say('helped') }]} values={who.helped ? ['co'] : []} />
          <div data-when={JSON.stringify({ giup: 'co' })} hidden={!who.helped}>
            <TextInput
              name={`${prefixes.helper}ten`}
              label={say('helperName')}
              value={who.helper.name}
              error={errorAt(`${prefixes.helper}ten`)}
              autocomplete="off"
              maxLength={100}
            />
          </div>
          <Select
            name="xa"
            label={say('competent')}
            hint={say('competentHint')}
            options={communes.map(({ code, name }) => ({ value: code, label: name }))}
            value={who.commune === '' ? own : who.commune}
            error={errorAt('xa')}
          />
          <Buttons>
            <Button>{say('begin')}</Button>
            <a class="govuk-link govuk-link--no-visited-state" href={counterHome}>
              {say('cancel')}
            </a>
          </Buttons>
        </Form>
      </div>
    </OfficePage>
  )
}

type PersonProps = {
  lang: Language
  prefix: string
  typed: PersonTyped
  asked: boolean
  errorAt: (field: string) => string | undefined
}

function Person({ lang, prefix, typed, asked, errorAt }: PersonProps) {
  const say = words(lang)
  return (
    <>
      <TextInput
        name={`${prefix}the`}
        label={say('card')}
        hint={say('cardHint')}
        value={typed.card}
        autocomplete="off"
        maxLength={600}
        optional
      />
      <TextInput
        name={`${prefix}so`}
        label={say('personNumber')}
        hint={say(asked ? 'personNumberHint' : 'noNumberHint')}
        value={typed.number}
        error={errorAt(`${prefix}so`)}
        inputMode="numeric"
        autocomplete="off"
        width={20}
        maxLength={15}
        optional={!asked}
        code
      />
      <TextInput
        name={`${prefix}ten`}
        label={say('personName')}
        value={typed.name}
        error={errorAt(`${prefix}ten`)}
        autocomplete="off"
        maxLength={100}
      />
      <DateInput
        name={`${prefix}sinh`}
        label={say('born')}
        value={typed.born}
        error={errorAt(`${prefix}sinh`)}
        precision="year"
        optional={!asked}
      />
      <TextInput
        name={`${prefix}dien-thoai`}
        label={say('phone')}
        hint={say('phoneHint')}
        value={typed.phone}
        error={errorAt(`${prefix}dien-thoai`)}
        type="tel"
        inputMode="tel"
        autocomplete="off"
        width={20}
        maxLength={20}
        optional
      />
      <Checkboxes
        name={`${prefix}da-xem`}
        label=""
        options={[{ value: 'co', label: say('cardSeen') }]}
        values={typed.cardSeen ? ['co'] : []}
      />
    </>
  )
}
