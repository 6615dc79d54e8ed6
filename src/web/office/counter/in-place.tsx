import type { ComponentChildren } from 'preact'
import { confirmDraft, correctDraft, deliver, resultOf, withdraw } from '#modules/dossiers'
import { printedAnswers } from '#modules/procedures'
import { type Ctx, contextFor, Refusal } from '#platform/act'
import type { Reply, Req } from '#platform/http'
import { newRandomKey } from '#platform/id'
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  OfficePage,
  OfficeTitle,
  type Problem,
  SummaryList,
  Textarea,
  TextInput,
} from '../../components/index.ts'
import { namingFor } from '../../portal/places.ts'
import type { Services } from '../../services.ts'
import { param, typedIn } from '../../typed.ts'
import { refusalText } from '../desk/refusals.ts'
import { officeFrameOf } from '../frame.ts'
import { type Brought, broughtBack, type InPlace, possible, sealedIn } from './back.ts'
import { backHref } from './links.ts'
import { words } from './words.ts'

type Shown = { slug: string; title: 'do.draft' | 'do.withdraw' | 'do.deliver'; problems?: readonly Problem[]; trouble?: string | undefined }

/** One act in the person's place, on a page of its own with the way back. */
async function inPlacePage(req: Req, reply: Reply, services: Services, { found }: Brought, shown: Shown, children: ComponentChildren) {
  const say = words(req.lang)
  const { slug, title, problems = [], trouble } = shown
  const frame = { ...(await officeFrameOf(req, services)), path: backHref(found.code, slug) }
  return reply.code(trouble === undefined && problems.length === 0 ? 200 : 422).page(
    <OfficePage {...frame} title={say(title)} problems={problems.length}>
      <OfficeTitle
        title={say(title)}
        above={
          <a class="govuk-link govuk-link--no-visited-state lt-num" href={backHref(found.code)}>
            {found.code}
          </a>
        }
        line={found.procedure.name[req.lang]}
      />
      <div class="lt-narrow">
        <ErrorSummary problems={problems} />
        {trouble !== undefined && (
          <Notice kind="bad" announced>
            <p>{trouble}</p>
          </Notice>
        )}
        {children}
      </div>
    </OfficePage>,
  )
}

/** @throws Refusal 409 where the dossier does not lie so that this can be done */
async function open(req: Req, act: InPlace): Promise<Brought> {
  const brought = await broughtBack(req, param(req, 'code'))
  if (!possible(brought).includes(act)) throw new Refusal(409, 'nothing-in-place')
  return brought
}

const version = ({ found }: Brought) => <input type="hidden" name="version" value={found.version} />
const expected = (req: Req) => {
  const seen = Number(typedIn(req).raw('version'))
  return Number.isInteger(seen) && seen > 0 ? { version: seen } : {}
}

/** The act itself under the key of its form, in the counter's context; a refusal comes back as a sentence above the form. */
async function done(
  req: Req,
  reply: Reply,
  services: Services,
  code: string,
  slug: string,
  act: (ctx: Ctx) => Promise<unknown>,
  again: (trouble: string) => Promise<unknown>,
) {
  const { ctx } = await broughtBack(req, code)
  try {
    await act(contextFor(ctx, ctx.actor, ctx.now, req.ctx.key))
  } catch (error) {
    if (!(error instanceof Refusal) || error.status === 404) throw error
    return again(refusalText(error, req.lang))
  }
  services.nudge()
  return reply.redirect(`${backHref(code)}?xong=${slug}`, 303)
}

export async function showWithdraw(req: Req, reply: Reply, services: Services, trouble?: string): Promise<unknown> {
  const brought = await open(req, 'withdraw')
  const say = words(req.lang)
  return inPlacePage(
    req,
    reply,
    services,
    brought,
    { slug: 'rut', title: 'do.withdraw', trouble },
    <Form action={backHref(brought.found.code, 'rut')} formKey={newRandomKey()}>
      {version(brought)}
      <p class="govuk-body">{say('withdrawText')}</p>
      <Textarea name="ly-do" label={say('reason')} rows={3} maxLength={2000} optional />
      <Button kind="warning">{say('do.withdraw')}</Button>
    </Form>,
  )
}

export async function sendWithdraw(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const code = param(req, 'code')
  const reason = typedIn(req).lines('ly-do')
  return done(
    req,
    reply,
    services,
    code,
    'withdraw',
    (ctx) => withdraw(ctx, code, reason, expected(req)),
    (trouble) => showWithdraw(req, reply, services, trouble),
  )
}

export async function showDeliver(req: Req, reply: Reply, services: Services, trouble?: string): Promise<unknown> {
  const brought = await open(req, 'deliver')
  const say = words(req.lang)
  return inPlacePage(
    req,
    reply,
    services,
    brought,
    { slug: 'tra', title: 'do.deliver', trouble },
    <>
      <p class="govuk-body">{say('deliverText')}</p>
      {sealedIn(brought) !== undefined && (
        <LinkButton kind="secondary" icon="print" href={backHref(brought.found.code, 'ket-qua')}>
          {say('printResult')}
        </LinkButton>
      )}
      <Form action={backHref(brought.found.code, 'tra')} formKey={newRandomKey()}>
        {version(brought)}
        <TextInput name="nguoi-nhan" label={say('handedTo')} hint={say('handedToHint')} autocomplete="off" maxLength={100} optional />
        <Button icon="check">{say('handOver')}</Button>
      </Form>
    </>,
  )
}

export async function sendDeliver(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const code = param(req, 'code')
  const handedTo = typedIn(req).line('nguoi-nhan')
  return done(
    req,
    reply,
    services,
    code,
    'deliver',
    (ctx) => deliver(ctx, code, 'counter', expected(req), handedTo),
    (trouble) => showDeliver(req, reply, services, trouble),
  )
}

export async function showDraft(
  req: Req,
  reply: Reply,
  services: Services,
  problems: readonly Problem[] = [],
  trouble?: string,
): Promise<unknown> {
  const brought = await open(req, 'draft')
  const { found } = brought
  const say = words(req.lang)
  const typed = typedIn(req).lines('loi')
  return inPlacePage(
    req,
    reply,
    services,
    brought,
    { slug: 'ban-nhap', title: 'do.draft', problems, trouble },
    <>
      <p class="govuk-body">{say('draftText')}</p>
      <SummaryList rows={await printedIn(req, brought)} />
      <LinkButton kind="secondary" icon="paper" href={backHref(found.code, 'ban-nhap.pdf')}>
        {say('openDraft')}
      </LinkButton>
      <Form action={backHref(found.code, 'ban-nhap')} formKey={newRandomKey()}>
        {version(brought)}
        <Textarea name="loi" label={say('wish')} rows={3} maxLength={2000} optional value={typed} error={problems[0]?.text} />
        <Buttons>
          <Button name="_lam" value="dong-y">
            {say('agree')}
          </Button>
          <Button kind="secondary" name="_lam" value="sua">
            {say('correct')}
          </Button>
        </Buttons>
      </Form>
    </>,
  )
}

/** What the paper will say, line by line, to be read aloud. */
async function printedIn(req: Req, { found }: Brought) {
  const rows = printedAnswers(found.procedure, resultOf(found).code, found.filed.answers, await namingFor(req.ctx, 'vi'))
  return rows.map(({ field, text }) => ({ key: found.procedure.fields[field]?.label[req.lang] ?? field, value: text === '' ? '–' : text }))
}

export async function sendDraft(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const code = param(req, 'code')
  const typed = typedIn(req)
  const wish = typed.lines('loi')
  const corrects = typed.raw('_lam') === 'sua'
  if (corrects && wish === '') return showDraft(req, reply, services, [{ field: 'loi', text: words(req.lang)('wishMissing') }])
  const act = (ctx: Ctx) => (corrects ? correctDraft(ctx, code, wish, expected(req)) : confirmDraft(ctx, code, expected(req)))
  return done(req, reply, services, code, corrects ? 'correct' : 'agree', act, (trouble) => showDraft(req, reply, services, [], trouble))
}
