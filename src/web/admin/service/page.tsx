import type { VNode } from 'preact'
import { termText } from '#modules/dossiers'
import type { PutIntoService } from '#modules/national'
import { type Derived, feeRuleText, type Gap } from '#modules/procedures'
import type { Language } from '#platform/i18n'
import { newRandomKey } from '#platform/id'
import { Button, Buttons, Card, Form, Notice, type OfficeFrame, PlainList, SummaryList } from '../../components/index.ts'
import { Shell } from '../shell.tsx'
import { words } from './words.ts'

export type ServiceProps = {
  frame: OfficeFrame
  code: string
  derived: Derived
  /** The revision in service, and whether it follows from the catalogue or was written by hand. */
  serving: { revision: number; authored: boolean } | undefined
  done: 'new' | 'same' | undefined
  refused: Extract<PutIntoService, { ok: false }>['because'] | undefined
}

/** What a procedure of the national catalogue becomes when it is put into service, what is missing, and the button. */
export function ServicePage(props: ServiceProps): VNode {
  const { frame, code, derived, serving, done, refused } = props
  const say = words(frame.lang)
  const { procedure, gaps } = derived
  const revision = serving?.revision ?? 0
  const stops = gaps.filter((gap) => gap.stops)
  return (
    <Shell
      frame={frame}
      title={procedure.name[frame.lang]}
      lead={`${code} · ${say('title')}`}
      up={{ href: `/quan-tri/danh-muc/${code}`, label: say('toRow') }}
      done={done === 'new' ? say('done', { revision }) : done === 'same' ? say('same') : undefined}
      trouble={refused === undefined ? undefined : say(`not.${refused}`)}
    >
      <p class="govuk-body">{say('lead')}</p>
      {serving !== undefined && (
        <Notice kind="info">
          <p>
            {serving.authored ? say('not.authored') : say('serving', { revision })}{' '}
            <a class="govuk-link" href={`/thu-tuc/${code}`}>
              {say('open')}
            </a>
          </p>
        </Notice>
      )}
      {stops.length > 0 && <Gaps title={say('mustDo')} gaps={stops} lang={frame.lang} />}
      <Becomes derived={derived} lang={frame.lang} />
      <Gaps title={say('toKnow')} gaps={gaps.filter((gap) => !gap.stops)} lang={frame.lang} />
      {stops.length === 0 && serving?.authored !== true && (
        <Form action={`/quan-tri/danh-muc/${code}/phuc-vu`} formKey={newRandomKey()}>
          <Buttons>
            <Button icon="check">{serving === undefined ? say('publish') : say('again')}</Button>
          </Buttons>
        </Form>
      )}
    </Shell>
  )
}

function Gaps({ title, gaps, lang }: { title: string; gaps: readonly Gap[]; lang: Language }) {
  return (
    <Card title={title}>
      {gaps.length === 0 ? (
        <p class="govuk-body">{words(lang)('nothing')}</p>
      ) : (
        <PlainList>
          {gaps.map(({ says }) => (
            <li key={says.vi}>{says[lang]}</li>
          ))}
        </PlainList>
      )}
    </Card>
  )
}

function Becomes({ derived: { procedure }, lang }: { derived: Derived; lang: Language }) {
  const say = words(lang)
  const { components, pages, cases, results, resolvedWithin, fees } = procedure
  const counts = {
    send: components.filter(({ field }) => field !== undefined).length,
    show: components.filter(({ field, substitutes }) => field === undefined && substitutes.length === 0).length,
    data: components.filter(({ substitutes }) => substitutes.length > 0).length,
  }
  const notes = pages.reduce((sum, page) => sum + (page.notes?.length ?? 0), 0)
  const several = (all: readonly string[]) => (
    <ul class="govuk-list">
      {all.map((one) => (
        <li key={one}>{one}</li>
      ))}
    </ul>
  )
  return (
    <Card title={say('becomes')}>
      <SummaryList
        rows={[
          { key: say('papers'), value: say('papersCount', counts) },
          { key: say('notes'), value: String(notes) },
          { key: say('cases'), value: cases.length === 0 ? say('noCases') : several(cases.map(({ name }) => name[lang])) },
          { key: say('results'), value: results.length === 0 ? say('noResults') : several(results.map(({ name }) => name[lang])) },
          { key: say('term'), value: termText(resolvedWithin, lang) },
          { key: say('fee'), value: several(fees.map((fee) => feeRuleText(fee, lang))) },
        ]}
      />
    </Card>
  )
}
