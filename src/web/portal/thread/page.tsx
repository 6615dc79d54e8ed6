import { type Directory, shortUnitName } from '#modules/directory'
import { type OpenedPart, type Thread, termText } from '#modules/dossiers'
import { holds, type Part, settle } from '#modules/procedures'
import { localDate } from '#platform/clock'
import { appointmentText, momentText } from '#platform/text'
import { Empty, type Frame, Icon, links, Notice, Page, PlainList, Row, Rows, Section, StatusTag, Title } from '../../components/index.ts'
import { tagOf } from '../dossier/status.ts'
import { dayAndHour } from '../dossier/timeline.ts'
import { words } from './words.ts'

export type ThreadProps = { frame: Frame; thread: Thread; directory: Directory; now: string; filed: boolean }

/** A family that declared once: three lanes, and all results on one page. */
export function ThreadPage({ frame, thread, directory, now, filed }: ThreadProps) {
  const { lang } = frame
  const say = words(lang)
  const title = titleOf(thread, lang)
  const ready = thread.parts.filter(({ status }) => status === 'resolved' || status === 'delivered')
  return (
    <Page {...frame} title={title} unlisted back={{ href: links.dossiers, label: mine[lang] }}>
      {filed && (
        <Notice kind="done" announced>
          <p>{say('filed', { at: momentText(thread.filedAt) })}</p>
        </Notice>
      )}
      <Title lead={say('lead')}>{title}</Title>
      <p class="govuk-body">{say('total', { within: termText(thread.procedure.resolvedWithin, lang) })}</p>
      <Section title={say('parts')}>
        <Rows>
          {(thread.procedure.parts ?? []).map((part) => (
            <Lane key={part.id} part={part} thread={thread} directory={directory} now={now} lang={lang} />
          ))}
        </Rows>
      </Section>
      <Section title={say('results')}>
        {ready.length === 0 ? (
          <Empty>{say('noResult')}</Empty>
        ) : (
          <PlainList>
            {ready.map((one) => (
              <li key={one.code}>
                <Icon name="download" small />{' '}
                <a class="govuk-link" href={`${links.dossiers}/${one.code}/ket-qua`} download>
                  {say('download', { part: partNamed(thread, one.part, lang) })}
                </a>
              </li>
            ))}
          </PlainList>
        )}
      </Section>
    </Page>
  )
}

const mine = { vi: 'Hồ sơ của tôi', en: 'My dossiers' } as const

/** "Liên thông khai sinh …: Trần Nguyễn Minh Khuê". */
export function titleOf({ procedure, asked }: Thread, lang: Frame['lang']): string {
  const about = asked.answers[procedure.about]
  return typeof about === 'string' && about !== '' ? `${procedure.name[lang]}: ${about}` : procedure.name[lang]
}

type LaneProps = { part: Part; thread: Thread; directory: Directory; now: string; lang: Frame['lang'] }

function Lane({ part, thread, directory, now, lang }: LaneProps) {
  const say = words(lang)
  const opened = thread.parts.find((one) => one.part === part.id)
  if (opened === undefined) return <NotOpened part={part} thread={thread} lang={lang} />
  const unit = directory.findUnit(opened.unit)
  return (
    <Row
      icon="paper"
      title={
        <a class="govuk-link" href={`${links.dossiers}/${opened.code}`}>
          {part.name[lang]}
        </a>
      }
      end={<StatusTag status={tagOf(opened, now)} />}
    >
      <p class="lt-muted lt-num">{say('number', { code: opened.code })}</p>
      {unit !== undefined && <p class="lt-muted">{say('at', { unit: shortUnitName(unit, localDate(now)) })}</p>}
      <p>{whenOf(opened, now, lang)}</p>
    </Row>
  )
}

function whenOf({ closedAt, promisedAt }: OpenedPart, now: string, lang: Frame['lang']): string {
  const say = words(lang)
  if (closedAt !== null) return say('ended', { at: dayAndHour(closedAt, { lang, now }) })
  return promisedAt === null ? say('notYetReceived') : say('promised', { due: appointmentText(promisedAt, lang) })
}

const ended: ReadonlySet<string> = new Set(['refused', 'withdrawn', 'stopped'])

function NotOpened({ part, thread, lang }: Pick<LaneProps, 'part' | 'thread' | 'lang'>) {
  const say = words(lang)
  const answers = settle(thread.procedure, thread.asked.answers, thread.filedAt)
  const before = thread.parts.find((one) => one.part === part.after)
  const name = partNamed(thread, part.after ?? '', lang)
  const never = before !== undefined && ended.has(before.status)
  const text = !holds(part.when, answers) ? say('notForYou') : never ? say('neverOpens', { part: name }) : say('waitsFor', { part: name })
  return (
    <Row icon="clock" title={part.name[lang]} end={<span class="lt-muted">{never ? say('notOpened') : say('waiting')}</span>}>
      <p class="lt-muted">{text}</p>
    </Row>
  )
}

function partNamed({ procedure }: Thread, id: string, lang: Frame['lang']): string {
  return procedure.parts?.find((one) => one.id === id)?.name[lang] ?? id
}
