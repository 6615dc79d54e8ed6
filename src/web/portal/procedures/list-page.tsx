import { type Found, lifeEvents } from '#modules/finding'
import {
  AskForm,
  Button,
  Chips,
  Empty,
  type Frame,
  LifeEventSheet,
  links,
  Page,
  Pagination,
  Row,
  Rows,
  SearchBox,
  Section,
  Select,
  Title,
} from '../../components/index.ts'
import { eventIcons } from '../life-events.ts'
import { inAddress, listHref, pageLength, type Shown } from './list.ts'
import { words } from './words.ts'

type ListProps = { frame: Frame; shown: Shown }

/** What can be done here and elsewhere: by words, by what happened in life, by field of law. */
export function ListPage(props: ListProps) {
  const { frame, shown } = props
  const say = words(frame.lang)
  const { asked, isFront } = shown
  const title = asked.event?.name[frame.lang] ?? say('list')
  return (
    <Page {...frame} title={title} {...(isFront ? {} : { back: { href: links.procedures, label: say('back') } })}>
      <Title {...(asked.event ? { lead: asked.event.text[frame.lang] } : {})}>{title}</Title>
      <SearchBox
        action={links.procedures}
        label={say('searchLabel')}
        example={say('example')}
        value={asked.q}
        suggestions={shown.online.slice(0, 60).map((one) => one.name[frame.lang])}
      />
      {isFront ? <WaysIn {...props} /> : <Results {...props} />}
    </Page>
  )
}

function WaysIn({ frame, shown }: ListProps) {
  const say = words(frame.lang)
  const { areas, online, asked } = shown
  return (
    <>
      <Chips
        label={say('often')}
        items={(['often.birth', 'often.single', 'often.stay', 'often.copies'] as const).map((one) => ({
          href: `${links.procedures}?q=${encodeURIComponent(say(one))}`,
          label: say(one),
        }))}
      />
      <Section title={say('byEvent')}>
        <LifeEventSheet
          events={lifeEvents.map(({ id, name, text }) => ({
            icon: eventIcons[id] ?? 'paper',
            title: name[frame.lang],
            text: text[frame.lang],
            href: listHref(asked, { event: id }),
          }))}
        />
      </Section>
      {online.length > 0 && (
        <Section title={say('onlineHere')}>
          <FoundRows list={online.slice(0, 10)} frame={frame} />
          <p class="govuk-body">
            <a class="govuk-link" href={listHref(asked, online.length > 10 ? { where: 'online' } : { all: '1' })}>
              {online.length > 10 ? say('allOnline', { count: online.length }) : say('seeAll')}
            </a>
          </p>
        </Section>
      )}
      <Section title={say('byArea')}>
        <ul class="govuk-list lt-columns">
          {areas.map(({ name, count }) => (
            <li key={name}>
              <a class="govuk-link" href={listHref(asked, { area: name })}>
                {name}
              </a>{' '}
              <span class="lt-muted lt-num">{count}</span>
            </li>
          ))}
        </ul>
      </Section>
    </>
  )
}

function Results({ frame, shown }: ListProps) {
  const say = words(frame.lang)
  const { asked, found, count } = shown
  const last = Math.ceil(count / pageLength)
  return (
    <>
      <Narrow frame={frame} shown={shown} />
      <h2 class="lt-vh">{say('list')}</h2>
      {count > 0 && <p class="govuk-body">{asked.q === '' ? say('count', { count }) : say('found', { count, asked: asked.q })}</p>}
      {count === 0 ? (
        <Empty>
          {asked.q === '' ? say('noneNarrowed') : say('none', { asked: asked.q })}{' '}
          <a class="govuk-link" href={links.counters}>
            {say('seeCounters')}
          </a>{' '}
          ·{' '}
          <a class="govuk-link" href={links.procedures}>
            {say('otherWays')}
          </a>
        </Empty>
      ) : (
        <FoundRows list={found} frame={frame} />
      )}
      <Pagination
        previous={asked.page > 1 ? listHref(asked, { page: asked.page > 2 ? String(asked.page - 1) : '' }) : undefined}
        next={asked.page < last ? listHref(asked, { page: String(asked.page + 1) }) : undefined}
      />
    </>
  )
}

/** By field, level and place: a form that works without script. */
function Narrow({ frame, shown: { asked, areas } }: ListProps) {
  const say = words(frame.lang)
  const isNarrowed = asked.area !== '' || asked.level !== '' || asked.where !== ''
  const option = <T extends string>(value: T, label: string) => ({ value, label })
  return (
    <details class="govuk-details" open={isNarrowed}>
      <summary class="govuk-details__summary">
        <span class="govuk-details__summary-text">{say('narrow')}</span>
      </summary>
      <div class="govuk-details__text">
        <AskForm action={links.procedures} label={say('narrow')}>
          {asked.q !== '' && <input type="hidden" name={inAddress.q} value={asked.q} />}
          {asked.event !== undefined && <input type="hidden" name={inAddress.event} value={asked.event.id} />}
          {asked.q === '' && asked.event === undefined && <input type="hidden" name={inAddress.all} value="1" />}
          <Select name={inAddress.area} label={say('area')} value={asked.area} options={areas.map(({ name }) => option(name, name))} />
          <Select
            name={inAddress.level}
            label={say('levelOf')}
            value={asked.level}
            options={(['commune', 'province', 'ministry'] as const).map((one) => option(one, say(`level.${one}`)))}
          />
          <Select
            name={inAddress.where}
            label={say('where')}
            value={asked.where}
            options={(['online', 'counter', 'elsewhere'] as const).map((one) => option(one, say(`where.${one}`)))}
          />
          <Button kind="secondary" icon="filter">
            {say('narrowNow')}
          </Button>
        </AskForm>
      </div>
    </details>
  )
}

function FoundRows({ frame, list }: { frame: Frame; list: readonly Found[] }) {
  const say = words(frame.lang)
  return (
    <Rows>
      {list.map((one) => (
        <Row key={one.code} icon={one.where === 'elsewhere' ? 'arrow' : 'paper'} title={<NameOf frame={frame} one={one} />}>
          {one.purpose && <p>{one.purpose[frame.lang]}</p>}
          <p class="lt-muted">
            {one.system ? say('ofSystem', { system: one.system[frame.lang] }) : say(`where.${one.where}`)} · {one.area} ·{' '}
            {say('code', { code: one.code })}
          </p>
        </Row>
      ))}
    </Rows>
  )
}

function NameOf({ frame, one }: { frame: Frame; one: Found }) {
  return (
    <a class="govuk-link" href={`${links.procedures}/${one.code}`}>
      {one.name[frame.lang]}
    </a>
  )
}
