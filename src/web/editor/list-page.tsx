import type { VNode } from 'preact'
import type { ListedProcedure } from '#modules/editing'
import { dateText } from '#platform/text'
import {
  AskForm,
  Button,
  Buttons,
  Empty,
  LinkButton,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  Pagination,
  Table,
  TextInput,
} from '../components/index.ts'
import { base, draftHref } from './links.ts'
import { words } from './words.ts'

export type ListPageProps = {
  frame: OfficeFrame
  asked: string
  shown: readonly ListedProcedure[]
  total: number
  page: number
  pages: number
}

/** Every procedure with its state: what is published, and what somebody is writing. */
export function ListPage({ frame, asked, shown, total, page, pages }: ListPageProps): VNode {
  const say = words(frame.lang)
  const columns = [say('procedure'), say('code'), say('published'), say('underWork')].map((label) => ({ label }))
  const rows = shown.map((one) => [
    <a class="govuk-link govuk-link--no-visited-state" href={`${base}/ma/${one.code}`}>
      {one.name}
    </a>,
    <span class="lt-num">{one.code}</span>,
    one.revision === null ? say('never') : say('revisionFrom', { revision: one.revision, day: dateText(one.inForceFrom ?? '') }),
    one.draft === undefined ? (
      <span class="lt-muted">–</span>
    ) : (
      <a class="govuk-link govuk-link--no-visited-state" href={draftHref(one.draft.id)}>
        {say(`state.${one.draft.state}`)}
      </a>
    ),
  ])
  const search = (at: number) => `${base}?q=${encodeURIComponent(asked)}&trang=${at}`
  return (
    <OfficePage {...frame} title={say('procedures')}>
      <OfficeTitle title={say('procedures')} stroke line={say('proceduresLead')} />
      <Buttons>
        <LinkButton href={`${base}/moi`}>{say('newProcedure')}</LinkButton>
        <LinkButton kind="secondary" href={`${base}/nhap`}>
          {say('import')}
        </LinkButton>
        <a class="govuk-link" href={`${base}/cong-bo-cong-khai`}>
          {say('announcements')}
        </a>
        <a class="govuk-link" href={`${base}/tro-giup`}>
          {say('help')}
        </a>
      </Buttons>
      <AskForm action={base} label={say('findProcedure')}>
        <TextInput name="q" id="find-procedure" type="search" label={say('findProcedure')} value={asked} autocomplete="off" width={20} />
        <Buttons>
          <Button kind="secondary">{say('find')}</Button>
        </Buttons>
      </AskForm>
      <p class="lt-muted">{say('total', { count: total })}</p>
      {rows.length === 0 ? <Empty>{say('nothingFound')}</Empty> : <Table caption={say('procedures')} columns={columns} rows={rows} />}
      <Pagination previous={page > 1 ? search(page - 1) : undefined} next={page < pages ? search(page + 1) : undefined} />
    </OfficePage>
  )
}
