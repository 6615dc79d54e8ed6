import { newRandomKey } from '#platform/id'
import { DisplaySettings, type Frame, type Look, Page, Title } from '../../components/index.ts'
import { words } from './look-words.ts'

/** Larger letters, other colours: two questions, one button, and back to where the reader was. */
export function LookPage({ frame, back, look }: { frame: Frame; back: string; look: Look }) {
  const say = words(frame.lang)
  return (
    <Page {...frame} title={say('title')} form back={{ href: back }}>
      <Title lead={say('lead')}>{say('title')}</Title>
      <DisplaySettings look={look} back={back} formKey={newRandomKey()} />
    </Page>
  )
}
