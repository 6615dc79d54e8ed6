import { openAppointment } from '#modules/dossiers'
import { appearanceIn, valueText } from '#modules/procedures'
import { localDate, localTime } from '#platform/clock'
import { appointmentText, weekdayDate } from '#platform/text'
import { Checkboxes, DateInput, type Option, Radios, Textarea, TextInput } from '../../components/index.ts'
import type { AtDesk } from '../desk/gather.ts'
import type { FormsProps } from './forms.tsx'
import { words } from './words.ts'

/** The times that are ticked at first: two a day, the nearest days. */
function suggested(free: readonly string[], most: number): string[] {
  return free.filter((_, at) => at % 2 === 0).slice(0, most)
}

/** Times to come that the office offers, or one on which it has agreed already. */
export function Offer({ desk, filling }: FormsProps) {
  const { found, lang, free } = desk
  const say = words(lang)
  const appointment = appearanceIn(found.procedure)?.appointment
  if (appointment === undefined) return null
  const { offers, minutes } = appointment
  const ticked = filling.all('time')
  const isNew = filling.text('agreed') === ''
  return (
    <>
      {free.length === 0 ? (
        <p class="govuk-body">{say('noFreeTimes', { days: offers.workingDays })}</p>
      ) : (
        <Checkboxes
          name="time"
          label={say('times')}
          hint={say('timesHint', { minutes, most: offers.most })}
          values={isNew ? suggested(free, offers.most) : ticked}
          error={filling.error('time')}
          options={free.slice(0, offers.most * 2).map((time) => ({ value: time, label: timeText(time, lang) }))}
        />
      )}
      <DateInput name="own" label={say('ownDay')} value={filling.date('own')} error={filling.error('own')} optional />
      <TextInput
        name="ownHour"
        label={say('ownHour')}
        hint={say('ownHourHint')}
        value={filling.text('ownHour')}
        error={filling.error('ownHour')}
        autocomplete="off"
        maxLength={5}
        optional
      />
      <Radios
        name="agreed"
        label={say('howAgreed')}
        value={filling.text('agreed') || 'choose'}
        options={(['choose', 'agreed'] as const).map((value) => ({
          value,
          label: say(`agreed.${value}`),
          hint: say(`agreed.${value}.hint`),
        }))}
      />
    </>
  )
}

/** "08:00 thứ Hai 23/11". */
export function timeText(at: string, lang: AtDesk['lang']): string {
  return `${localTime(at)} ${weekdayDate(localDate(at), lang)}`
}

/** Those who must come, by the names that were declared. */
function attendants({ found, naming }: AtDesk): Option[] {
  const names = appearanceIn(found.procedure)?.appointment.attends ?? []
  return names.flatMap((name) => {
    const field = found.procedure.fields[name]
    return field === undefined ? [] : [{ value: name, label: valueText(field, found.filed.answers[name], naming) }]
  })
}

function When({ desk: { rounds, lang } }: { desk: AtDesk }) {
  const say = words(lang)
  const open = openAppointment(rounds)
  return (
    <p class="govuk-body">
      {open === undefined ? say('noAppointment') : say('appointmentAt', { at: appointmentText(open.chosen.startsAt, lang) })}
    </p>
  )
}

/** Everybody is here: who, and what each did before the official. */
export function Appearance({ desk, filling }: FormsProps) {
  const { found, lang } = desk
  const say = words(lang)
  const confirms = appearanceIn(found.procedure)?.appointment.confirms ?? []
  return (
    <>
      <When desk={desk} />
      <Checkboxes
        name="appeared"
        label={say('whoCame')}
        values={filling.all('appeared')}
        error={filling.error('appeared')}
        options={attendants(desk)}
      />
      <Checkboxes
        name="confirmed"
        label={say('confirms')}
        values={filling.all('confirmed')}
        error={filling.error('confirmed')}
        options={confirms.map(({ id, says }) => ({ value: id, label: says[lang] }))}
      />
    </>
  )
}

/** Somebody did not come. */
export function Absence({ desk, filling }: FormsProps) {
  const say = words(desk.lang)
  return (
    <>
      <When desk={desk} />
      <Checkboxes
        name="absent"
        label={say('whoIsAbsent')}
        hint={say('absenceHint')}
        values={filling.all('absent')}
        error={filling.error('absent')}
        options={attendants(desk)}
      />
      <Textarea name="note" label={say('absenceNote')} value={filling.text('note')} rows={2} maxLength={1000} optional />
    </>
  )
}
