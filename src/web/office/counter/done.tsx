import { directoryOn, unitName } from '#modules/directory'
import { beginAgain, caseAtCounter, feesOf } from '#modules/dossiers'
import { localDate } from '#platform/clock'
import type { Reply, Req } from '#platform/http'
import { isId, newId } from '#platform/id'
import { appointmentText, moneyText } from '#platform/text'
import { Button, Buttons, Card, Form, LinkButton, Notice, OfficePage, OfficeTitle } from '../../components/index.ts'
import type { Services } from '../../services.ts'
import { param, typedIn } from '../../typed.ts'
import { officeFrameOf } from '../frame.ts'
import { backHref, counterHome, doneHref, sheetHref } from './links.ts'
import { words } from './words.ts'

/** The printer runs: number, hour, what is to be paid; then the next paper of this person, or the next person. */
export async function showDone(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { lang } = req
  const say = words(lang)
  const { ctx, found } = await caseAtCounter(req.ctx, param(req, 'code'))
  const directory = await directoryOn(ctx)
  const { total } = feesOf(found)
  const isOwn = req.ctx.actor.units.includes(found.unit)
  const frame = await officeFrameOf(req, services)
  return reply.page(
    <OfficePage {...frame} title={say('doneTitle')}>
      <OfficeTitle title={say('doneTitle')} line={found.procedure.name[lang]} />
      <div class="lt-narrow">
        <Notice kind={found.receivedAt === null ? 'heed' : 'done'} announced>
          <p>
            <b class="lt-num">{found.code}</b>
          </p>
          <p class="lt-num">{found.dueAt === null ? say('doneWaits') : say('doneLine', { due: appointmentText(found.dueAt, lang) })}</p>
          <p>{say('sentTo', { unit: unitName(directory.getUnit(found.unit), localDate(ctx.now)) })}</p>
        </Notice>
        <Buttons>
          <LinkButton href={backHref(found.code, 'giay-tiep-nhan')} icon="print">
            {say('printSlip')}
          </LinkButton>
          <LinkButton href={counterHome} kind="secondary">
            {say('next')}
          </LinkButton>
        </Buttons>
        {total !== null && total > 0n && (
          <Card title={`${say('toPay')}: ${moneyText(total)}`}>
            {isOwn && (
              <p class="govuk-body">
                <a class="govuk-link govuk-link--no-visited-state" href={`/viec/${found.code}/thu-phi`}>
                  {say('notePaid')}
                </a>
              </p>
            )}
          </Card>
        )}
        <Form action={`${doneHref(found.code)}/them`} formKey={newId(Date.parse(ctx.now))}>
          <Button kind="secondary">{say('again')}</Button>
        </Form>
        {isOwn && (
          <p class="govuk-body">
            <a class="govuk-link govuk-link--no-visited-state" href={`/viec/${found.code}`}>
              {say('openDesk')}
            </a>
          </p>
        )}
      </div>
    </OfficePage>,
  )
}

/** The same people, another paper. */
export async function again(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const key = typedIn(req).raw('_key')
  const id = await beginAgain(req.ctx, services.sources, param(req, 'code'), isId(key) ? key : newId(Date.parse(req.ctx.now)))
  return reply.redirect(sheetHref(id), 303)
}
