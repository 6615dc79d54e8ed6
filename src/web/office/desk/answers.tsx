import { casesOf, checkYourAnswers, type Row, valueText } from '#modules/procedures'
import { localDate, localTime } from '#platform/clock'
import { newRandomKey } from '#platform/id'
import { dateText } from '#platform/text'
import { type Answer, type AnswerGroup, Answers, Button, Form, Mismatch, Notice, Panel, Source } from '../../components/index.ts'
import { shortSource } from '../sources.ts'
import type { AtDesk } from './gather.ts'
import { words } from './words.ts'

/** What was declared, each answer with where it comes from; where two sources differ, both stand in its place. */
export function Declared({ desk }: { desk: AtDesk }) {
  const { found, lang } = desk
  const special = casesOf(found.procedure, found.filed.answers, found.submittedAt)
  return (
    <Panel title={words(lang)('answers')} flush>
      {special.length > 0 && (
        <div class="lt-panel__body">
          {special.map((one) => (
            <Notice key={one.id} kind="info">
              <p>
                <b>{one.name[lang]}.</b> {one.tells?.[lang]} <span class="lt-muted">({one.basis})</span>
              </p>
            </Notice>
          ))}
        </div>
      )}
      <Answers groups={groupsOf(desk)} />
    </Panel>
  )
}

function groupsOf(desk: AtDesk): AnswerGroup[] {
  const { found, naming } = desk
  const sections = checkYourAnswers(found.procedure, found.filed.answers, {
    now: found.submittedAt,
    known: found.filed.provenance,
    naming,
  })
  // Papers stand beside the answers, under their own names.
  const isSaid = (row: Row) => found.procedure.fields[row.field]?.kind !== 'upload'
  return sections.flatMap(({ title, rows }) => {
    const said = rows.filter(isSaid)
    return said.length === 0 ? [] : [{ title, answers: said.map((row) => answerOf(desk, row)) }]
  })
}

function answerOf(desk: AtDesk, row: Row): Answer {
  const mismatch = desk.mismatches.find((one) => one.field === row.field)
  if (mismatch !== undefined && mismatch.settled === undefined) return { key: row.label, odd: <Differing desk={desk} row={row} /> }
  const value = row.field === desk.found.procedure.about ? <b>{row.value}</b> : row.value
  if (mismatch !== undefined) return { key: row.label, value, source: <Settled desk={desk} row={row} /> }
  return { key: row.label, value, ...(row.source && { source: <Known desk={desk} source={row.source} /> }) }
}

/** "CSDL dân cư 08:05, khớp": with the day where it was another. */
function Known({ desk: { lang, now }, source }: { desk: AtDesk; source: NonNullable<Row['source']> }) {
  const day = localDate(source.at) === localDate(now) ? '' : ` ${dateText(localDate(source.at)).slice(0, 5)}`
  const name = shortSource(source.from, lang)
  return (
    <Source from="data" state={source.result === 'matched' ? 'match' : undefined}>
      <span class="lt-num">
        {name.charAt(0).toLocaleUpperCase('vi') + name.slice(1)} {localTime(source.at)}
        {day}
      </span>
      {source.result === 'matched' && `, ${words(lang)('found.match')}`}
    </Source>
  )
}

function Settled({ desk: { lang, mismatches }, row }: { desk: AtDesk; row: Row }) {
  const say = words(lang)
  const mismatch = mismatches.find((one) => one.field === row.field)
  const source = shortSource(mismatch?.from ?? 'wallet', lang)
  return (
    <Source from="paper" state={mismatch?.settled === 'paper' ? 'match' : 'differs'}>
      {mismatch?.settled === 'paper' ? say('settledPaper', { source }) : say('settledDeclared', { source })}
    </Source>
  )
}

function Differing({ desk, row }: { desk: AtDesk; row: Row }) {
  const { found, lang, mismatches, naming, relation } = desk
  const say = words(lang)
  const mismatch = mismatches.find((one) => one.field === row.field)
  const field = found.procedure.fields[row.field]
  if (mismatch === undefined || field === undefined) return null
  const source = shortSource(mismatch.from, lang)
  const options = [
    { value: 'paper', label: valueText(field, mismatch.found, naming), source: say('asPaper', { source }) },
    { value: 'declared', label: row.value, source: say('asDeclared') },
  ]
  const isMine = relation === 'holder' && found.procedure.steps[found.step]?.may.propose !== undefined
  const label = say('mismatch', { field: row.label, source })
  if (!isMine) {
    return (
      <>
        {row.value}
        <Source state="differs">
          {label}: {valueText(field, mismatch.found, naming)}
        </Source>
      </>
    )
  }
  return (
    <Form action={`/viec/${found.code}/lech/${row.field}`} formKey={newRandomKey()}>
      <input type="hidden" name="version" value={found.version} />
      <Mismatch name="choice" id={`lech-${row.field}`} label={label} options={options} />
      <Button kind="secondary">
        {say('settle')}
        <span class="lt-vh">: {row.label}</span>
      </Button>
    </Form>
  )
}
