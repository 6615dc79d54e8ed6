import type { Guide } from '#modules/procedures'
import { AskForm, Button, Card, Empty, type Frame, links, TextInput } from '../../components/index.ts'
import { openText } from '../opening.ts'
import type { Serving } from '../serving.ts'
import { words } from './guide-words.ts'

/** The name under which a commune is typed; what it means goes on in the address as a code. */
export const placeAsked = 'tim'

/** What was typed and not yet understood: the communes it may mean, each with the address of this page for it. */
export type PlaceTyped = { readonly typed: string; readonly several: readonly { readonly name: string; readonly href: string }[] }

type Props = { frame: Frame; guide: Guide; path: string; serving: Serving; place: PlaceTyped }

/** Where the reader goes, and when it is open; before he has chosen a commune, the way to choose it by its name of today or of before. */
export function WhereToGo(props: Props) {
  const { frame, serving } = props
  const say = words(frame.lang)
  return (
    <Card title={say('counters')}>
      {serving.counters.map((one) => (
        <p key={one.name} class="govuk-body">
          <b>{one.name}</b>
          <br />
          {one.address}
          {one.written !== '' && (
            <>
              <br />
              {one.written}
            </>
          )}
          <br />
          <span class="lt-muted">{openText(frame.lang, one)}</span>
        </p>
      ))}
      {serving.commune && serving.counters.length === 0 && <p class="govuk-body">{say('noOffice', { commune: serving.commune.name })}</p>}
      {serving.differs && <p class="govuk-body">{say('differs')}</p>}
      <p class="govuk-body lt-noprint">
        <a class="govuk-link" href={links.counters}>
          {say('otherCounters')}
        </a>
      </p>
      <ChoosePlace {...props} />
    </Card>
  )
}

function ChoosePlace({ frame, guide, path, serving, place }: Props) {
  const say = words(frame.lang)
  return (
    <div class="lt-noprint" id="noi-nop">
      {place.several.length > 0 && (
        <>
          <p class="govuk-body">{say('whichCommune', { asked: place.typed })}</p>
          <ul class="govuk-list">
            {place.several.map(({ name, href }) => (
              <li key={href}>
                <a class="govuk-link" href={href}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      {place.typed !== '' && place.several.length === 0 && <Empty>{say('noCommune', { asked: place.typed })}</Empty>}
      <AskForm action={`${path}/huong-dan#noi-nop`} label={say('communeAsked')}>
        {guide.said.map(({ question, choice }) => (
          <input key={question.name} type="hidden" name={question.name} value={choice} />
        ))}
        <TextInput
          name={placeAsked}
          label={say(serving.commune ? 'communeOther' : 'communeAsked')}
          hint={say('communeExample')}
          value={place.typed}
          autocomplete="off"
        />
        <Button kind="secondary" icon="search">
          {say('findCommune')}
        </Button>
      </AskForm>
    </div>
  )
}
