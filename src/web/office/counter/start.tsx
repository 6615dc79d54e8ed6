import { directoryOn, shortUnitName } from '#modules/directory'
import { ownSheets, type StoredDraft, type TakenIn, takenInSince, usualAtCounter } from '#modules/dossiers'
import { type Found as Findable, search } from '#modules/finding'
import { inForce, type Listed, listInForce, type Procedure, titleOf } from '#modules/procedures'
import type { Ctx } from '#platform/act'
import { addDays, instantAt, localDate, localTime } from '#platform/clock'
import type { Reply, Req } from '#platform/http'
import {
  AskForm,
  Button,
  Empty,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  Row,
  Rows,
  Split,
  Table,
  TextInput,
} from '../../components/index.ts'
import { namingFor } from '../../portal/places.ts'
import type { Services } from '../../services.ts'
import { asked } from '../../typed.ts'
import { officeFrameOf } from '../frame.ts'
import { proceduresOf } from '../work/rows.ts'
import { backHref, beginHref, counterHome, sheetHref } from './links.ts'
import { words } from './words.ts'

const mostFound = 12
const mostUsual = 9
const daysOfHabit = 60

type Entry = { code: string; name: string }

type StartProps = {
  frame: OfficeFrame
  typed: string
  found: readonly Entry[]
  begun: readonly { id: string; title: string; at: string }[]
  today: readonly (TakenIn & { name: string; where: string })[]
}

/** The receptionist's first page: the procedure in two or three letters, or by the digit before it. */
export async function showStart(req: Req, reply: Reply, services: Services): Promise<unknown> {
  const { ctx, lang } = req
  const typed = asked(req, 'q').trim()
  const [found, begun, today] = await Promise.all([entriesFor(ctx, typed, lang), begunBy(ctx, lang), todayOf(ctx, lang)])
  const [only, ...others] = found
  if (typed !== '' && only !== undefined && others.length === 0) return reply.redirect(beginHref(only.code), 303)
  return reply.page(StartPage({ frame: await officeFrameOf(req, services), typed, found, begun, today }))
}

/** What has a form here: a counter takes in what is done there, too. */
const isOurs = ({ where, purpose }: Findable) => where !== 'elsewhere' && purpose !== undefined

async function entriesFor(ctx: Ctx, typed: string, lang: 'vi' | 'en'): Promise<Entry[]> {
  const today = localDate(ctx.now)
  const named = (one: Pick<Listed, 'code' | 'name'>): Entry => ({ code: one.code, name: one.name[lang] })
  const byCode = await inForce(ctx, typed, today)
  if (byCode !== undefined) return [named(byCode)]
  if (typed !== '') return (await search(ctx, typed)).filter(isOurs).slice(0, mostFound).map(named)
  const habits = await usualAtCounter(ctx, instantAt(addDays(today, -daysOfHabit), '00:00'), mostUsual)
  const usual = await Promise.all(habits.map((code) => inForce(ctx, code, today)))
  const known = usual.flatMap((one) => (one === undefined ? [] : [named(one)]))
  if (known.length > 0) return known
  return (await listInForce(ctx, today)).slice(0, mostUsual).map(named)
}

async function begunBy(ctx: Ctx, lang: 'vi' | 'en') {
  const [sheets, naming] = await Promise.all([ownSheets(ctx), namingFor(ctx, lang)])
  const nameOf = ({ procedure, answers, card }: StoredDraft) =>
    [titleOf(procedure, answers, naming), card?.name ?? ''].filter((part) => part !== '').join(' – ')
  return sheets.map((one) => ({ id: one.id, title: nameOf(one), at: one.updatedAt }))
}

async function todayOf(ctx: Ctx, lang: 'vi' | 'en') {
  const taken = await takenInSince(ctx, instantAt(localDate(ctx.now), '00:00'))
  const [directory, procedures] = await Promise.all([directoryOn(ctx), proceduresOf(ctx, taken)])
  return taken.map((one) => ({
    ...one,
    name: nameIn(procedures, one.procedure, lang),
    where: shortUnitName(directory.getUnit(one.unit), localDate(ctx.now)),
  }))
}

function nameIn(procedures: ReadonlyMap<string, Procedure>, code: string, lang: 'vi' | 'en'): string {
  return procedures.get(code)?.name[lang] ?? code
}

function StartPage({ frame, typed, found, begun, today }: StartProps) {
  const say = words(frame.lang)
  return (
    <OfficePage {...frame} title={say('title')}>
      <OfficeTitle title={say('title')} stroke />
      <Split wide aside={<Slip lang={frame.lang} />}>
        <AskForm action={counterHome} label={say('find')}>
          <TextInput name="q" label={say('find')} hint={say('findHint')} value={typed} type="search" autocomplete="off" maxLength={200} />
          <Button>{say('findGo')}</Button>
        </AskForm>
        <Found lang={frame.lang} typed={typed} found={found} />
        {begun.length > 0 && (
          <>
            <h2 class="lt-group">{say('begun')}</h2>
            <Rows>
              {begun.map(({ id, title, at }) => (
                <Row
                  key={id}
                  icon="pen"
                  title={
                    <a class="govuk-link govuk-link--no-visited-state" href={sheetHref(id)}>
                      {title}
                    </a>
                  }
                >
                  <p class="lt-muted lt-num">{say('begunAt', { at: localTime(at) })}</p>
                </Row>
              ))}
            </Rows>
          </>
        )}
        <Today lang={frame.lang} today={today} />
      </Split>
    </OfficePage>
  )
}

function Found({ lang, typed, found }: { lang: 'vi' | 'en'; typed: string; found: readonly Entry[] }) {
  const say = words(lang)
  if (found.length === 0) return <Empty>{say('nothingFound', { asked: typed })}</Empty>
  return (
    <>
      <h2 class="lt-group">{say(typed === '' ? 'usual' : 'found')}</h2>
      <Rows>
        {found.map(({ code, name }) => (
          <Row
            key={code}
            icon="paper"
            title={
              <a class="govuk-link govuk-link--no-visited-state" href={beginHref(code)}>
                {name}
              </a>
            }
          >
            <p class="lt-muted lt-num">{say('code', { code })}</p>
          </Row>
        ))}
      </Rows>
    </>
  )
}

function Slip({ lang }: { lang: 'vi' | 'en' }) {
  const say = words(lang)
  return (
    <section class="lt-card">
      <h2 class="lt-card__title">{say('slipTitle')}</h2>
      <AskForm action={`${counterHome}/ho-so`} label={say('slipTitle')}>
        <TextInput name="so" label={say('slipNumber')} hint={say('slipHint')} autocomplete="off" width={20} maxLength={40} code />
        <Button kind="secondary">{say('slipGo')}</Button>
      </AskForm>
    </section>
  )
}

function Today({ lang, today }: { lang: 'vi' | 'en'; today: StartProps['today'] }) {
  const say = words(lang)
  return (
    <section class="lt-section">
      <h2 class="govuk-heading-m">{say('today')}</h2>
      {today.length === 0 ? (
        <Empty>{say('nothingToday')}</Empty>
      ) : (
        <Table
          caption={say('today')}
          columns={[
            { label: say('number') },
            { label: say('procedure') },
            { label: say('decidedIn') },
            { label: say('hour'), numeric: true },
          ]}
          rows={today.map(({ code, name, where, at }) => [
            <a key={code} class="govuk-link govuk-link--no-visited-state lt-num" href={backHref(code)}>
              {code}
            </a>,
            name,
            where,
            localTime(at),
          ])}
        />
      )}
    </section>
  )
}
