import type { VNode } from 'preact'
import type { EntryFound, Search } from '#modules/dossiers'
import { titleOf, valueText } from '#modules/procedures'
import { newRandomKey } from '#platform/id'
import { dateText } from '#platform/text'
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  LinkButton,
  Notice,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  type Problem,
  Radios,
} from '../../components/index.ts'
import type { AtDesk } from '../desk/gather.ts'
import { words } from './words.ts'

export type EntriesProps = { frame: OfficeFrame; desk: AtDesk; search: Search; chosen: string; problems: readonly Problem[] }

/** The registrar searches the registers for the entry of which a copy is asked, and says which it is. */
export function EntriesPage({ frame, desk, search, chosen, problems }: EntriesProps): VNode {
  const { found, lang, naming } = desk
  const say = words(lang)
  return (
    <OfficePage {...frame} title={`${say('title')}: ${found.code}`} problems={problems.length}>
      <OfficeTitle
        title={say('title')}
        above={
          <a class="govuk-link govuk-link--no-visited-state" href={`/viec/${found.code}`}>
            {say('toDesk', { code: found.code })}
          </a>
        }
        line={titleOf(found.procedure, found.filed.answers, naming)}
      />
      <div class="lt-narrow">
        <ErrorSummary problems={problems} />
        <p class="govuk-body">{wantedText(desk, search)}</p>
        {search.national.status === 'unavailable' && (
          <Notice kind="heed">
            <p>{say('silent')}</p>
          </Notice>
        )}
        {search.entries.length === 0 ? <NotFound desk={desk} search={search} /> : <Found {...{ frame, desk, search, chosen, problems }} />}
      </div>
    </OfficePage>
  )
}

function wantedText({ found, lang, naming }: AtDesk, { wanted }: Search): string {
  const kind = found.procedure.results[0]?.copies?.event
  const field = kind === undefined ? undefined : found.procedure.fields[kind]
  const event = field === undefined ? wanted.event : valueText(field, wanted.event, naming).toLocaleLowerCase('vi')
  return words(lang)('wanted', { event, name: wanted.name, bornOn: dateText(wanted.bornOn) })
}

function Found({ desk: { found, lang }, search, chosen, problems }: EntriesProps) {
  const say = words(lang)
  return (
    <Form action={`/viec/${found.code}/tra-so`} formKey={newRandomKey()}>
      <input type="hidden" name="version" value={found.version} />
      <Radios
        name="entry"
        label={say('choose')}
        value={chosen}
        error={problems.find(({ field }) => field === 'entry')?.text}
        options={search.entries.map((one) => ({ value: one.ref, label: labelOf(one, lang), hint: hintOf(one, lang) }))}
      />
      <Buttons>
        <Button icon="check">{say('use')}</Button>
        <a class="govuk-link govuk-link--no-visited-state" href={`/viec/${found.code}`}>
          {say('cancel')}
        </a>
      </Buttons>
    </Form>
  )
}

const shownColumns = ['nksHoTen', 'nktHoTen', 'voHoTen', 'chongHoTen', 'conHoTen', 'meHoTen', 'chaHoTen'] as const

function labelOf({ number, book, date }: EntryFound, lang: AtDesk['lang']): string {
  return words(lang)('entry', { number, book, date: dateText(date) })
}

/** Who stands in the entry, and who keeps it. */
function hintOf({ columns, agencyName, keptBy }: EntryFound, lang: AtDesk['lang']): string {
  const say = words(lang)
  const people = shownColumns.flatMap((name) => (columns[name] ? [columns[name]] : []))
  return `${people.join(', ')}. ${say('kept', { agency: agencyName, source: say(`kept.${keptBy}`) })}`
}

function NotFound({ desk: { found, lang }, search }: { desk: AtDesk; search: Search }) {
  const say = words(lang)
  return (
    <>
      <Notice kind="heed">
        <p>
          <b>{say(search.national.reason === 'not-in-database' ? 'onPaper' : 'notFound')}</b>
        </p>
        <p>{say('notFoundNext')}</p>
      </Notice>
      <Buttons>
        <LinkButton href={`/viec/${found.code}/hoi-don-vi-khac`} icon="swap" kind="primary">
          {say('askUnit')}
        </LinkButton>
        <a class="govuk-link govuk-link--no-visited-state" href={`/viec/${found.code}`}>
          {say('cancel')}
        </a>
      </Buttons>
    </>
  )
}
