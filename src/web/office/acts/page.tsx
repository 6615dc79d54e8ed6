import type { VNode } from 'preact'
import type { ResultPaper } from '#modules/dossiers'
import { beginning, type Result, titleOf } from '#modules/procedures'
import { newRandomKey } from '#platform/id'
import {
  Button,
  Buttons,
  ErrorSummary,
  Form,
  Notice,
  type OfficeFrame,
  OfficePage,
  OfficeTitle,
  PaperView,
  type Problem,
} from '../../components/index.ts'
import { Framed } from '../desk/framed.tsx'
import type { AtDesk } from '../desk/gather.ts'
import { FieldsOf, type Filling } from './forms.tsx'
import { labelOf } from './labels.ts'
import { suggestedFor } from './suggest.ts'
import { heavy, type Verb, verbs } from './verbs.ts'
import { words } from './words.ts'

export type ActProps = {
  frame: OfficeFrame
  desk: AtDesk
  verb: Verb
  filling: Filling
  problems: readonly Problem[]
  /** SHA-256 of the paper that is shown to be signed. */
  shown?: string
  /** The papers themselves, where there may be several. */
  toSign?: readonly Pick<ResultPaper, 'result' | 'sha256'>[]
  /** Why the last try was not stored, where no field is to blame. */
  trouble?: string | undefined
}

/** An act on a page of its own: what it asks, what it does, and the way back. */
export function ActPage({ frame, desk, verb, filling, problems, shown, toSign = [], trouble }: ActProps): VNode {
  const { found, lang, naming } = desk
  const say = words(lang)
  const label = labelOf(verb, found, lang)
  const { slug, icon } = verbs[verb]
  return (
    <OfficePage {...frame} title={`${label}: ${found.code}`} problems={problems.length}>
      <OfficeTitle
        title={label}
        above={
          <a class="govuk-link govuk-link--no-visited-state" href={`/viec/${found.code}`}>
            {say('toDesk', { code: found.code })}
          </a>
        }
        line={titleOf(found.procedure, found.filed.answers, naming)}
      />
      <div class={verb === 'sign' ? undefined : 'lt-narrow'}>
        <ErrorSummary problems={problems} />
        {trouble && (
          <Notice kind="bad" announced>
            <p>
              <b>{trouble}</b>
            </p>
          </Notice>
        )}
        {verb === 'sign' && <PapersToSign code={found.code} papers={toSign} lang={lang} />}
        <Form action={`/viec/${found.code}/${slug}`} formKey={newRandomKey()}>
          <input type="hidden" name="version" value={found.version} />
          {shown !== undefined && <input type="hidden" name="shown" value={shown} />}
          <FieldsOf verb={verb} desk={desk} filling={filling} suggested={suggestedFor(desk)} />
          <Buttons>
            <Button icon={icon} kind={heavy.includes(verb) ? 'warning' : 'primary'}>
              {toSign.length > 1 ? say('do.signMany', { count: toSign.length }) : sendLabel(verb, label, lang)}
            </Button>
            <a class="govuk-link govuk-link--no-visited-state" href={`/viec/${found.code}`}>
              {say('cancel')}
            </a>
          </Buttons>
        </Form>
      </div>
    </OfficePage>
  )
}

/** What the button does, with its object. */
function sendLabel(verb: Verb, label: string, lang: AtDesk['lang']): string {
  const say = words(lang)
  switch (verb) {
    case 'askForMore':
      return say('sendRequest')
    case 'refuse':
      return say('sendRefusal')
    case 'transfer':
      return say('sendTransfer')
    case 'consult':
      return say('sendQuestion')
    case 'sendBack':
      return say('sendItBack')
    case 'stop':
      return say('stopIt')
    case 'apologise':
      return say('sendApology')
    case 'deliver':
      return say('handOver')
    case 'offerTimes':
      return say('sendTimes')
    case 'recordAppearance':
      return say('saveAppearance')
    case 'recordAbsence':
      return say('saveAbsence')
    case 'sign':
      return say('do.signNow')
    default:
      return label
  }
}

type PapersProps = { code: string; papers: NonNullable<ActProps['toSign']>; lang: AtDesk['lang'] }

/** Everything that the one signature goes under. */
function PapersToSign({ code, papers, lang }: PapersProps) {
  const say = words(lang)
  const several = papers.length > 1
  return (
    <>
      <p class="govuk-body">{several ? say('signLeadMany', { count: papers.length }) : say('signLead')}</p>
      {papers.map(({ result, sha256 }) => (
        <PaperToSign key={result.code} code={code} shown={sha256} result={result} named={several} lang={lang} />
      ))}
    </>
  )
}

type PaperProps = { code: string; shown: string; result: Result; named: boolean; lang: AtDesk['lang'] }

function PaperToSign({ code, shown, result, named, lang }: PaperProps) {
  const say = words(lang)
  const href = named ? `/viec/${code}/ban-ky.pdf?ket-qua=${encodeURIComponent(result.code)}` : `/viec/${code}/ban-ky.pdf`
  return (
    <>
      {named && <h2 class="govuk-heading-m lt-section">{beginning(result.name[lang], 140)}</h2>}
      <PaperView
        about={
          <>
            {say('fingerprint')}: <span class="lt-num lt-hash">{shown}</span>
            <br />
            <a class="govuk-link govuk-link--no-visited-state" href={href} target="_blank" rel="noopener">
              {say('openPaper')}
            </a>{' '}
            ·{' '}
            <a class="govuk-link govuk-link--no-visited-state" href={`${href}${named ? '&' : '?'}tai=1`} download>
              {say('savePaper')}
            </a>
          </>
        }
      >
        <Framed href={href} title={named ? `${say('paperToSign')}: ${result.name[lang]}` : say('paperToSign')} />
      </PaperView>
    </>
  )
}
