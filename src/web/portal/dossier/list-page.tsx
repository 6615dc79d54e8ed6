import type { Line, StoredDraft } from '#modules/dossiers'
import type { Procedure } from '#modules/procedures'
import type { Instant } from '#platform/clock'
import { Empty, type Frame, Icon, links, Page, Row, Rows, Section, StatusTag, Title } from '../../components/index.ts'
import { tagOf } from './status.ts'
import { dayAndHour } from './timeline.ts'
import { words } from './words.ts'

export type OwnListProps = {
  frame: Frame
  now: Instant
  drafts: readonly StoredDraft[]
  filed: readonly Line[]
  names: ReadonlyMap<string, Procedure['name']>
}

/** Everything of mine: what I have begun, what I have filed, and when it is promised. */
export function OwnListPage({ frame, now, drafts, filed, names }: OwnListProps) {
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
