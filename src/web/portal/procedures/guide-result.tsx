import { termText } from '#modules/dossiers'
import {
  appearanceIn,
  type Deadline,
  type Guide,
  type GuideOutcome,
  howText,
  type PaperNeeded,
  type Procedure,
  sentenceOf,
} from '#modules/procedures'
import { type Instant, localDate, localTime } from '#platform/clock'
import { moneyText, weekdayDate } from '#platform/text'
import {
  Card,
  Facts,
  type Frame,
  Notice,
  Page,
  PrintButton,
  ProcedureLayout,
  Row,
  Rows,
  RowsTitle,
  Section,
  StartButton,
  Table,
  Title,
} from '../../components/index.ts'
import type { Forecast } from '../forecast.ts'
import type { Serving } from '../serving.ts'
import { sourceName } from '../sources.ts'
import { Said } from './guide-page.tsx'
import { type PlaceTyped, WhereToGo } from './guide-place.tsx'
import { words } from './guide-words.ts'

export type ResultProps = {
  frame: Frame
  procedure: Procedure
  guide: Guide
  outcome: GuideOutcome
  now: Instant
  /** When it is ready if it is accepted now; undefined where the official sets the day. */
  forecast: Forecast | undefined
  /** The time that these answers have. */
  within: Deadline
  serving: Serving
  place: PlaceTyped
  /** Where the citizen goes on with these answers; undefined where it is filed at another front. */
  begin: string
}

/** What the interview comes to, printable: papers, money, place, day. */
export function GuideResult(props: ResultProps) {
  const { frame, procedure, outcome, guide } = props
  const say = words(frame.lang)
  const name = procedure.name[frame.lang]
  const title = say('result', { procedure: name })
  const path = `/thu-tuc/${procedure.code}`
  const back = { href: path, label: name }
  if (outcome.goesTo) {
    return (
      <Page {...frame} title={title} unlisted back={back}>
        <Title lead={outcome.cases.find((one) => one.goesTo)?.tells?.[frame.lang]}>{say('elsewhere')}</Title>
        <p class="govuk-body">
          <a class="govuk-link" href={`/thu-tuc/${outcome.goesTo.code}`}>
            {say('seeOther', { procedure: outcome.goesTo.name[frame.lang] })}
          </a>
        </p>
        <Said frame={frame} guide={guide} path={path} />
      </Page>
    )
  }
  return (
    <Page {...frame} title={title} unlisted back={back}>
      <Title>{title}</Title>
      <Facts facts={factsOf(props)} />
      <ProcedureLayout start={<Begin {...props} />} more={<WhereToGo {...props} path={path} />}>
        <Obstacles {...props} />
        <Cases {...props} />
        <Papers {...props} />
        <Cost {...props} />
        <Day {...props} />
        <Said frame={frame} guide={guide} path={path} />
        <p class="lt-muted">
          {say('reckonedOn', {
            at: `${localTime(props.now)} ${weekdayDate(localDate(props.now), frame.lang)}`,
            revision: procedure.revision,
          })}{' '}
          {say('share')}
        </p>
      </ProcedureLayout>
    </Page>
  )
}

const doorOf = ({ guide }: ResultProps): 'online' | 'counter' | 'post' => {
  const { channel } = guide.reckoned
  return channel === 'counter' || channel === 'post' ? channel : 'online'
}

const isBrought = ({ standing }: PaperNeeded) => standing === 'toAttach' || standing === 'toBring' || standing === 'attached'
const isFromData = ({ standing }: PaperNeeded) => standing === 'lookedUp' || standing === 'data'

function factsOf(props: ResultProps) {
  const { frame, outcome, forecast } = props
  const say = words(frame.lang)
  const data = outcome.papers.filter((one) => isFromData(one) || one.standing === 'made').length
  return [
    {
      name: say('when'),
      answer: forecast ? `${localTime(forecast.dueAt)} ${weekdayDate(localDate(forecast.dueAt), frame.lang)}` : say('byClerk'),
    },
    { name: say('fee'), answer: outcome.fees.total === null ? say('askClerk') : moneyText(outcome.fees.total) },
    {
      name: say(doorOf(props) === 'online' ? 'toSend' : 'toBring'),
      answer: say('paperCount', { count: outcome.papers.filter((one) => isBrought(one) || one.standing === 'toShow').length }),
      ...(data > 0 && { condition: say('fromData', { count: data }) }),
    },
    { name: say('where'), answer: say(`door.${doorOf(props)}`) },
  ]
}

function Begin(props: ResultProps) {
  const { frame, begin, outcome } = props
  const say = words(frame.lang)
  const isOnline = doorOf(props) === 'online' && outcome.obstacles.length === 0
  return (
    <Card start>
      {isOnline ? (
        <StartButton href={begin}>{say('begin')}</StartButton>
      ) : (
        outcome.obstacles.length === 0 && <p class="govuk-body">{say('counterFirst')}</p>
      )}
      {isOnline && <p class="govuk-body lt-noprint">{say('beginHow')}</p>}
      <PrintButton>{say('print')}</PrintButton>
    </Card>
  )
}

/** What keeps these answers from being filed, before anybody sets out. */
function Obstacles({ frame, outcome, procedure }: ResultProps) {
  if (outcome.obstacles.length === 0) return null
  return (
    <Notice kind="bad">
      <p>
        <b>{words(frame.lang)('cannot')}</b>
      </p>
      {outcome.obstacles.map((one) => (
        <p key={one.field}>{sentenceOf(procedure, one, frame.lang)}</p>
      ))}
    </Notice>
  )
}

function Cases({ frame, outcome, procedure }: ResultProps) {
  const say = words(frame.lang)
  const told = outcome.cases.filter(({ tells }) => tells)
  const appearance = appearanceIn(procedure)
  const who = appearance?.appointment.attends.flatMap((name) => procedure.fields[name]?.label[frame.lang] ?? []).join(', ')
  return (
    <>
      {told.length > 0 && (
        <Section title={say('cases')}>
          <Rows>
            {told.map((one) => (
              <Row key={one.id} icon="info" title={one.name[frame.lang]}>
                <p class="lt-muted">{one.tells?.[frame.lang]}</p>
              </Row>
            ))}
          </Rows>
        </Section>
      )}
      {who && (
        <Notice icon="people">
          <p>
            <b>{say('appear')}</b>
          </p>
          <p>{say('appearText', { who })}</p>
        </Notice>
      )}
    </>
  )
}

function Papers(props: ResultProps) {
  const { frame, outcome } = props
  const say = words(frame.lang)
  const brought = outcome.papers.filter(isBrought)
  const shown = outcome.papers.filter(({ standing }) => standing === 'toShow')
  const spared = outcome.papers.filter((one) => isFromData(one) || one.standing === 'made')
  return (
    <Section title={say('papers')}>
      {brought.length + shown.length === 0 && <p class="govuk-body">{say('nothing')}</p>}
      {brought.length > 0 && <PaperRows frame={frame} title={say(doorOf(props) === 'online' ? 'bringOnline' : 'bring')} papers={brought} />}
      {shown.length > 0 && <PaperRows frame={frame} title={say('show')} papers={shown} />}
      {spared.length > 0 && <PaperRows frame={frame} title={say('notNeeded')} note={say('weLook')} papers={spared} />}
    </Section>
  )
}

function PaperRows({ frame, title, note, papers }: { frame: Frame; title: string; note?: string; papers: readonly PaperNeeded[] }) {
  const say = words(frame.lang)
  const { lang } = frame
  return (
    <>
      <RowsTitle title={title} note={note ?? say('paperCount', { count: papers.length })} />
      <Rows>
        {papers.map((one) => {
          const { component, substitute } = one
          const spares = component.substitutes[0]
          const fromData = isFromData(one) || one.standing === 'made'
          return (
            <Row
              key={component.id}
              icon={fromData ? 'data' : 'paper'}
              {...(fromData ? { tone: 'data' as const } : {})}
              title={component.name[lang]}
            >
              {substitute && <p class="lt-muted">{sourceName(substitute.from, lang)}</p>}
              {one.standing === 'made' && <p class="lt-muted">{component.note?.[lang] ?? say('made')}</p>}
              {!fromData && spares && <p class="lt-muted">{say('orData', { source: sourceName(spares.from, lang) })}</p>}
              {!fromData && component.note && <p class="lt-muted">{component.note[lang]}.</p>}
            </Row>
          )
        })}
      </Rows>
    </>
  )
}

function Cost({ frame, outcome: { fees } }: ResultProps) {
  const say = words(frame.lang)
  const { lang } = frame
  if (fees.lines.length === 0) return null
  const amount = (dong: bigint | null) => (dong === null ? say('askClerk') : moneyText(dong))
  const rows = fees.lines.map((line) => {
    const how = howText(line, lang)
    return [how === '' ? line.fee.name[lang] : `${line.fee.name[lang]}: ${how}`, <span class="lt-num">{amount(line.dong)}</span>]
  })
  const total = rows.length > 1 ? [[<b>{say('total')}</b>, <b class="lt-num">{amount(fees.total)}</b>]] : []
  return (
    <Section title={say('cost')}>
      <Table caption={say('cost')} columns={[{ label: say('feeOf') }, { label: say('amount') }]} rows={[...rows, ...total]} />
    </Section>
  )
}

function Day({ frame, within, forecast, serving }: ResultProps) {
  const say = words(frame.lang)
  const { lang } = frame
  if (forecast === undefined) {
    return (
      <Section title={say('day')}>
        <p class="govuk-body">{say('dayAsked')}</p>
      </Section>
    )
  }
  const day = weekdayDate(localDate(forecast.dueAt), lang)
  return (
    <Section title={say('day')}>
      <p class="govuk-body">
        {say('dayIs', { time: localTime(forecast.dueAt), day })} {say('within', { within: termText(within, lang) })}
      </p>
      {forecast.closed.map((one) => (
        <p key={one.on} class="govuk-body">
          {say('skipped', { day: weekdayDate(one.on, lang), name: one.name })}
        </p>
      ))}
      {forecast.weekend && <p class="govuk-body">{say('weekend')}</p>}
      <p class="lt-muted">
        {serving.commune
          ? say('dayIn', { office: serving.counters[0]?.name ?? serving.commune.name })
          : say(serving.differs ? 'dayCommon' : 'dayShared')}
      </p>
    </Section>
  )
}
