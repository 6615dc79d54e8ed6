import { newRandomKey } from '#platform/id'
import { Button, Card, Form } from '../../components/index.ts'
import type { AtDesk } from './gather.ts'
import { words } from './words.ts'

/** The address below the case, and what the desk says after it. */
export const newerSlug = 'ban-moi'

// A side card: whoever wants every word reads the procedure.
const mostShown = 8

/** A newer revision about which the holder is asked: what differs, whether the case fits, one button. */
export function Newer({ desk: { found, lang, newer } }: { desk: AtDesk }) {
  if (newer === undefined) return null
  const say = words(lang)
  const { differences, next, stays } = newer
  const rest = differences.length - mostShown
  return (
    <Card title={say('newer.title', { revision: next.revision })}>
      {differences.length === 0 ? (
        <p class="govuk-body">{say('newer.nothing')}</p>
      ) : (
        <p class="govuk-body">{say('newer.lead', { revision: found.procedure.revision })}</p>
      )}
      <ul class="govuk-list govuk-list--bullet">
        {differences.slice(0, mostShown).map(({ place, where, before, after }) => (
          <li key={place.join('.')}>
            <b>{where}</b>
            <br />
            <span class="lt-muted">{say('newer.before', { text: before ?? '–' })}</span>
            <br />
            {say('newer.after', { text: after ?? '–' })}
          </li>
        ))}
        {rest > 0 && <li>{say('newer.more', { count: rest })}</li>}
      </ul>
      <p class="govuk-body">{stays === undefined ? say('newer.fits') : say(`newer.stays.${stays}`)}</p>
      {stays === undefined && (
        <Form action={`/viec/${found.code}/${newerSlug}`} formKey={newRandomKey()}>
          <input type="hidden" name="version" value={found.version} />
          <Button kind="secondary">{say('newer.take')}</Button>
        </Form>
      )}
    </Card>
  )
}
