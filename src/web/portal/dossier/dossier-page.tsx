import { shortUnitName } from '#modules/directory'
import { type Access, aboutOf, type LookedUp, openAppointment, resultOfFile, type Thread, type UsedPaper } from '#modules/dossiers'
import { localDate } from '#platform/clock'
import { appointmentText, sizeText } from '#platform/text'
import {
  Card,
  DossierNumber,
  type Frame,
  Icon,
  type IconName,
  links,
  Notice,
  Page,
  PlainList,
  Row,
  Rows,
  Section,
  Source,
  Split,
  StatusTag,
  Timeline,
  Title,
  ViewLog,
} from '../../components/index.ts'
import { shortSource } from '../sources.ts'
import { Fees } from './fees.tsx'
import type { Seen } from './gather.ts'
import { PromisedHour } from './promised-hour.tsx'
import { allows, stateText, tagOf } from './status.ts'
import { dayAndHour, timelineOf } from './timeline.ts'
import { words } from './words.ts'

/** `thread`: the life event of which it is a part. */
export type DossierProps = { frame: Frame; seen: Seen; after: string; thread?: Thread }

/** A citizen who was promised a date: the date, its reckoning, where it lies, what was looked up, who looked. */
export function DossierPage({ frame, seen, after, thread }: DossierProps) {
  const { found, lang } = seen
  const say = words(lang)
  const name = found.procedure.name[lang]
  const about = aboutOf(found)
  return (
    <Page {...frame} title={`${name} – ${found.code}`} unlisted back={{ href: links.dossiers, label: say('mine') }}>
      <After after={after} lang={lang} />
      <Title>{about === '' ? name : `${name}: ${about}`}</Title>
      <DossierNumber label={say('dossierNumber')} number={found.code}>
        <StatusTag status={tagOf(found, seen.now)}>{stateText(found, lang)}</StatusTag>
      </DossierNumber>
      {thread !== undefined && (
        <p class="govuk-body">
          {say('partOfThread')}{' '}
          <a class="govuk-link" href={`/lien-thong/${thread.id}`}>
            {thread.procedure.name[lang]}
          </a>
        </p>
      )}
      <NextAct seen={seen} />
      <PromisedHour seen={seen} />
      <Split aside={<Aside seen={seen} />}>
        <Section title={say('where')}>
          <Timeline steps={timelineOf(seen)} />
        </Section>
        <Proofs seen={seen} />
        <Fees seen={seen} />
        <Papers seen={seen} />
      </Split>
    </Page>
  )
}

const afterActs = ['bo-sung', 'dong-y', 'sua', 'hen', 'hen-khac', 'rut', 'danh-gia', 'bao-sai'] as const

function After({ after, lang }: { after: string; lang: Seen['lang'] }) {
  const known = afterActs.find((one) => one === after)
  if (known === undefined) return null
  return (
    <Notice kind="done" announced>
      <p>{words(lang)(`after.${known}`)}</p>
    </Notice>
  )
}

/** What waits for the reader stands before everything else. */
function NextAct({ seen }: { seen: Seen }) {
  const { found, lang } = seen
  const say = words(lang)
  const acts = actsOf(seen).filter((one) => one.urgent)
  if (acts.length === 0) return null
  return (
    <Notice icon={acts[0]?.icon ?? 'info'}>
      {acts.map(({ href, label }) => (
        <p key={href}>
          <a class="govuk-link" href={href}>
            <b>{label}</b>
          </a>
        </p>
      ))}
      {found.status === 'resolved' && <p>{say('outcome.resolved')}.</p>}
    </Notice>
  )
}

type Doable = { href: string; label: string; icon: IconName; urgent?: boolean }

/** What the applicant may do now, the urgent first. */
function actsOf({ found, around, lang, rounds }: Seen): Doable[] {
  const say = words(lang)
  const to = (path: string) => `${links.dossiers}/${found.code}/${path}`
  const waits = found.status === 'waiting-applicant' && found.closedAt === null
  const asked = waits && !allows(found, 'confirmDraft') && !allows(found, 'chooseTime')
  const ahead = found.closedAt === null ? openAppointment(rounds) : undefined
  const acts: (Doable | false)[] = [
    asked && { href: to('bo-sung'), label: say('supplement'), icon: 'inbox', urgent: true },
    waits && allows(found, 'confirmDraft') && { href: to('ban-nhap'), label: say('readDraft'), icon: 'eye', urgent: true },
    waits && allows(found, 'chooseTime') && { href: to('hen'), label: say('chooseTime'), icon: 'calendar', urgent: true },
    ahead !== undefined && {
      href: to('hen'),
      label: say('appointment', { at: appointmentText(ahead.chosen.startsAt, lang) }),
      icon: 'calendar',
      urgent: true,
    },
    resultIn(around.papers) !== undefined && { href: to('ket-qua'), label: say('download'), icon: 'download', urgent: true },
    { href: to('giay-tiep-nhan'), label: say('receipt'), icon: 'download' },
    found.closedAt !== null &&
      !around.events.some((one) => one.name === 'rate') && { href: to('danh-gia'), label: say('rate'), icon: 'pen' },
    { href: to('bang-chung'), label: say('proof'), icon: 'shield' },
    allows(found, 'withdraw') && { href: to('rut'), label: say('withdraw'), icon: 'cross' },
  ]
  return acts.filter((one) => one !== false)
}

/** The paper that the agency has sealed. */
export function resultIn(papers: readonly UsedPaper[]): UsedPaper | undefined {
  return papers.findLast((one) => one.component === 'result:sealed')
}

function Aside({ seen }: { seen: Seen }) {
  const { found, around, lang } = seen
  const say = words(lang)
  return (
    <>
      <Card title={say('youCan')}>
        <PlainList>
          {actsOf(seen).map(({ href, label, icon }) => (
            <li key={href}>
              <Icon name={icon} small />
              <a class="govuk-link" href={href}>
                {label}
              </a>
            </li>
          ))}
        </PlainList>
      </Card>
      <Card title={say('who')}>
        {around.accesses.length === 0 ? (
          <p class="govuk-body">{say('whoNone')}</p>
        ) : (
          <ViewLog views={viewsOf(seen, around.accesses.slice(0, 4))} />
        )}
        <p class="govuk-body">
          <a class="govuk-link" href={`${links.dossiers}/${found.code}/ai-da-xem`}>
            {say('whoAll')}
          </a>
        </p>
      </Card>
    </>
  )
}

const purposes = ['handle', 'supervise', 'counter', 'look'] as const

export function viewsOf({ lang, now, directory }: Seen, accesses: readonly Access[]) {
  const say = words(lang)
  return accesses.map(({ at, post, unit, purpose }) => {
    const where = directory.findUnit(unit)
    const who = [post ?? say('official'), where === undefined ? '' : shortUnitName(where, localDate(now))].filter((part) => part !== '')
    const known = purposes.find((one) => one === purpose) ?? 'other'
    return { post: who.join(', '), when: dayAndHour(at, { lang, now }), purpose: say(`purpose.${known}`) }
  })
}

/** Papers that data replaced: what was asked of whom, when, and how it stands; look-ups for one paper stand together. */
function Proofs({ seen }: { seen: Seen }) {
  const { around, lang } = seen
  const say = words(lang)
  const shown = around.lookUps.filter((one) => one.source !== 'vneid')
  if (shown.length === 0) return null
  const groups = Map.groupBy(shown, (one) => `${one.component} ${one.source} ${one.status} ${one.challenged}`)
  return (
    <Section title={say('proofs')}>
      <p class="govuk-body">{say('proofsLead')}</p>
      <Rows>
        {[...groups].map(([key, looks]) => (
          <Proof key={key} looks={looks} seen={seen} />
        ))}
      </Rows>
    </Section>
  )
}

const states = ['match', 'mismatch', 'missing', 'unavailable'] as const
const sourceOf = { population: 'population', 'civil-status': 'civilStatus', 'vneid-wallet': 'wallet' } as const

function Proof({ looks, seen }: { looks: readonly LookedUp[]; seen: Seen }) {
  const { found, lang, now } = seen
  const say = words(lang)
  const one = looks.at(-1)
  if (one === undefined) return null
  const component = found.procedure.components.find(({ id }) => id === one.component)
  const state = states.find((known) => known === one.status) ?? 'unavailable'
  const source = one.source in sourceOf ? shortSource(sourceOf[one.source as keyof typeof sourceOf], lang) : one.source
  const title = component?.name[lang] ?? say('identity')
  const told = { source, at: dayAndHour(one.at, { lang, now }), count: looks.length }
  return (
    <Row
      icon="data"
      tone={state === 'match' ? 'data' : 'asked'}
      title={title}
      end={one.challenged ? undefined : <Report seen={seen} id={one.id} title={title} />}
    >
      <p>{looks.length === 1 ? say('lookedAt', { source, at: told.at }) : say('lookedTimes', told)}</p>
      <Source state={one.challenged || state === 'mismatch' ? 'differs' : state === 'match' ? 'match' : 'asked'}>
        {one.challenged ? say('reported') : say(`look.${state}`)}
      </Source>
    </Row>
  )
}

function Report({ seen: { found, lang }, id, title }: { seen: Seen; id: string; title: string }) {
  return (
    <a class="govuk-link" href={`${links.dossiers}/${found.code}/bao-sai/${id}`}>
      {words(lang)('reportWrong')}
      <span class="lt-vh"> – {title}</span>
    </a>
  )
}

function Papers({ seen }: { seen: Seen }) {
  const { around, found, lang } = seen
  const say = words(lang)
  if (around.papers.length === 0) return null
  // A receipt is made anew when the office receives the dossier or more comes in; the newest says all.
  const newestReceipt = around.papers.findLast((one) => one.component === 'receipt')
  return (
    <Section title={say('papers')}>
      <Rows>
        {around.papers
          .filter((one) => one.component !== 'result:leader' && (one.component !== 'receipt' || one === newestReceipt))
          .map((one) => (
            <Row
              key={`${one.file} ${one.component}`}
              icon="paper"
              title={
                <a class="govuk-link" href={`${links.dossiers}/${found.code}/giay-to/${one.file}`}>
                  {paperName(one, seen)}
                </a>
              }
            >
              <p class="lt-muted">{one.name}</p>
              <p class="lt-muted lt-num">{say('sizeAndHash', { size: sizeText(one.size), hash: one.sha256.slice(0, 16) })}</p>
            </Row>
          ))}
      </Rows>
    </Section>
  )
}

/** A paper by what it is: the question it answers, or what the office made. */
export function paperName({ component, name }: UsedPaper, { found, lang }: Seen): string {
  const say = words(lang)
  if (component.startsWith('result:')) return resultOfFile(found, name)?.name[lang] ?? say('paper.result')
  if (component === 'receipt') return say('paper.receipt')
  if (component.startsWith('form:')) return say('paper.form')
  const owed = found.procedure.components.find((one) => one.id === component || one.field === component)
  return owed?.name[lang] ?? found.procedure.fields[component]?.label[lang] ?? name
}
