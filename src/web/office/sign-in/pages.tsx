import type { VNode } from 'preact'
import { Button, Buttons, ErrorSummary, Form, type Frame, Notice, Page, type Problem, TextInput, Title } from '../../components/index.ts'
import { PasskeyButton } from './passkey-button.tsx'
import { words } from './words.ts'

type SignInProps = { frame: Frame; formKey: string; back: string; login?: string; problem?: string; left?: boolean }

/** Password and code; a passkey where the browser has one. */
export function SignInPage({ frame, formKey, back, login, problem, left = false }: SignInProps): VNode {
  const say = words(frame.lang)
  const problems: Problem[] = problem === undefined ? [] : [{ field: 'login', text: problem }]
  return (
    <Page {...frame} title={say('title')} problems={problems.length} unlisted form scripts={['passkey.js']}>
      <ErrorSummary problems={problems} />
      {left && (
        <Notice kind="done" announced>
          <p>{say('signedOut')}</p>
        </Notice>
      )}
      <Title lead={say('lead')}>{say('title')}</Title>
      <Form action="/can-bo/dang-nhap" formKey={formKey}>
        <input type="hidden" name="ve" value={back} />
        <TextInput name="login" label={say('login')} value={login} autocomplete="username" error={problem} />
        <TextInput name="password" type="password" label={say('password')} autocomplete="current-password" />
        <TextInput
          name="code"
          label={say('code')}
          hint={say('codeHint')}
          inputMode="numeric"
          autocomplete="one-time-code"
          width={10}
          maxLength={7}
          code
        />
        <Buttons>
          <Button>{say('enter')}</Button>
        </Buttons>
      </Form>
      <PasskeyButton
        does="enter"
        askAt="/can-bo/dang-nhap/khoa/hoi"
        sendTo="/can-bo/dang-nhap/khoa"
        back={back}
        hint={say('passkeyHint')}
        failed={say('passkeyFailed')}
      >
        {say('withPasskey')}
      </PasskeyButton>
      <p class="govuk-body lt-muted">{say('forgotten')}</p>
      <p class="govuk-body">
        <a class="govuk-link" href="/dang-nhap">
          {say('citizen')}
        </a>
      </p>
      {frame.sample && (
        <p class="govuk-body">
          <a class="govuk-link" href="/mau">
            {say('sampleAccounts')}
          </a>
        </p>
      )}
    </Page>
  )
}

type RenewProps = {
  frame: Frame
  formKey: string
  login: string
  secret: string
  /** The address of the authenticator as a picture. */
  picture: string
  least: number
  problems: Problem[]
}

/** Behind a one-time password: a password of one's own, and the authenticator app taken into use. */
export function RenewPage({ frame, formKey, login, secret, picture, least, problems }: RenewProps): VNode {
  const say = words(frame.lang)
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.text
  return (
    <Page {...frame} title={say('renewTitle')} problems={problems.length} unlisted form>
      <ErrorSummary problems={problems} />
      <Title lead={say('renewLead', { login })}>{say('renewTitle')}</Title>
      <h2 class="govuk-heading-m">{say('renewApp')}</h2>
      <p class="govuk-body">{say('renewScan')}</p>
      <p>
        <img src={picture} alt={say('renewQr')} width="220" height="220" />
      </p>
      <p class="govuk-body lt-num">
        <b>{secret.replaceAll(/(.{4})(?=.)/g, '$1 ')}</b>
      </p>
      <Form action="/can-bo/dang-nhap/doi-mat-khau" formKey={formKey}>
        <input type="hidden" name="username" value={login} autocomplete="username" />
        <TextInput
          name="password"
          type="password"
          label={say('newPassword')}
          hint={say('newPasswordHint', { least })}
          autocomplete="new-password"
          error={errorOf('password')}
        />
        <TextInput
          name="code"
          label={say('firstCode')}
          inputMode="numeric"
          autocomplete="one-time-code"
          width={10}
          maxLength={7}
          code
          error={errorOf('code')}
        />
        <Buttons>
          <Button>{say('renew')}</Button>
        </Buttons>
      </Form>
    </Page>
  )
}
