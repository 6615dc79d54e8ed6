import type { VNode } from 'preact'
import type { Finding, RevisionDraft } from '#modules/editing'
import { Card, type OfficeFrame, Row, Rows } from '../components/index.ts'
import { crumbsTo } from './draft-frame.ts'
import { draftHref, placeHref } from './links.ts'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

/** Everything that stands against publishing, and what should be looked at: each with the way to the place. */
export function CheckPage({ frame, draft, findings }: { frame: OfficeFrame; draft: RevisionDraft; findings: readonly Finding[] }): VNode {
  const say = words(frame.lang)
  const stops = findings.filter(({ level }) => level === 'stop')
  const heeds = findings.filter(({ level }) => level === 'heed')
  return (
    <EditorPage frame={frame} title={say('check')} lead={say('checkLead')} crumbs={crumbsTo(draft, [''], frame.lang)}>
      <Card title={stops.length > 0 ? say('stops', { count: stops.length }) : say('noStops')}>
        <FindingRows findings={stops} id={draft.id} />
      </Card>
      {heeds.length > 0 && (
        <Card title={say('heeds')}>
          <FindingRows findings={heeds} id={draft.id} />
        </Card>
      )}
    </EditorPage>
  )
}

function FindingRows({ findings, id }: { findings: readonly Finding[]; id: string }) {
  if (findings.length === 0) return null
  return (
    <Rows>
      {findings.map(({ text, where, place, level }, index) => (
        <Row key={index} icon={level === 'stop' ? 'warning' : 'info'} title={text}>
          <p>
            <a class="govuk-link govuk-link--no-visited-state" href={hrefOf(id, place)}>
              {where === '' ? '…' : where}
            </a>
          </p>
        </Row>
      ))}
    </Rows>
  )
}

const sectionOfPart: Readonly<Record<string, string>> = {
  name: 'loi-van',
  purpose: 'loi-van',
  area: 'loi-van',
  basis: 'loi-van',
  legal: 'loi-van',
  who: 'loi-van',
  alsoCalled: 'loi-van',
  minutesToFill: 'loi-van',
  unverified: 'loi-van',
  inForceFrom: 'thoi-han',
  inForceTo: 'thoi-han',
  resolvedWithin: 'thoi-han',
  supplement: 'thoi-han',
  competence: 'hien-thi',
  about: 'hien-thi',
  andAbout: 'hien-thi',
  worklist: 'hien-thi',
  statistics: 'hien-thi',
  begins: 'hien-thi',
  channels: 'hien-thi',
  identity: 'hien-thi',
  counter: 'hien-thi',
}

/** The page of a part: its section where it is a part of the whole, else the entry in which it stands. */
function hrefOf(id: string, place: Finding['place']): string {
  const [part = ''] = place
  const section = sectionOfPart[part]
  if (section !== undefined) return placeHref(id, [section])
  if (place.length === 0) return draftHref(id)
  // A box lies on the page of its entry; lists and entries have their own.
  const own = place.length > 2 && !/^\d+$/.test(place.at(-1) ?? '') ? place.slice(0, -1) : place
  return placeHref(id, own)
}
