import { withoutAccents } from '#platform/text'
import { Chips, Empty, type Frame, links, Notice, Page, Row, Rows, SearchBox, Section, Title } from '../../components/index.ts'
import type { Counter } from '../counters.ts'
import { openText } from '../opening.ts'
import { words } from './counters-words.ts'

/** A counter that answers a search, the offices of the same place with counters of their own, and the old place by which it was found. */
export type CounterFound = { counter: Counter; offices: readonly Counter[]; old?: string; byDistrict?: true; split?: true }

/** Every centre, the province's first, and the offices that serve all communes from one place. */
type Listed = { all: readonly Counter[]; offices: readonly Counter[] }

type Asked = { asked: string; found: readonly CounterFound[] }

/** Somebody who wants to go there: search first, then every counter with address, telephone and hours. */
export function CountersPage({ frame, all, offices, search }: { frame: Frame; search?: Asked } & Listed) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={search === undefined ? say('title') : say('found', { asked: search.asked })}>
      <Title lead={say('lead')}>{say('title')}</Title>
      <SearchBox action={links.counters} label={say('find')} example={say('example')} value={search?.asked ?? ''} />
      <p class="govuk-body lt-muted">{say('noAccents')}</p>
      {search === undefined ? <AllCounters frame={frame} all={all} offices={offices} /> : <FoundCounters frame={frame} {...search} />}
    </Page>
  )
}

function FoundCounters({ frame, asked, found }: { frame: Frame } & Asked) {
  const say = words(frame.lang)
  const toAll = (
    <a class="govuk-link" href={links.counters}>
      {say('all')}
    </a>
  )
  if (found.length === 0) {
    return (
      <Empty>
        {say('none', { asked })} {toAll}
      </Empty>
    )
  }
  return (
    <Section title={say('found', { asked })}>
      {found.some((one) => one.split) && (
        <Notice kind="info">
          <p>{say('split')}</p>
        </Notice>
      )}
      <HowSure frame={frame} counters={found.map(({ counter }) => counter)} />
      <Rows>
        {found.flatMap((one) => [
          <CounterLine key={one.counter.code} frame={frame} counter={one.counter} why={whyFound(frame, asked, one)} />,
          ...one.offices.map((office) => <CounterLine key={office.name} frame={frame} counter={office} />),
        ])}
      </Rows>
      <p class="govuk-body">{toAll}</p>
    </Section>
  )
}

function whyFound({ lang }: Frame, asked: string, { counter, old, byDistrict }: CounterFound): string | undefined {
  const say = words(lang)
  if (old !== undefined) return say('formerly', { old, area: counter.area })
  return byDistrict ? say('district', { area: counter.area, asked }) : undefined
}

function AllCounters({ frame, all, offices }: { frame: Frame } & Listed) {
  const say = words(frame.lang)
  const [province, ...communes] = all
  const allUnsure = all.every(({ unverified }) => unverified)
  const letters = [...Map.groupBy(communes, ({ area }) => firstLetter(area))]
  return (
    <>
      <HowSure frame={frame} counters={all} />
      {province && (
        <Section title={say('provincial')}>
          <Rows>
            <CounterLine frame={frame} counter={province} />
            {offices.map((one) => (
              <CounterLine key={one.name} frame={frame} counter={one} />
            ))}
          </Rows>
        </Section>
      )}
      <Section title={say('communes', { count: communes.length })}>
        <p class="govuk-body">{say('ownCounters')}</p>
        <Chips label={say('letters')} items={letters.map(([letter]) => ({ href: `#${anchorOf(letter)}`, label: letter }))} />
        {letters.map(([letter, counters]) => (
          <section key={letter} id={anchorOf(letter)}>
            <h3 class="lt-group">{letter}</h3>
            <Rows>
              {counters.map((counter) => (
                <CounterLine key={counter.code} frame={frame} counter={counter} short marked={!allUnsure} />
              ))}
            </Rows>
          </section>
        ))}
      </Section>
    </>
  )
}

/** The letter under which a place is looked for: "Phường Đa Mai" under Đ. */
function firstLetter(area: string): string {
  return area
    .replace(/^(Phường|Xã|Đặc khu) /, '')
    .charAt(0)
    .toLocaleUpperCase('vi')
}

function anchorOf(letter: string): string {
  const plain = withoutAccents(letter).toLowerCase()
  return letter === 'Đ' ? 'chu-dd' : `chu-${plain}${letter === plain.toUpperCase() ? '' : letter.charCodeAt(0)}`
}

/** Said once above the list, where people decide whether to set out. */
export function HowSure({ frame, counters }: { frame: Frame; counters: readonly Counter[] }) {
  const say = words(frame.lang)
  if (!counters.some(({ unverified }) => unverified)) return null
  return (
    <Notice>
      <p>{frame.sample ? say('sample') : say('unverified')}</p>
    </Notice>
  )
}

type LineProps = {
  frame: Frame
  counter: Counter
  /** The old place by which it was found. */
  why?: string | undefined
  /** In the list of all, the place is its name: the rest would be the same a hundred times. */
  short?: true
  /** Said of each where only some are unverified. */
  marked?: boolean
}

/** One counter: whether it is open, where it is, and the number to call, as a link that a phone dials. */
export function CounterLine({ frame, counter, why, short, marked = true }: LineProps) {
  const say = words(frame.lang)
  const { name, area, address, phone, written, unverified } = counter
  return (
    <Row icon="pin" title={short ? area : name} end={openText(frame.lang, counter)}>
      {why !== undefined && <p>{why}</p>}
      {address !== '' && (
        <p>
          {address} {marked && unverified && <span class="lt-muted">({say('notVerified')})</span>}
        </p>
      )}
      {phone !== '' && (
        <p>
          {say('phone')}{' '}
          <a class="govuk-link lt-num" href={`tel:${phone}`}>
            {phoneText(phone)}
          </a>
        </p>
      )}
      {written !== '' && <p class="lt-muted">{say('onWorkingDays', { hours: written })}</p>}
    </Row>
  )
}

/** "0900 990 000": a number that can be read out. */
function phoneText(phone: string): string {
  const [, start, middle, end] = /^(\d{4})(\d{3})(\d{3})$/.exec(phone) ?? []
  return start === undefined ? phone : `${start} ${middle} ${end}`
}
