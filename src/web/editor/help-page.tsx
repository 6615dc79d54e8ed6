import type { VNode } from 'preact'
import { Card, type OfficeFrame } from '../components/index.ts'
import { helpTexts } from './help-texts.ts'
import { base } from './links.ts'
import { EditorPage } from './shell.tsx'
import { words } from './words.ts'

/** What an officer reads once before the first procedure: the parts, their order, the second pair of eyes. */
export function HelpPage({ frame }: { frame: OfficeFrame }): VNode {
  const say = words(frame.lang)
  const { lead, parts } = helpTexts[frame.lang]
  return (
    <EditorPage frame={frame} title={say('help')} lead={lead}>
      {parts.map(({ title, lines, ordered }) => (
        <Card key={title} title={title}>
          {ordered ? (
            <ol class="govuk-list govuk-list--number">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ol>
          ) : (
            <ul class="govuk-list govuk-list--bullet">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          )}
        </Card>
      ))}
      <p class="govuk-body">
        <a class="govuk-link" href={`${base}/moi`}>
          {say('newProcedure')}
        </a>
      </p>
    </EditorPage>
  )
}
