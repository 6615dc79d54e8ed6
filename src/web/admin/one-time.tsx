import type { VNode } from 'preact'
import type { Recovered } from '#modules/identity'
import { momentText } from '#platform/text'
import { Card, LinkButton, type OfficeFrame } from '../components/index.ts'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

/** A one-time password, shown this once to be read out. */
export function OneTimePage({ frame, given, back }: { frame: OfficeFrame; given: Recovered; back: string }): VNode {
  const say = words(frame.lang)
  return (
    <Shell frame={frame} title={say('oneTime')}>
      <Card>
        <p class="govuk-body">{say('oneTimeLead', { login: given.login, until: momentText(given.until) })}</p>
        <p class="govuk-heading-l lt-num">{given.password}</p>
        <LinkButton kind="secondary" href={back}>
          {say('back')}
        </LinkButton>
      </Card>
    </Shell>
  )
}
