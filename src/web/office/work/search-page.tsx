import type { VNode } from 'preact'
import { AskForm, Button, Buttons, Empty, type OfficeFrame, OfficePage, OfficeTitle, Table, TextInput } from '../../components/index.ts'
import { words } from './words.ts'

export type Found = { href: string; title: string; code: string; state: string; unit: string; due: string; filed: string }

/** Cases by number or name, inside the reader's scope. */
export function SearchPage({
  frame,
  query,
  found,
  isCut,
}: {
  frame: OfficeFrame
  query: string
  found: readonly Found[]
  isCut: boolean
}): VNode {
  const say = words(frame.lang)
  const columns = [say('case'), say('where'), say('due'), say('filedAt')].map((label) => ({ label }))
  const rows = found.map((one) => [
    <>
      <a class="govuk-link govuk-link--no-visited-state" href={one.href}>
        <b>{one.title}</b>
      </a>
      <br />
      <span class="lt-num lt-muted">{one.code}</span>
    </>,
    <>
      {one.state}
      <br />
      <span class="lt-muted">{one.unit}</span>
    </>,
    <span class="lt-num">{one.due}</span>,
    <span class="lt-num">{one.filed}</span>,
  ])
  const count = found.length
  return (
    <OfficePage {...frame} title={say('finding')}>
      <OfficeTitle title={say('finding')} stroke />
      <AskForm action="/tim" label={say('finding')}>
        <TextInput name="q" id="find-here" type="search" label={say('query')} hint={say('findLead')} value={query} autocomplete="off" />
        <Buttons>
          <Button>{say('query')}</Button>
        </Buttons>
      </AskForm>
      {query !== '' && (
        <section class="lt-found" aria-live="polite">
          <h2 class="govuk-heading-m">{count === 0 ? say('finding') : isCut ? say('foundMany', { count }) : say('found', { count })}</h2>
          {count === 0 ? <Empty>{say('foundNone')}</Empty> : <Table caption={say('finding')} columns={columns} rows={rows} />}
        </section>
      )}
    </OfficePage>
  )
}
