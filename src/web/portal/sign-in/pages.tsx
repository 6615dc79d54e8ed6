import type { Party } from '#modules/identity'
import { Button, ErrorSummary, Form, type Frame, Icon, links, Notice, Page, PlainList, Radios, Title } from '../../components/index.ts'
import { words } from './words.ts'

export type NotIn = 'declined' | 'stale' | 'wrongLevel' | 'failed'

export type SignInProps = { frame: Frame; formKey: string; back: string; problem?: NotIn; out: boolean }

/** Somebody about to begin: one button, and what is shared by pressing it. */
export function SignInPage({ frame, formKey, back, problem, out }: SignInProps) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={problem ? say('notIn') : say('title')} form unlisted>
      {out && (
        <Notice kind="done" announced>
          <p>{say('signedOut')}</p>
        </Notice>
      )}
      {problem && (
        <Notice kind="bad" announced>
          <p>{say(problem)}</p>
        </Notice>
      )}
      <Title lead={say('lead')}>{say('title')}</Title>
      <Form action={links.signIn} formKey={formKey}>
        <input type="hidden" name="ve" value={back} />
        <Button icon="person">{say('go')}</Button>
      </Form>
      <PlainList>
        <li>
          <Icon name="shield" />
          {say('level')}
        </li>
        <li>
          <Icon name="people" />
          {say('organisation')}
        </li>
        {frame.sample && (
          <li>
            <Icon name="info" />
            {say('sample')}
          </li>
        )}
      </PlainList>
      <p class="govuk-body">
        {say('staff')}{' '}
        <a class="govuk-link" href="/can-bo/dang-nhap">
          {say('staffLink')}
        </a>
      </p>
    </Page>
  )
}

export type PartyProps = { frame: Frame; formKey: string; back: string; parties: readonly Party[]; current: string; wrong: boolean }

/** Somebody who may act for an organisation says for whom this time. */
export function PartyPage({ frame, formKey, back, parties, current, wrong }: PartyProps) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('actFor')} form unlisted problems={wrong ? 1 : 0}>
      <ErrorSummary problems={wrong ? [{ field: 'party', text: say('choose') }] : []} />
      <Title>{say('actFor')}</Title>
      <Form action="/dang-nhap/vai" formKey={formKey}>
        <input type="hidden" name="ve" value={back} />
        <Radios
          name="party"
          label={say('choose')}
          hint={say('actForHint')}
          error={wrong ? say('choose') : undefined}
          value={current}
          options={parties.map((party) => ({
            value: party.id,
            label: partyText(frame, party),
            ...(party.taxCode === undefined ? {} : { hint: say('taxCode', { code: party.taxCode }) }),
          }))}
        />
        <Button>{say('go2')}</Button>
      </Form>
    </Page>
  )
}

export function partyText({ lang }: Pick<Frame, 'lang'>, { role, name }: Party): string {
  const say = words(lang)
  return role === 'self' ? say('myself', { name }) : say(role, { name })
}
