import { supplement } from '#modules/dossiers'
import { filesOfDraft, removeUpload } from '#modules/papers'
import { Refusal } from '#platform/act'
import type { Reply, Req } from '#platform/http'
import { newRandomKey } from '#platform/id'
import { Button, ErrorSummary, FileUpload, Form, OfficePage, OfficeTitle, PlaceNames, Row, Rows, Textarea } from '../../components/index.ts'
import { heldFor, namesId, QuestionField } from '../../portal/apply/question.tsx'
import { sentForm } from '../../portal/apply/sent-form.ts'
import { withPlaces } from '../../portal/apply/typed-places.ts'
import { askedIn, broughtFor, questionsFor, typedAnswers, type Wrong, wrongIn } from '../../portal/dossier/supplement.ts'
import { extraField } from '../../portal/dossier/supplement-page.tsx'
import { communesToday } from '../../portal/places.ts'
import type { Services } from '../../services.ts'
import { param } from '../../typed.ts'
import { officeFrameOf } from '../frame.ts'
import { broughtBack } from './back.ts'
import { backHref } from './links.ts'
import { words } from './words.ts'

/** Everything that was asked for, on one page, with the scanner beside it. @throws Refusal 409 when nothing is asked */
export async function showSupplement(req: Req, reply: Reply, services: Services, wrong?: Wrong): Promise<unknown> {
  const { lang } = req
  const say = words(lang)
  const brought = await broughtBack(req, param(req, 'code'))
  const { found, ctx } = brought
  const asked = askedIn(brought)
  const questions = questionsFor(found, asked)
  const files = await filesOfDraft(ctx, found.id)
  const communes = await communesToday(ctx)
  const answers = { ...found.filed.answers, ...wrong?.answers }
  const asking = {
    lang,
    draft: { id: found.id, procedure: found.procedure, answers, files },
    problems: wrong?.problems ?? [],
    communes,
    several: wrong?.several ?? new Map(),
    sendTo: backHref(found.code, 'tep'),
    own: new Set(questions.map(({ name }) => name)),
    settled: found.filed.answers,
  }
  const told = wrong?.told ?? []
  const frame = { ...(await officeFrameOf(req, services)), path: backHref(found.code, 'bo-sung') }
  return reply.code(wrong === undefined ? 200 : 422).page(
    <OfficePage {...frame} title={say('supplementTitle')} problems={told.length}>
      <OfficeTitle
        title={say('supplementTitle')}
        above={
          <a class="govuk-link govuk-link--no-visited-state lt-num" href={backHref(found.code)}>
            {found.code}
          </a>
        }
        line={found.procedure.name[lang]}
      />
      <div class="lt-narrow">
        <ErrorSummary problems={told} />
        <Rows>
          {asked.map(({ defect, note }) => (
            <Row key={defect.code} icon="warning" title={defect.text[lang]}>
              <p>{defect.remedy[lang]}.</p>
              {note !== '' && <p class="lt-muted">{say('ofOffice', { note })}</p>}
            </Row>
          ))}
        </Rows>
        <PlaceNames id={namesId} names={communes.map((one) => one.name)} />
        <Form action={backHref(found.code, 'bo-sung')} formKey={newRandomKey()} files id="bo-sung">
          <button class="lt-vh" type="submit" name="_lam" value="gui" tabIndex={-1} aria-hidden="true">
            {say('sendSupplement')}
          </button>
          {questions.map((question) => (
            <QuestionField key={question.name} question={question} asking={asking} />
          ))}
          {!questions.some(({ field }) => field.kind === 'upload') && (
            <FileUpload
              name={extraField}
              label={say('extra')}
              accept="application/pdf,image/jpeg,image/png"
              multiple
              optional
              have={heldFor(files, extraField, lang)}
              removeName="bo-tep"
              sendTo={backHref(found.code, 'tep')}
            />
          )}
          <Textarea name="loi-nhan" label={say('note')} optional value={wrong?.note ?? ''} maxLength={2000} />
          <Button name="_lam" value="gui">
            {say('sendSupplement')}
          </Button>
        </Form>
      </div>
    </OfficePage>,
  )
}

export async function sendSupplement(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const brought = await broughtBack(req, param(req, 'code'))
  const { found, around, ctx } = brought
  const to = `${backHref(found.code)}?xong=supplement`
  // Sent again after the answer was lost on the way: it is there already.
  if (around.requests.at(-1)?.answered) return reply.redirect(to, 303)
  req.ctx = ctx
  const questions = questionsFor(found, askedIn(brought))
  const takes = (field: string) => field === extraField || questions.some((one) => one.name === field && one.field.kind === 'upload')
  const { raw, faults } = await sentForm(req, services.vault, found.id, takes)
  const removed = typeof raw['bo-tep'] === 'string' ? raw['bo-tep'] : ''
  if (removed !== '') {
    await removeUpload(ctx, services.vault, removed)
    return reply.redirect(backHref(found.code, 'bo-sung'), 303)
  }
  const { raw: meant, several } = await withPlaces(ctx, { id: '', title: found.procedure.name, asks: questions, known: [] }, raw)
  const note = typeof raw['loi-nhan'] === 'string' ? raw['loi-nhan'].trim() : ''
  const files = await broughtFor(req, found, questions)
  const answers = { ...typedAnswers(found, questions, meant), ...files.answers }
  const wrong = wrongIn(req, found, answers, { faults, hasFiles: files.files.length > 0, note, several })
  if (wrong !== undefined) return showSupplement(req, reply, services, wrong)
  const sent = await supplement(ctx, found.code, { answers, files: files.files, replaced: files.replaced, note })
  if (!sent.ok) throw new Error('a supplement that was right a moment ago was refused')
  services.nudge()
  return reply.redirect(to, 303)
}

/** Uploads of a dossier that waits for more: only what was asked. */
export async function supplementTakes(req: Req, field: string): Promise<string> {
  const brought = await broughtBack(req, param(req, 'code'))
  const questions = questionsFor(brought.found, askedIn(brought))
  const isAsked = field === extraField || questions.some((one) => one.name === field && one.field.kind === 'upload')
  if (!isAsked) throw new Refusal(422, 'no-such-field')
  req.ctx = brought.ctx
  return brought.found.id
}
