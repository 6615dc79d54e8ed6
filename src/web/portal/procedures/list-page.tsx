import type { Listed } from '#modules/procedures'
import { Empty, type Frame, links, Page, Row, Rows, SearchBox, Title } from '../../components/index.ts'
import { words } from './words.ts'

/** What can be done here, or what a few words point to. */
export function ListPage({ frame, asked, found }: { frame: Frame; asked: string; found: readonly Listed[] }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('list')}>
      <Title>{say('list')}</Title>
      <SearchBox action={links.procedures} label={say('searchLabel')} example={say('example')} value={asked} />
      <h2 class="lt-vh">{say('list')}</h2>
      {asked !== '' && found.length > 0 && <p class="govuk-body">{say('found', { count: found.length, asked })}</p>}
      {found.length === 0 ? (
        <Empty>
          {say('none', { asked })}{' '}
          <a class="govuk-link" href={links.counters}>
            {say('seeCounters')}
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={links.procedures}>
            {say('seeAll')}
          </a>
        </Empty>
      ) : (
        <Rows>
          {found.map((one) => (
            <Row key={one.code} icon="paper" title={<NameOf frame={frame} one={one} />}>
              <p>{one.purpose[frame.lang]}</p>
              <p class="lt-muted">{say('code', { code: one.code })}</p>
            </Row>
          ))}
        </Rows>
      )}
    </Page>
  )
}

function NameOf({ frame, one }: { frame: Frame; one: Listed }) {
  return (
    <a class="govuk-link" href={`${links.procedures}/${one.code}`}>
      {one.name[frame.lang]}
    </a>
  )
}
