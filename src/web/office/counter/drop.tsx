import { atCounter, dropSheet, getSheet } from '#modules/dossiers'
import type { Reply, Req } from '#platform/http'
import { newRandomKey } from '#platform/id'
import { Button, Buttons, Form, LinkButton, OfficePage, OfficeTitle } from '../../components/index.ts'
import type { Services } from '../../services.ts'
import { param } from '../../typed.ts'
import { officeFrameOf } from '../frame.ts'
import { counterHome, sheetHref } from './links.ts'
import { words } from './words.ts'

export async function showDrop(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const sheet = await getSheet(await atCounter(req.ctx), param(req, 'id'))
  const say = words(req.lang)
  return reply.page(
    <OfficePage {...(await officeFrameOf(req, services))} title={say('dropTitle')}>
      <OfficeTitle title={say('dropTitle')} line={sheet.procedure.name[req.lang]} />
      <div class="lt-narrow">
        <p class="govuk-body">{say('dropText')}</p>
        <Form action={sheetHref(sheet.id, 'bo')} formKey={newRandomKey()}>
          <Buttons>
            <Button kind="warning">{say('dropGo')}</Button>
            <LinkButton kind="secondary" href={sheetHref(sheet.id)}>
              {say('dropNot')}
            </LinkButton>
          </Buttons>
        </Form>
      </div>
    </OfficePage>,
  )
}

export async function drop(req: Req, reply: Reply): Promise<unknown> {
  await dropSheet(await atCounter(req.ctx), param(req, 'id'))
  return reply.redirect(counterHome, 303)
}
