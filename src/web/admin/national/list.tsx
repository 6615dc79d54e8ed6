import type { VNode } from 'preact'
import {
  type CatalogueCounts,
  catalogueCounts,
  type Found,
  fieldsOfCatalogue,
  flagNames,
  flags,
  isFlag,
  type Line,
  listCatalogue,
  type Target,
  targets,
  targetWords,
  type Wanted,
} from '#modules/national'
import { localDate } from '#platform/clock'
import type { Doors, Req } from '#platform/http'
import { cleanInput, numberText } from '#platform/text'
import {
  AskForm,
  Button,
  Buttons,
  Empty,
  FilterTabs,
  LinkButton,
  type OfficeFrame,
  Pagination,
  Select,
  StatusTag,
  Table,
  TextInput,
} from '../../components/index.ts'
import { officeFrameOf } from '../../office/frame.ts'
import type { Services } from '../../services.ts'
import { asked } from '../../typed.ts'
import { Shell } from '../shell.tsx'
import { Numbers } from './numbers.tsx'
import { words } from './words.ts'

export const path = '/quan-tri/danh-muc'
const targetNames: Readonly<Record<Target, string>> = { ours: 'cua-ta', 'other-system': 'he-thong-khac', undecided: 'chua-quyet-dinh' }
const levels = ['ministry', 'province', 'commune', 'other'] as const
const droppedOnes = 'da-bo'

export function listRoutes(doors: Doors, services: Services): void {
  doors.get(path, { may: 'keep-catalogue' }, async (req, reply) => reply.page(await listPage(req, services)))
}

function wantedIn(req: Req): Wanted {
  const target = targets.find((one) => targetNames[one] === asked(req, 'noi'))
  const flag = asked(req, 'dau-hieu')
  const level = levels.find((one) => one === asked(req, 'cap'))
  const [field, after] = [asked(req, 'linh-vuc'), asked(req, 'sau')]
  return {
    words: cleanInput(asked(req, 'q')).slice(0, 200),
    ...(target && { target }),
    ...(isFlag(flag) && { flag }),
    ...(flag === droppedOnes && { dropped: true }),
    ...(level && { level }),
    ...(field && { field }),
    ...(after && { after }),
  }
}

/** The address of a list with some parts of its filter changed. */
function addressOf({ words: typed, target, flag, dropped, level, field, after }: Wanted): string {
  const parts: [string, string | undefined][] = [
    ['noi', target && targetNames[target]],
    ['q', typed],
    ['dau-hieu', dropped === true ? droppedOnes : flag],
    ['linh-vuc', field],
    ['cap', level],
    ['sau', after],
  ]
  const query = new URLSearchParams(parts.flatMap(([name, value]) => (value ? [[name, value]] : [])))
  return query.size === 0 ? path : `${path}?${query}`
}

async function listPage(req: Req, services: Services) {
  const wanted = wantedIn(req)
  const [frame, found, fields, numbers] = await Promise.all([
    officeFrameOf(req, services),
    listCatalogue(req.ctx, localDate(req.ctx.now), wanted),
    fieldsOfCatalogue(req.ctx),
    catalogueCounts(req.ctx, localDate(req.ctx.now)),
  ])
  const done = outcomeIn(req)
  const administers = req.who.actor.roles?.includes('administrator') === true
  return ListPage({
    frame: { ...frame, path },
    wanted,
    found,
    fields: [...new Set(fields.map((one) => one.field))],
    numbers,
    done,
    administers,
  })
}

/** What an import just did, told once: three numbers in the address. */
function outcomeIn(req: Req): string | undefined {
  const [, ...numbers] = /^(\d{1,6})-(\d{1,6})-(\d{1,6})$/.exec(asked(req, 'da-nap')) ?? []
  const [fresh, changed, dropped] = numbers.map((one) => numberText(Number(one)))
  if (fresh === undefined || changed === undefined || dropped === undefined) return undefined
  return words(req.lang)('imported', { new: fresh, changed, dropped })
}

type ListProps = {
  frame: OfficeFrame
  wanted: Wanted
  found: Found
  fields: readonly string[]
  numbers: CatalogueCounts
  done: string | undefined
  administers: boolean
}

function ListPage({ frame, wanted, found, fields, numbers, done, administers }: ListProps): VNode {
  const { lang } = frame
  const say = words(lang)
  const { after: _first, target: _any, ...rest } = wanted
  const counts = found.counts
  const tabs = [
    {
      href: addressOf(rest),
      label: say('all'),
      count: numberText(targets.reduce((sum, one) => sum + counts[one], 0)),
      current: wanted.target === undefined,
    },
    ...targets.map((target) => ({
      href: addressOf({ ...rest, target }),
      label: targetWords(lang)(target),
      count: numberText(counts[target]),
      current: wanted.target === target,
    })),
  ]
  const isEmpty = fields.length === 0
  return (
    <Shell frame={frame} title={say('title')} lead={say('lead')} done={done} top={!administers}>
      <Buttons>
        <LinkButton href={`${path}/nhap`} kind={isEmpty ? 'primary' : 'secondary'} icon="paper">
          {say('bring')}
        </LinkButton>
      </Buttons>
      <FilterTabs label={say('filters')} tabs={tabs} />
      <Finder frame={frame} wanted={wanted} fields={fields} />
      {!isEmpty && <Numbers lang={lang} counts={numbers} />}
      {found.lines.length === 0 ? <Empty>{say(isEmpty ? 'emptyCatalogue' : 'none')}</Empty> : <Lines lang={lang} lines={found.lines} />}
      <Pagination
        previous={wanted.after === undefined ? undefined : addressOf({ ...rest, ...(wanted.target && { target: wanted.target }) })}
        next={found.next === undefined ? undefined : addressOf({ ...wanted, after: found.next })}
      />
    </Shell>
  )
}

function Finder({ frame: { lang }, wanted, fields }: Pick<ListProps, 'frame' | 'wanted' | 'fields'>) {
  const say = words(lang)
  const option = (value: string, label: string) => ({ value, label })
  return (
    <AskForm action={path} label={say('find')}>
      {wanted.target !== undefined && <input type="hidden" name="noi" value={targetNames[wanted.target]} />}
      <div class="lt-asks">
        <TextInput name="q" type="search" label={say('findLabel')} value={wanted.words} autocomplete="off" maxLength={200} />
        <Select
          name="dau-hieu"
          label={say('flag')}
          value={wanted.dropped === true ? droppedOnes : wanted.flag}
          options={[...flags.map((flag) => option(flag, flagNames(lang)(flag))), option(droppedOnes, say('droppedOnes'))]}
        />
        <Select name="linh-vuc" label={say('field')} value={wanted.field} options={fields.map((field) => option(field, field))} />
        <Select
          name="cap"
          label={say('level')}
          value={wanted.level}
          options={levels.map((level) => option(level, say(`level.${level}`)))}
        />
      </div>
      <Buttons>
        <Button kind="secondary" icon="search">
          {say('find')}
        </Button>
      </Buttons>
    </AskForm>
  )
}

export const targetSigns = { ours: 'done', 'other-system': 'not-received', undecided: 'waiting' } as const

function Lines({ lang, lines }: { lang: OfficeFrame['lang']; lines: readonly Line[] }) {
  const say = words(lang)
  const columns = [say('procedure'), say('field'), say('where'), say('toLookAt')].map((label) => ({ label }))
  const rows = lines.map(({ code, name, field, target, byHand, flags: raised }) => [
    <>
      <a class="govuk-link govuk-link--no-visited-state" href={`${path}/${code}`} lang="vi">
        {name}
      </a>
      <br />
      <span class="lt-muted lt-num">{code}</span>
    </>,
    <span lang="vi">{field}</span>,
    <>
      <StatusTag status={targetSigns[target]}>{targetWords(lang)(target)}</StatusTag>
      {byHand && <div class="lt-muted">{say('byHand')}</div>}
    </>,
    flagsText(lang, raised),
  ])
  return <Table caption={say('title')} columns={columns} rows={rows} />
}

const mostShown = 3

function flagsText(lang: OfficeFrame['lang'], raised: Line['flags']): string {
  const shown = raised.slice(0, mostShown).map((flag) => flagNames(lang)(flag))
  const rest = raised.length - shown.length
  const text = [...shown, ...(rest > 0 ? [words(lang)('more', { count: rest })] : [])].join('; ')
  return text === '' ? '–' : text
}
