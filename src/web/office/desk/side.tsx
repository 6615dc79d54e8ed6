import { newRandomKey } from '#platform/id'
import { Acts, Button, Card, Form, LinkButton, Log, ReadyList, Textarea } from '../../components/index.ts'
import { labelOf, smallLabelOf } from '../acts/labels.ts'
import { leavesOpen } from '../acts/left-open.tsx'
import { heavy, isOnward, offered, type Verb, verbs } from '../acts/verbs.ts'
import { words as actWords } from '../acts/words.ts'
import { Fees } from '../fees/card.tsx'
import { ChosenEntry } from '../register/card.tsx'
import { Passed, Proofs, Questions, Requests, Said } from './around.tsx'
import { Clock } from './clock.tsx'
import type { AtDesk } from './gather.ts'
import { logOf } from './log.ts'
import { Newer } from './newer.tsx'
import { readyLines } from './ready.ts'
import { words } from './words.ts'

/** Beside the papers: the clock, what to do, what was asked and looked up, and what happened. */
export function Side({ desk }: { desk: AtDesk }) {
  const say = words(desk.lang)
  return (
    <>
      <div id="viec-can-lam">
        <Clock desk={desk} />
      </div>
      <ChosenEntry desk={desk} />
      <ToDo desk={desk} />
      <Newer desk={desk} />
      <Fees desk={desk} />
      <Passed desk={desk} />
      <Requests desk={desk} />
      <Questions desk={desk} />
      <Proofs desk={desk} />
      <Card title={say('history')}>
        <Log entries={logOf(desk)} />
      </Card>
    </>
  )
}

function ToDo({ desk }: { desk: AtDesk }) {
  const { found, lang, relation } = desk
  const say = words(lang)
  const acts = offered(found, relation)
  const primary = acts.find(isOnward)
  const small = smallLabelOf(primary, found, lang)
  const lines = found.closedAt === null && acts.length > 0 ? readyLines(desk) : []
  const title = small === undefined ? say('nothingToDo') : say('before', { act: small })
  if (found.closedAt !== null) return null
  return (
    <Card title={title}>
      <WhereItIs desk={desk} />
      {lines.length > 0 && (
        <ReadyList
          lines={lines.map(({ ready, text, field }) => ({
            ready,
            children:
              field === undefined ? (
                text
              ) : (
                <a class="govuk-link govuk-link--no-visited-state" href={`#${field}`}>
                  {text}
                </a>
              ),
          }))}
        />
      )}
      {acts.length > 0 && (
        <Acts>
          {acts.map((verb) => (
            <ActButton key={verb} desk={desk} verb={verb} primary={verb === primary} />
          ))}
        </Acts>
      )}
    </Card>
  )
}

/** Where the case lies, for whoever cannot act on it now. */
function WhereItIs({ desk: { found, lang, relation, directory } }: { desk: AtDesk }) {
  const say = words(lang)
  if (found.status === 'waiting-applicant') return <Said text={say('waitingApplicant')} />
  if (found.status === 'waiting-number')
    return <Said text={say('waitingNumber', { status: found.procedure.steps[found.step]?.status[lang] ?? '' })} />
  if (relation === 'holder') return null
  const [lead] = found.desks.filter((one) => one.part === 'lead')
  const post = lead === undefined ? undefined : directory.findPost(lead.postId)
  return <Said text={post === undefined ? say('nobody') : say('elsewhere', { post: post.title })} />
}

/** Acts that need no word are done at once; the others lead to their form. */
const atOnce: readonly Verb[] = ['receive', 'propose', 'approve', 'enter', 'seal']

function ActButton({ desk: { found, lang }, verb, primary }: { desk: AtDesk; verb: Verb; primary: boolean }) {
  const { slug, icon } = verbs[verb]
  const href = `/viec/${found.code}/${slug}`
  const kind = primary ? 'primary' : heavy.includes(verb) ? 'warning' : 'secondary'
  const label = labelOf(verb, found, lang)
  if (!atOnce.includes(verb) || leavesOpen(verb, found)) {
    return (
      <LinkButton href={href} icon={icon} kind={kind}>
        {label}
      </LinkButton>
    )
  }
  return (
    <Form action={href} formKey={newRandomKey()}>
      <input type="hidden" name="version" value={found.version} />
      <Button icon={icon} kind={kind}>
        {label}
      </Button>
      {verb === 'propose' && (
        <details class="govuk-details">
          <summary class="govuk-details__summary">
            <span class="govuk-details__summary-text">{actWords(lang)('addOpinion')}</span>
          </summary>
          <Textarea name="opinion" label={actWords(lang)('opinion')} rows={3} optional />
        </details>
      )}
    </Form>
  )
}
