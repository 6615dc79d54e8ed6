import type { VNode } from 'preact'
import { type Data, language, lists, partAt, said, sections } from '#modules/editing'
import { newRandomKey } from '#platform/id'
import {
  Button,
  Buttons,
  Card,
  Form,
  LinkButton,
  type OfficeFrame,
  type Problem,
  SummaryList,
  Textarea,
  TextInput,
} from '../components/index.ts'
import { base, draftHref } from './links.ts'
import { linesOf } from './list-card.tsx'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

export type Typed = { code: string; vi: string; en: string; area: string; basis: string }

/** What must be said before anything else can be written; the rest follows on pages of its own. */
export function NewPage({ frame, typed, problems }: { frame: OfficeFrame; typed: Typed; problems: readonly Problem[] }): VNode {
  const say = words(frame.lang)
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.text
  const box = (name: keyof Typed, label: string, hint?: string) => (
    <TextInput name={name} label={label} hint={hint} value={typed[name]} autocomplete="off" error={errorOf(name)} maxLength={300} />
  )
  return (
    <EditorPage frame={frame} title={say('newProcedure')} lead={say('newLead')} problems={problems}>
      <Card>
        <div class="lt-narrow">
          <Form action={`${base}/moi`} formKey={newRandomKey()}>
            {box('code', say('codeOf'), say('codeHint'))}
            {box('vi', say('nameVi'))}
            {box('en', say('nameEn'))}
            {box('area', language.area?.name[frame.lang] ?? '')}
            {box('basis', language.basis?.name[frame.lang] ?? '', say('basisHint'))}
            <Button>{say('begin')}</Button>
          </Form>
        </div>
      </Card>
    </EditorPage>
  )
}

/** What another install exported is pasted here. It becomes a draft: nothing is published by taking it in. */
export function ImportPage({ frame, problems, typed }: { frame: OfficeFrame; problems: readonly Problem[]; typed: string }): VNode {
  const say = words(frame.lang)
  return (
    <EditorPage frame={frame} title={say('import')} lead={say('importLead')} problems={problems}>
      <Card>
        <Form action={`${base}/nhap`} formKey={newRandomKey()}>
          <Textarea name="file" label={say('fileText')} hint={say('fileHint')} rows={12} value={typed} error={problems[0]?.text} />
          <Button>{say('takeIn')}</Button>
        </Form>
      </Card>
    </EditorPage>
  )
}

type PublishedProps = {
  frame: OfficeFrame
  code: string
  found: { revision: number; body: Data } | undefined
  draft: string | undefined
  isNational: boolean
}

/** A published procedure, to be read; whoever wants to change it begins the next revision. */
export function PublishedPage({ frame, code, found, draft, isNational }: PublishedProps): VNode {
  const say = words(frame.lang)
  const { lang } = frame
  const body = found?.body ?? {}
  const name = partAt(body, ['name', lang])
  const parts = [...sections.flatMap((one) => one.parts), ...lists]
  return (
    <EditorPage
      frame={frame}
      title={typeof name === 'string' ? name : code}
      lead={found === undefined ? code : `${code} · ${say('revisionIs', { revision: found.revision })}`}
    >
      <Card title={say('next')}>
        {draft === undefined ? (
          <Form action={`${base}/ma/${code}/soan`} formKey={newRandomKey()}>
            <p class="govuk-body">{say('copyLead')}</p>
            <Buttons>
              <Button>{say('copy')}</Button>
              <LinkButton kind="secondary" href={`${base}/ma/${code}/xuat`} download>
                {say('export')}
              </LinkButton>
            </Buttons>
          </Form>
        ) : (
          <LinkButton href={draftHref(draft)}>{say('goOn')}</LinkButton>
        )}
        {isNational && (
          <p class="govuk-body">
            <a class="govuk-link govuk-link--no-visited-state" href={`${base}/rieng/${code}`}>
              {say('overlay')}
            </a>
          </p>
        )}
      </Card>
      {found !== undefined && (
        <Card title={say('parts')}>
          <SummaryList
            rows={parts.flatMap((part) => {
              const own = partAt(body, [part])
              if (own === undefined) return []
              const isItems = lists.some((one) => one === part)
              return [
                {
                  key: language[part]?.name[lang] ?? part,
                  value: isItems ? linesOf(body, [part], lang) : (said(body, [part], lang) ?? ''),
                },
              ]
            })}
          />
        </Card>
      )}
    </EditorPage>
  )
}
