import { directoryOn, unitName } from '#modules/directory'
import { titleOf } from '#modules/procedures'
import { Refusal } from '#platform/act'
import { localDate } from '#platform/clock'
import type { Reply, Req } from '#platform/http'
import { momentText } from '#platform/text'
import {
  Acts,
  Card,
  Empty,
  type IconName,
  LinkButton,
  Notice,
  OfficePage,
  OfficeTitle,
  Split,
  SummaryList,
} from '../../components/index.ts'
import { namingFor } from '../../portal/places.ts'
import type { Services } from '../../services.ts'
import { asked, param } from '../../typed.ts'
import { officeFrameOf } from '../frame.ts'
import { hourText } from '../work/time.ts'
import { states } from '../work/words.ts'
import { type Brought, broughtBack, type InPlace, possible, sealedIn } from './back.ts'
import { backHref, counterHome } from './links.ts'
import { words } from './words.ts'

/** Where a slip's number leads: to its dossier, or to a sentence that says why not. */
export async function findBack(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const code = asked(req, 'so').trim().toUpperCase()
  const say = words(req.lang)
  try {
    const { found } = await broughtBack(req, code)
    return reply.redirect(backHref(found.code), 303)
  } catch (error) {
    if (!(error instanceof Refusal && error.status === 404)) throw error
  }
  return reply.code(404).page(
    <OfficePage {...(await officeFrameOf(req, services))} title={say('slipTitle')}>
      <OfficeTitle title={say('slipTitle')} />
      <div class="lt-narrow">
        <Notice kind="bad" announced>
          <p>{say('slipUnknown', { code })}</p>
        </Notice>
        <p class="govuk-body">
          <a class="govuk-link" href={counterHome}>
            {say('title')}
          </a>
        </p>
      </div>
    </OfficePage>,
  )
}

const icons: Record<InPlace, IconName> = { supplement: 'inbox', draft: 'paper', deliver: 'check', withdraw: 'cross' }
const slugs: Record<InPlace, string> = { supplement: 'bo-sung', draft: 'ban-nhap', deliver: 'tra', withdraw: 'rut' }

/** Somebody comes back with a slip: where it lies, what waits for them, and to do it in their place. */
export async function showBack(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const brought = await broughtBack(req, param(req, 'code'))
  const { found } = brought
  const say = words(req.lang)
  const frame = await officeFrameOf(req, services)
  const naming = await namingFor(req.ctx, req.lang)
  return reply.page(
    <OfficePage {...frame} title={say('backTitle', { code: found.code })}>
      <OfficeTitle
        title={titleOf(found.procedure, found.filed.answers, naming)}
        above={
          <a class="govuk-link govuk-link--no-visited-state" href={counterHome}>
            {say('title')}
          </a>
        }
        line={<span class="lt-num">{found.code}</span>}
      />
      <Done req={req} />
      <Split wide aside={<InTheirPlace brought={brought} lang={req.lang} />}>
        <SummaryList rows={await factsOf(req, brought)} />
        <p class="govuk-body">
          <a class="govuk-link govuk-link--no-visited-state" href={backHref(found.code, 'giay-tiep-nhan')}>
            {say('slip')}
          </a>
          {sealedIn(brought) !== undefined && (
            <>
              {' · '}
              <a class="govuk-link govuk-link--no-visited-state" href={backHref(found.code, 'ket-qua')}>
                {say('result')}
              </a>
            </>
          )}
        </p>
      </Split>
    </OfficePage>,
  )
}

const told = ['supplement', 'agree', 'correct', 'withdraw', 'deliver'] as const

function Done({ req }: { req: Req }) {
  const done = told.find((one) => one === asked(req, 'xong'))
  if (done === undefined) return null
  return (
    <Notice kind="done" announced>
      <p>{words(req.lang)(`done.${done}`)}</p>
    </Notice>
  )
}

async function factsOf(req: Req, { ctx, found }: Brought) {
  const { lang } = req
  const say = words(lang)
  const unit = (await directoryOn(ctx)).getUnit(found.unit)
  const step = found.closedAt === null && !found.status.startsWith('waiting') ? found.procedure.steps[found.step]?.status[lang] : undefined
  return [
    { key: say('state'), value: step ?? states(lang)(found.status) },
    { key: say('filedAt'), value: momentText(found.receivedAt ?? found.submittedAt) },
    { key: say('wasDue'), value: found.dueAt === null ? '–' : hourText(found.dueAt, ctx.now, lang) },
    { key: say('handledBy'), value: unitName(unit, localDate(ctx.now)) },
  ]
}

function InTheirPlace({ brought, lang }: { brought: Brought; lang: 'vi' | 'en' }) {
  const say = words(lang)
  const acts = possible(brought)
  return (
    <Card title={say('inPlace')}>
      {acts.length === 0 ? (
        <Empty>{say('nothingToDo')}</Empty>
      ) : (
        <>
          <p class="govuk-body lt-muted">{say('inPlaceHint')}</p>
          <Acts>
            {acts.map((act, place) => (
              <LinkButton
                key={act}
                href={backHref(brought.found.code, slugs[act])}
                icon={icons[act]}
                kind={act === 'withdraw' ? 'warning' : place === 0 ? 'primary' : 'secondary'}
              >
                {say(`do.${act}`)}
              </LinkButton>
            ))}
          </Acts>
        </>
      )}
    </Card>
  )
}
