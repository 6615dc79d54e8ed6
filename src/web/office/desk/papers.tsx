import { resultOf, resultOfFile, type UsedPaper } from '#modules/dossiers'
import { beginning, type Result } from '#modules/procedures'
import { momentText, sizeText } from '#platform/text'
import { Panel, PaperTabs, PaperView } from '../../components/index.ts'
import { Framed } from './framed.tsx'
import type { AtDesk } from './gather.ts'
import { words } from './words.ts'

/** The tab of the draft; a paper's tab is called by its file. */
export const draftTab = 'ban-nhap'

/** The papers of a case, one of them open, beside what was declared. */
export function Papers({ desk, chosen }: { desk: AtDesk; chosen: string }) {
  const { found, lang } = desk
  const say = words(lang)
  const papers = inOrder(desk)
  const drafts = hasDraft(desk) ? draftsOf(desk) : []
  const draftOpen = drafts.find(({ id }) => id === chosen)?.id
  const open = papers.find((one) => one.file === chosen)?.file ?? draftOpen ?? firstOf(papers)?.file ?? draftTab
  const shown = papers.find((one) => one.file === open)
  const tab = (id: string, label: string) => ({ href: `/viec/${found.code}?giay=${id}#giay-to`, label, current: id === open })
  const short = (paper: UsedPaper) =>
    paper.component.startsWith('result:') ? labelOf(desk, paper) : beginning(labelOf(desk, paper), mostInTab)
  const tabs = papers.map((one) => tab(one.file, `${short(one)}${differing(desk, one)}`))
  const draft = drafts.map(({ id, result }) => tab(id, say('draft', { result: beginning(inSentence(result, lang), mostInTab) })))
  const drawn = drafts.find(({ id }) => id === open) ?? drafts[0]
  return (
    <div id="giay-to">
      <Panel title={<PaperTabs label={say('papers')} papers={[...tabs, ...draft]} />} flush>
        {shown !== undefined && <Paper desk={desk} paper={shown} />}
        {shown === undefined && drawn !== undefined && <Draft desk={desk} result={drawn.result} />}
        {shown === undefined && drawn === undefined && <p class="govuk-body lt-view">{say('noPapers')}</p>}
      </Panel>
    </div>
  )
}

/** What the citizen brought first, then the result, then what the office wrote on the way. */
function inOrder({ found, around }: AtDesk): UsedPaper[] {
  const rank = ({ component }: UsedPaper) => (component in found.procedure.fields ? 0 : component.startsWith('result:') ? 1 : 2)
  return [...around.papers].sort((a, b) => rank(a) - rank(b))
}

/** What matters now: the result as far as it is made, before that what the citizen brought. */
function firstOf(papers: readonly UsedPaper[]): UsedPaper | undefined {
  const made = (stage: string) => papers.find(({ component }) => component === `result:${stage}`)
  return made('sealed') ?? made('leader') ?? papers[0]
}

/** Until the leader has signed, the draft says what the result would be. */
function hasDraft({ found, around }: AtDesk): boolean {
  return found.closedAt === null && !around.papers.some((one) => one.component.startsWith('result:'))
}

/** What is proposed, a tab each; before that the first that could come of it. */
function draftsOf({ found, around }: AtDesk): { id: string; result: Result }[] {
  const proposed = around.events.findLast(({ name }) => name === 'propose')?.params.results
  const results = Array.isArray(proposed) ? found.procedure.results.filter(({ code }) => proposed.includes(code)) : [resultOf(found)]
  return results.map((result, i) => ({ id: i === 0 ? draftTab : `${draftTab}-${result.code}`, result }))
}

// A label of the national catalogue may be a whole paragraph.
const mostInTab = 60

function inSentence({ name }: Result, lang: AtDesk['lang']): string {
  return name[lang].charAt(0).toLocaleLowerCase('vi') + name[lang].slice(1)
}

/** A paper that says something else than the declaration is told by its tab too. */
function differing({ found, mismatches, lang }: AtDesk, { component }: UsedPaper): string {
  const sources = found.procedure.fields[component]?.known?.map((one) => one.from) ?? []
  const count = mismatches.filter((one) => one.settled === undefined && sources.includes(one.from)).length
  return count === 0 ? '' : ` (${words(lang)('differing', { count })})`
}

const forms = ['supplement', 'refusal', 'apology', 'stop'] as const

/** A paper by the question it answers; what the office made by what it is. */
export function labelOf({ found, lang }: AtDesk, paper: UsedPaper): string {
  const say = words(lang)
  const result = beginning((resultOfFile(found, paper.name) ?? resultOf(found)).name[lang], mostInTab)
  if (paper.component === 'result:leader') return say('stage.leader', { result })
  if (paper.component === 'result:sealed') return say('stage.sealed', { result })
  if (paper.component === 'receipt') return say('office.receipt')
  const [kind, form = '', number = ''] = paper.component.split(':')
  const known = forms.find((one) => one === form)
  if (kind === 'form' && known !== undefined) return `${say(`office.${known}`)} ${number}`
  return found.procedure.fields[paper.component]?.label[lang] ?? paper.name
}

function Paper({ desk, paper }: { desk: AtDesk; paper: UsedPaper }) {
  const { found, lang } = desk
  const say = words(lang)
  const label = labelOf(desk, paper)
  const isPicture = paper.mediaType.startsWith('image/')
  const facts = {
    kind: say(isPicture ? 'picture' : 'pdf'),
    size: sizeText(paper.size),
    at: momentText(paper.at),
    scan: scanText(desk, paper),
  }
  return (
    <PaperView
      about={
        <>
          <span class="lt-num">{say('about', facts)}</span>
          <br />
          <span class="lt-num lt-hash">{say('hash', { hash: paper.sha256 })}</span>
          <br />
          <Tools lang={lang} href={`/tep/${paper.file}`} />
        </>
      }
    >
      {isPicture ? (
        <img src={`/tep/${paper.file}`} alt={say('paperOf', { paper: label, code: found.code })} />
      ) : (
        <Framed href={`/tep/${paper.file}`} title={say('paperOf', { paper: label, code: found.code })} />
      )}
    </PaperView>
  )
}

function scanText({ lang }: AtDesk, { scan }: UsedPaper): string {
  const say = words(lang)
  return scan === 'clean' || scan === 'made-here' || scan === 'malware' ? say(`scan.${scan}`) : say('scan.unscanned')
}

function Draft({ desk, result }: { desk: AtDesk; result: Result }) {
  const { found, lang } = desk
  const say = words(lang)
  const several = found.procedure.results.length > 1
  const href = `/viec/${found.code}/ban-nhap.pdf${several ? `?ket-qua=${encodeURIComponent(result.code)}` : ''}`
  return (
    <PaperView
      about={
        <>
          {say('draftAbout')}
          <br />
          <Tools lang={lang} href={href} />
        </>
      }
    >
      <Framed href={href} title={say('paperOf', { paper: say('draft', { result: inSentence(result, lang) }), code: found.code })} />
    </PaperView>
  )
}

function Tools({ lang, href }: { lang: AtDesk['lang']; href: string }) {
  const say = words(lang)
  return (
    <>
      <a class="govuk-link govuk-link--no-visited-state" href={href} target="_blank" rel="noopener">
        {say('open')}
      </a>{' '}
      ·{' '}
      <a class="govuk-link govuk-link--no-visited-state" href={`${href}${href.includes('?') ? '&' : '?'}tai=1`} download>
        {say('download')}
      </a>
    </>
  )
}
