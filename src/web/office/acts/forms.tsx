import type { ComponentChildren } from 'preact'
import { DateInput, type DateParts, Radios, Select, Textarea, TextInput } from '../../components/index.ts'
import type { AtDesk } from '../desk/gather.ts'
import { hourText } from '../work/time.ts'
import { Absence, Appearance, Offer } from './appointment-forms.tsx'
import { Consult } from './consult-form.tsx'
import { Defects } from './defects.tsx'
import { leavesOpen, Propose, Receive } from './left-open.tsx'
import { communesOf, type Suggested } from './suggest.ts'
import type { Verb } from './verbs.ts'
import { words } from './words.ts'

/** What was typed so far, or is suggested; and what is wrong with it. */
export type Filling = {
  text: (name: string) => string
  all: (name: string) => readonly string[]
  date: (name: string) => DateParts
  error: (name: string) => string | undefined
}

export type FormsProps = { desk: AtDesk; filling: Filling; suggested: Suggested }

/** The questions of an act. Acts that ask nothing have none. */
export function FieldsOf({ verb, ...props }: FormsProps & { verb: Verb }): ComponentChildren {
  switch (verb) {
    case 'receive':
      return leavesOpen(verb, props.desk.found) ? <Receive {...props} /> : null
    case 'propose':
      return leavesOpen(verb, props.desk.found) ? <Propose {...props} /> : null
    case 'askForMore':
      return <AskForMore {...props} />
    case 'refuse':
      return <Refuse {...props} />
    case 'transfer':
      return <Transfer {...props} />
    case 'consult':
      return <Consult {...props} />
    case 'sendBack':
    case 'stop':
      return <Reason {...props} hint={verb === 'stop' ? 'stopHint' : 'sendBackHint'} />
    case 'apologise':
      return <Apologise {...props} />
    case 'offerTimes':
      return <Offer {...props} />
    case 'recordAppearance':
      return <Appearance {...props} />
    case 'recordAbsence':
      return <Absence {...props} />
    case 'deliver':
      return <Deliver {...props} />
    default:
      return null
  }
}

function Reason({ desk: { lang }, filling, hint }: FormsProps & { hint: 'stopHint' | 'sendBackHint' | 'apologyHint' }) {
  const say = words(lang)
  return (
    <Textarea
      name="reason"
      label={say('reason')}
      hint={say(hint)}
      value={filling.text('reason')}
      error={filling.error('reason')}
      maxLength={2000}
    />
  )
}

function AskForMore({ desk, filling }: FormsProps) {
  const { found, lang } = desk
  const say = words(lang)
  const { withoutLeader, basis } = found.procedure.supplement
  return (
    <>
      <Defects desk={desk} filling={filling} />
      {found.supplements >= withoutLeader && (
        <Textarea
          name="leaderReason"
          label={say('leaderReason')}
          hint={say('leaderReasonHint', { count: found.supplements, basis })}
          value={filling.text('leaderReason')}
          error={filling.error('leaderReason')}
          rows={3}
          maxLength={2000}
        />
      )}
    </>
  )
}

function Refuse({ desk: { found, lang }, filling }: FormsProps) {
  const say = words(lang)
  const grounds = found.procedure.defects.filter((one) => one.outcome === 'refuse')
  return (
    <>
      <Radios
        name="ground"
        label={say('ground')}
        hint={say('groundHint')}
        value={filling.text('ground')}
        options={[
          ...grounds.map(({ code, text, basis }) => ({ value: code, label: text[lang], hint: basis })),
          { value: 'other', label: say('noGround') },
        ]}
      />
      <Textarea
        name="reason"
        label={say('reason')}
        hint={say('refusalReasonHint')}
        value={filling.text('reason')}
        error={filling.error('reason')}
        maxLength={2000}
      />
      <TextInput
        name="basis"
        label={say('basis')}
        hint={say('basisHint')}
        value={filling.text('basis')}
        error={filling.error('basis')}
        autocomplete="off"
        maxLength={300}
      />
      <Textarea name="elsewhere" label={say('elsewhere')} value={filling.text('elsewhere')} rows={2} maxLength={1000} optional />
    </>
  )
}

function Transfer({ desk, filling, suggested }: FormsProps) {
  const say = words(desk.lang)
  return (
    <>
      <Select
        name="toUnit"
        label={say('toUnit')}
        hint={say('transferHint')}
        options={communesOf(desk)}
        value={filling.text('toUnit') || suggested.competent}
        error={filling.error('toUnit')}
      />
      <Textarea
        name="reason"
        label={say('reason')}
        value={filling.text('reason')}
        error={filling.error('reason')}
        rows={3}
        maxLength={2000}
      />
    </>
  )
}

function Apologise(props: FormsProps) {
  const { desk, filling } = props
  const { found, lang, now } = desk
  const say = words(lang)
  return (
    <>
      <Reason {...props} hint="apologyHint" />
      <DateInput
        name="newDue"
        label={say('newDue')}
        hint={found.dueAt === null ? say('newDueUnsetHint') : say('newDueHint', { due: hourText(found.dueAt, now, lang) })}
        value={filling.date('newDue')}
        error={filling.error('newDue')}
      />
    </>
  )
}

function Deliver({ desk: { lang }, filling, suggested }: FormsProps) {
  const say = words(lang)
  const ways = ['counter', 'online', 'post'] as const
  return (
    <Radios
      name="way"
      label={say('way')}
      value={filling.text('way') || suggested.way}
      error={filling.error('way')}
      options={ways.map((value) => ({ value, label: say(`way.${value}`) }))}
    />
  )
}
