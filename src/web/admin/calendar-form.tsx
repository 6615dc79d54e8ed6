import type { VNode } from 'preact'
import type { Impact } from '#modules/dossiers'
import type { AnnouncedDay } from '#modules/rules'
import { newRandomKey } from '#platform/id'
import { numberText, weekdayDate } from '#platform/text'
import {
  AskForm,
  Button,
  Buttons,
  Card,
  DateInput,
  type DatePart,
  datePartName,
  Form,
  LinkButton,
  Notice,
  type OfficeFrame,
  type Problem,
  Radios,
  SummaryList,
  TextInput,
} from '../components/index.ts'
import type { Typed } from './calendar-announce.ts'
import { Shell } from './shell.tsx'
import { words } from './words.ts'

const path = '/quan-tri/lich'

/** What may be announced here; make-up days come with their swap. */
export const announcedKinds = ['swap', 'statutory', 'compensatory', 'local'] as const

/** What is to be announced; nothing is stored before its effect was shown. */
export function AnnouncePage({ frame, typed, problems }: { frame: OfficeFrame; typed: Typed; problems: readonly Problem[] }): VNode {
  const say = words(frame.lang)
  const errorOf = (field: string) => problems.find((one) => one.field === field)?.text
  return (
    <Shell frame={frame} title={say('addDays')} lead={say('addDaysLead')} problems={problems}>
      <Card>
        <AskForm action={`${path}/xem-truoc`} label={say('addDays')}>
          <Radios
            name="kind"
            label={say('kind')}
            value={typed.kind}
            error={errorOf('kind')}
            options={announcedKinds.map((value) => ({ value, label: say(`kind.${value}`) }))}
          />
          <DateInput name="off" label={say('swapOff')} value={typed.off} error={errorOf('off')} />
          <DateInput name="worked" label={say('swapWorked')} hint={say('swapWorkedHint')} value={typed.worked} error={errorOf('worked')} />
          <TextInput name="name" label={say('swapName')} value={typed.name} autocomplete="off" maxLength={200} error={errorOf('name')} />
          <TextInput
            name="source"
            label={say('swapSource')}
            value={typed.source}
            autocomplete="off"
            maxLength={300}
            error={errorOf('source')}
          />
          <Buttons>
            <Button>{say('showImpact')}</Button>
          </Buttons>
        </AskForm>
      </Card>
    </Shell>
  )
}

type PreviewProps = { frame: OfficeFrame; typed: Typed; days: readonly AnnouncedDay[]; impact: Impact }

/** How many open cases get another hour; then the announcement is made or left. */
export function PreviewPage({ frame, typed, days, impact }: PreviewProps): VNode {
  const say = words(frame.lang)
  return (
    <Shell frame={frame} title={say('preview')} lead={say('addDaysLead')}>
      <Card title={say('toAdd')}>
        <SummaryList
          rows={[
            ...days.map((day) => ({ key: say(`kind.${day.kind}`), value: <span class="lt-num">{weekdayDate(day.on, frame.lang)}</span> })),
            { key: say('name'), value: typed.name },
            { key: say('source'), value: typed.source },
          ]}
        />
      </Card>
      <Notice kind={impact.changed > 0 ? 'heed' : 'info'}>
        <p>
          <b>
            {say('impact', { changed: numberText(impact.changed), looked: numberText(impact.looked) })}
            {impact.cut && ` ${say('impactCut')}`}
          </b>
        </p>
        <p>{say('impactMeans')}</p>
        {impact.unknown > 0 && <p>{say('impactUnknown', { count: impact.unknown })}</p>}
      </Notice>
      <Form action={path} formKey={newRandomKey()}>
        {hiddenOf(typed).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <Buttons>
          <Button>{say('announce')}</Button>
          <LinkButton kind="secondary" href={path}>
            {say('leave')}
          </LinkButton>
        </Buttons>
      </Form>
    </Shell>
  )
}

const parts: readonly DatePart[] = ['day', 'month', 'year']

function hiddenOf(typed: Typed): [name: string, value: string][] {
  const dates = (['off', 'worked'] as const).flatMap((name) =>
    parts.map((part): [string, string] => [datePartName(name, part), typed[name][part]]),
  )
  return [['kind', typed.kind], ['name', typed.name], ['source', typed.source], ...dates]
}
