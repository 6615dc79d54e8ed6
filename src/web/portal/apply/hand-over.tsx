import { type Guide, guideThrough, type Procedure } from '#modules/procedures'
import type { Reply, Req } from '#platform/http'
import {
  Card,
  type Frame,
  LinkButton,
  Page,
  PrintButton,
  Row,
  Rows,
  RowsTitle,
  Section,
  StartButton,
  Title,
} from '../../components/index.ts'
import { frameOf } from '../../frame.tsx'
import { portalLink } from '../../portal-link.ts'
import type { Services } from '../../services.ts'
import { choicesIn, withChoices } from '../choices.ts'
import { Said } from '../procedures/guide-page.tsx'
import { words } from './hand-over-words.ts'

/** A procedure whose front is the National Portal: the link, and what was prepared here to take along. */
export async function handOver(req: Req, reply: Reply, services: Services, procedure: Procedure): Promise<unknown> {
  const guide = guideThrough(procedure, choicesIn(req.query), req.ctx.now)
  const link = await portalLink(req.ctx, procedure.code)
  return reply.page(HandOverPage({ frame: frameOf(req, services), procedure, guide, link }))
}

type HandOverProps = { frame: Frame; procedure: Procedure; guide: Guide; link: string }

function HandOverPage({ frame, procedure, guide, link }: HandOverProps) {
  const say = words(frame.lang)
  const { lang } = frame
  const name = procedure.name[lang]
  const path = `/thu-tuc/${procedure.code}`
  const owed = guide.outcome?.papers.filter(({ standing }) => standing === 'toAttach' || standing === 'toBring' || standing === 'toShow')
  return (
    <Page {...frame} title={say('title', { procedure: name })} form unlisted back={{ href: path, label: name }}>
      <Title lead={say('lead')}>{say('title', { procedure: name })}</Title>
      <Card start>
        <StartButton href={link}>{say('open')}</StartButton>
        <p class="govuk-body">{say('code', { code: procedure.code })}</p>
        <PrintButton>{say('print')}</PrintButton>
      </Card>
      {owed === undefined ? (
        <Section title={say('prepare')}>
          <p class="govuk-body">{say('prepareHow')}</p>
          <LinkButton kind="secondary" href={withChoices(`${path}/huong-dan`, guide.said)}>
            {say('guide')}
          </LinkButton>
        </Section>
      ) : (
        <Section title={say('prepared')}>
          <RowsTitle title={say('papers')} />
          <Rows>
            {owed.map(({ component }) => (
              <Row key={component.id} icon="paper" title={component.name[lang]} />
            ))}
            {owed.length === 0 && <Row icon="check" title={say('noPapers')} />}
          </Rows>
        </Section>
      )}
      <Said frame={frame} guide={guide} path={path} />
    </Page>
  )
}
