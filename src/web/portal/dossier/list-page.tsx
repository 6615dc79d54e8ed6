import type { Line, StoredDraft, Thread } from '#modules/dossiers'
import type { Procedure } from '#modules/procedures'
import type { Instant } from '#platform/clock'
import { Empty, type Frame, Icon, links, Page, Row, Rows, Section, StatusTag, Title } from '../../components/index.ts'
import { titleOf as threadTitle } from '../thread/page.tsx'
import { tagOf } from './status.ts'
import { dayAndHour } from './timeline.ts'
import { words } from './words.ts'

export type OwnListProps = {
  frame: Frame
  now: Instant
  drafts: readonly StoredDraft[]
  threads: readonly Thread[]
  filed: readonly Line[]
  names: ReadonlyMap<string, Procedure['name']>
}

/** Everything of mine: what I have begun, what I have filed, and when it is promised. */
export function OwnListPage({ frame, now, drafts, threads, filed, names }: OwnListProps) {
  const { lang } = frame
  const say = words(lang)
  return (
    <Page {...frame} title={say('mine')} unlisted>
      <Title>{say('mine')}</Title>
      <p class="govuk-body">
        <Icon name="mail" small />{' '}
        <a class="govuk-link" href="/thong-bao">
          {say('notices')}
        </a>
      </p>
      {drafts.length > 0 && (
        <Section title={say('unfinished')}>
          <Rows>
            {drafts.map((one) => (
              <Row
                key={one.id}
                icon="pen"
                title={
                  <a class="govuk-link" href={`/ho-so-nhap/${one.id}`}>
                    {titleOf(one.procedure.name[lang], aboutIn(one))}
                  </a>
                }
              >
                <p class="lt-muted">{say('storedAt', { at: dayAndHour(one.updatedAt, { lang, now }) })}</p>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {threads.length > 0 && <Threads threads={threads} now={now} lang={lang} />}
      <Section title={say('filed')}>
        {filed.length === 0 ? (
          <Empty>
            {say('noneFiled')}{' '}
            <a class="govuk-link" href={links.procedures}>
              {say('findProcedure')}
            </a>
          </Empty>
        ) : (
          <Rows>
            {filed.map((one) => (
              <Row
                key={one.id}
                icon="paper"
                title={
                  <a class="govuk-link" href={`${links.dossiers}/${one.code}`}>
                    {titleOf(names.get(one.procedure)?.[lang] ?? one.procedure, one.about)}
                  </a>
                }
                end={<StatusTag status={tagOf(one, now)} />}
              >
                <p class="lt-muted lt-num">
                  {one.code} · {whenOf(one, now, lang)}
                </p>
              </Row>
            ))}
          </Rows>
        )}
      </Section>
    </Page>
  )
}

function Threads({ threads, now, lang }: { threads: readonly Thread[]; now: Instant; lang: Frame['lang'] }) {
  const say = words(lang)
  return (
    <Section title={say('threads')}>
      <Rows>
        {threads.map((one) => (
          <Row
            key={one.id}
            icon="people"
            title={
              <a class="govuk-link" href={`/lien-thong/${one.id}`}>
                {threadTitle(one, lang)}
              </a>
            }
          >
            <p class="lt-muted">
              {say('filedAt', { at: dayAndHour(one.filedAt, { lang, now }) })} · {say('partsDone', doneIn(one))}
            </p>
          </Row>
        ))}
      </Rows>
    </Section>
  )
}

function doneIn({ parts, procedure }: Thread): { done: number; all: number } {
  const done = parts.filter(({ status }) => status === 'resolved' || status === 'delivered').length
  return { done, all: procedure.parts?.length ?? 0 }
}

function whenOf({ openedAt, promisedAt }: Line, now: Instant, lang: Frame['lang']): string {
  const say = words(lang)
  return promisedAt === null
    ? say('filedAt', { at: dayAndHour(openedAt, { lang, now }) })
    : say('promised', { at: dayAndHour(promisedAt, { lang, now }) })
}

function titleOf(name: string, about: string): string {
  return about === '' ? name : `${name}: ${about}`
}

function aboutIn({ answers, procedure }: StoredDraft): string {
  const said = answers[procedure.about]
  return typeof said === 'string' ? said : ''
}
