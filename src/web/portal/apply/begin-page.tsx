import type { StoredDraft } from '#modules/dossiers'
import type { Procedure } from '#modules/procedures'
import { type Instant, localDate } from '#platform/clock'
import { momentText } from '#platform/text'
import {
  AskForm,
  Button,
  ErrorSummary,
  Form,
  type Frame,
  Notice,
  Page,
  Radios,
  Row,
  Rows,
  TextInput,
  Title,
} from '../../components/index.ts'
import { words } from './words.ts'

/** A commune to choose, with what it was found by. */
export type Choice = {
  readonly code: string
  readonly name: string
  readonly old?: string
  readonly how: 'name' | 'oldWard' | 'oldDistrict' | 'own'
}

export type BeginProps = {
  frame: Frame
  procedure: Procedure
  /** Where the forms of this page go. */
  action: string
  /** What the guide learnt, carried through the search for a commune. */
  said: readonly (readonly [string, string])[]
  /** Becomes the draft's id: a second tap begins nothing new. */
  formKey: string
  typed: string
  choices: readonly Choice[]
  mustChoose: boolean
  chosen: string
  wrong: boolean
  drafts: readonly StoredDraft[]
  actingFor: string | undefined
  now: Instant
  back: string
}

/** Somebody who begins: which commune, by its name of today or the one on old papers. */
export function BeginPage(props: BeginProps) {
  const { frame, procedure, action, said, formKey, typed, choices, mustChoose, chosen, wrong, actingFor, back } = props
  const say = words(frame.lang)
  const name = procedure.name[frame.lang]
  const lead = say(procedure.competence.residences.length > 0 ? 'beginLead' : 'beginPlain', { procedure: name })
  return (
    <Page {...frame} title={say('beginTitle')} form unlisted problems={wrong ? 1 : 0} back={{ href: back, label: name }}>
      <ErrorSummary problems={wrong ? [{ field: 'xa', text: say('chooseOne') }] : []} />
      <Title lead={lead}>{say('beginTitle')}</Title>
      {actingFor !== undefined && (
        <Notice kind="info">
          <p>{say('actingFor', { name: actingFor })}</p>
        </Notice>
      )}
      <Unfinished {...props} />
      {choices.length > 0 && (
        <Form action={action} formKey={formKey}>
          {mustChoose && (
            <Notice>
              <p>{say('split')}</p>
            </Notice>
          )}
          <Radios
            name="xa"
            label={say('choose')}
            error={wrong ? say('chooseOne') : undefined}
            value={chosen}
            options={choices.map((one) => ({ value: one.code, label: one.name, ...hintOf(one, frame) }))}
          />
          <Button full>{say('goOn')}</Button>
        </Form>
      )}
      {choices.length === 0 && typed !== '' && (
        <Notice>
          <p>{say('noCommune', { asked: typed })}</p>
        </Notice>
      )}
      <section class="lt-section">
        <h2 class="govuk-heading-m">{say('otherCommune')}</h2>
        <AskForm action={action.split('?')[0] ?? action} label={say('otherCommune')}>
          {said.map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextInput name="tim" label={say('communeLabel')} hint={say('communeExample')} value={typed} autocomplete="off" />
          <Button kind="secondary" icon="search">
            {say('findCommune')}
          </Button>
        </AskForm>
      </section>
    </Page>
  )
}

function hintOf({ how, old }: Choice, { lang }: Frame): { hint?: string } {
  const say = words(lang)
  if (how === 'own') return { hint: say('yourCommune') }
  if (old === undefined) return {}
  return { hint: say(how === 'oldDistrict' ? 'inDistrict' : 'formerly', { old }) }
}

function Unfinished({ frame, drafts, procedure, now }: BeginProps) {
  const say = words(frame.lang)
  if (drafts.length === 0) return null
  return (
    <section class="lt-section">
      <h2 class="govuk-heading-m">{say('unfinished')}</h2>
      <Rows>
        {drafts.map((one) => (
          <Row
            key={one.id}
            icon="pen"
            title={
              <a class="govuk-link" href={`/ho-so-nhap/${one.id}`}>
                {say('resume')}
              </a>
            }
          >
            <p class="lt-muted">
              {say('unfinishedOf', { about: aboutIn(one, procedure, say('noName')), at: shortMoment(one.updatedAt, now) })}
            </p>
          </Row>
        ))}
      </Rows>
      <p class="govuk-body">{say('orNew')}</p>
    </section>
  )
}

function aboutIn({ answers }: StoredDraft, { about }: Procedure, otherwise: string): string {
  const said = answers[about]
  return typeof said === 'string' && said !== '' ? said : otherwise
}

function shortMoment(at: Instant, now: Instant): string {
  const text = momentText(at)
  return localDate(at) === localDate(now) ? (text.split(' ')[0] ?? text) : text
}
