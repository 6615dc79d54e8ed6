import {
  type Data,
  entryNames,
  type Items,
  isList,
  kindOf,
  type Place,
  partAt,
  placeText,
  type RevisionDraft,
  said,
  shapeAt,
  titleOfItem,
} from '#modules/editing'
import type { Language } from '#platform/i18n'
import { newRandomKey } from '#platform/id'
import { Button, Buttons, Card, Empty, Form, LinkButton, Table } from '../components/index.ts'
import { newHref, placeHref } from './links.ts'
import { words } from './words.ts'

/** So many are named where there is only a line for them. */
const namedInALine = 4

/** The entries of a place as a line: how many, and what they are called. */
export function linesOf(body: Data, place: Place, lang: Language): string {
  const say = words(lang)
  const shape = shapeAt(body, place)
  if (shape?.is !== 'items') return said(body, place, lang) ?? say('notYet')
  const names = entryNames(body, place).map((name) => briefName(titleOfItem(body, shape, [...place, name])[lang]))
  if (names.length === 0) return say('none')
  const shown = names.slice(0, namedInALine).join(' · ')
  return names.length > namedInALine ? say('andMore', { shown, count: names.length - namedInALine }) : shown
}

const briefName = (text: string): string => (text.length > 48 ? `${text.slice(0, 47)}…` : text)

type ListProps = { draft: RevisionDraft; place: Place; items: Items; lang: Language; isOpen: boolean }

/** The entries of a list: each leads to its own page; the last line adds one. */
export function ListCard({ draft, place, items, lang, isOpen }: ListProps) {
  const say = words(lang)
  const { body } = draft
  const entries = entryNames(body, place).map((name) => [...place, name])
  const columns = [{ label: items.one[lang] }, { label: say('content') }]
  const rows = entries.map((own) => [
    <a class="govuk-link govuk-link--no-visited-state" href={placeHref(draft.id, own)}>
      {titleOfItem(body, items, own)[lang]}
    </a>,
    <span class="lt-muted">{briefly(body, items, own, lang)}</span>,
  ])
  return (
    <Card>
      {rows.length === 0 ? <Empty>{say('none')}</Empty> : <Table caption={placeText(place)} columns={columns} rows={rows} />}
      {isOpen && rows.length < items.most && (
        <Buttons>
          <LinkButton href={newHref(draft.id, place)}>{say('addOne', { what: items.one[lang] })}</LinkButton>
        </Buttons>
      )}
    </Card>
  )
}

/** What kind it is, or the whole of a short one. */
function briefly(body: Data, items: Items, own: Place, lang: Language): string {
  const { of } = items
  const kind = kindOf(of, partAt(body, own))
  if (of.is === 'kinds' && kind !== undefined) return of.kinds[kind]?.name[lang] ?? kind
  const told =
    of.is === 'group'
      ? ['by', 'level', 'handling', 'dong', 'when', 'asks', 'value'].find((name) => partAt(body, [...own, name]) !== undefined)
      : undefined
  return said(body, told === undefined ? own : [...own, told], lang) ?? ''
}

/** An entry of a list is moved or taken away from its own page. */
export function MoveButtons({ draft, place, lang }: { draft: RevisionDraft; place: Place; lang: Language }) {
  const say = words(lang)
  const around = partAt(draft.body, place.slice(0, -1))
  const shape = shapeAt(draft.body, place.slice(0, -1))
  if (shape?.is !== 'items') return null
  const index = Number(place.at(-1))
  return (
    <Card title={say('order')}>
      <Form action={placeHref(draft.id, place)} formKey={newRandomKey()}>
        <input type="hidden" name="_ban" value={String(draft.version)} />
        <Buttons>
          {isList(around) && index > 0 && (
            <Button kind="secondary" name="_lam" value="len">
              {say('moveUp')}
            </Button>
          )}
          {isList(around) && index < around.length - 1 && (
            <Button kind="secondary" name="_lam" value="xuong">
              {say('moveDown')}
            </Button>
          )}
          <Button kind="warning" name="_lam" value="xoa">
            {say('remove', { what: shape.one[lang] })}
          </Button>
        </Buttons>
      </Form>
    </Card>
  )
}
