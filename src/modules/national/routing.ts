import type { Ctx } from '#platform/act'
import type { LocalDate } from '#platform/clock'
import { ask, rowsOf } from '#platform/db'
import type { Language } from '#platform/i18n'
import type { Id } from '#platform/id'

export const targets = ['ours', 'other-system', 'undecided'] as const
export type Target = (typeof targets)[number]

type Asking = Pick<Ctx, 'pool' | 'actor'>
type Said = Readonly<Record<Language, string>>

/** Another system that a person is sent to: its name, its page, and what to have at hand there. */
export type OtherSystem = { readonly name: Said; readonly link: string | null; readonly bring: Said | null }

/** A rule by field, ministry and level: dated data with its reason. */
export type RoutingRule = {
  readonly id: Id
  readonly rank: number
  readonly name: Said
  readonly ministry: string | null
  readonly fields: readonly string[]
  readonly levels: readonly string[]
  readonly levelsAlone: boolean
  readonly target: 'ours' | 'other-system'
  readonly system: OtherSystem | null
  readonly basis: string
  readonly unverified: boolean
  readonly validFrom: LocalDate
  readonly validTo: LocalDate | null
}

/** What a person decided about one procedure; without target: the rules hold again. */
export type RoutingChoice = {
  readonly id: Id
  readonly code: string
  readonly target: Target | null
  readonly system: OtherSystem | null
  readonly reason: string
  readonly validFrom: LocalDate
  readonly by: Id
  readonly at: string
}

/** Where a procedure is dealt with on a day, and what says so. Neither choice nor rule: undecided, and not to be published. */
export type Routing = {
  readonly code: string
  readonly target: Target
  readonly system: OtherSystem | null
  readonly choice?: RoutingChoice
  readonly rule?: RoutingRule
}

/** The front door of the National Portal: where a procedure's own page is not known. */
export const nationalPortal = 'https://dichvucong.gov.vn'

type RuleRow = {
  id: Id
  rank: number
  name_vi: string
  name_en: string
  ministry: string | null
  fields: string[]
  levels: string[]
  levels_alone: boolean
  target: 'ours' | 'other-system'
  system_vi: string | null
  system_en: string | null
  link: string | null
  bring_vi: string | null
  bring_en: string | null
  basis: string
  unverified: boolean
  valid_from: LocalDate
  valid_to: LocalDate | null
}
type ChoiceRow = {
  id: Id
  code: string
  target: Target | null
  system: string | null
  link: string | null
  bring: string | null
  reason: string
  valid_from: LocalDate
  decided_by: Id
  decided_at: string
}

const both = (vi: string | null, en: string | null = vi): Said | null => (vi === null || en === null ? null : { vi, en })

function ruleOf(row: RuleRow): RoutingRule {
  const name = both(row.system_vi, row.system_en)
  return {
    id: row.id,
    rank: row.rank,
    name: { vi: row.name_vi, en: row.name_en },
    ministry: row.ministry,
    fields: row.fields,
    levels: row.levels,
    levelsAlone: row.levels_alone,
    target: row.target,
    system: name === null ? null : { name, link: row.link, bring: both(row.bring_vi, row.bring_en) },
    basis: row.basis,
    unverified: row.unverified,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  }
}

function choiceOf(row: ChoiceRow): RoutingChoice {
  const name = both(row.system)
  const { id, code, target, reason } = row
  const system = name === null ? null : { name, link: row.link, bring: both(row.bring) }
  return { id, code, target, system, reason, validFrom: row.valid_from, by: row.decided_by, at: row.decided_at }
}

const ruleColumns = `id, rank, name_vi, name_en, ministry, fields, levels, levels_alone, target, system_vi, system_en, link, bring_vi, bring_en,
  basis, unverified, valid_from, valid_to`

/** The rules of a day, the first that fits wins. */
export async function rulesOn(ctx: Asking, on: LocalDate): Promise<RoutingRule[]> {
  const text = `select ${ruleColumns} from routing_rule where valid_from <= $1 and (valid_to is null or valid_to >= $1) order by rank, valid_from desc, id`
  const [found] = await ask(ctx.pool, ctx.actor, [{ text, values: [on] }])
  return rowsOf<RuleRow>(found).map(ruleOf)
}

/** Everything that people ever decided about a procedure, the newest first. */
export async function choicesOf(ctx: Asking, code: string): Promise<RoutingChoice[]> {
  const text = 'select * from routing_choice where code = $1 order by valid_from desc, decided_at desc, id desc limit 100'
  const [found] = await ask(ctx.pool, ctx.actor, [{ text, values: [code] }])
  return rowsOf<ChoiceRow>(found).map(choiceOf)
}

/** Where a procedure is dealt with on a day. One that no catalogue names is undecided, unless a person decided about it. */
export async function routingOf(ctx: Asking, code: string, on: LocalDate): Promise<Routing> {
  const [choices, found, rules] = await Promise.all([
    choicesOf(ctx, code),
    ask(ctx.pool, ctx.actor, [{ text: 'select rule from national_routing($2) where code = $1', values: [code, on] }]),
    rulesOn(ctx, on),
  ])
  const choice = choices.find((one) => one.validFrom <= on)
  if (choice?.target !== undefined && choice.target !== null) return { code, target: choice.target, system: choice.system, choice }
  const decides = rowsOf<{ rule: Id | null }>(found[0])[0]?.rule
  const rule = rules.find(({ id }) => id === decides)
  return rule === undefined ? { code, target: 'undecided', system: null } : { code, target: rule.target, system: rule.system, rule }
}

/** The codes that are ours on a day: by rule or by hand, and not dropped by the national catalogue. */
export async function routedHere(ctx: Asking, on: LocalDate): Promise<string[]> {
  const text = `select code from national_routing($1) join national_row using (code) where target = 'ours' and dropped_at is null order by code`
  const [found] = await ask(ctx.pool, ctx.actor, [{ text, values: [on] }])
  return rowsOf<{ code: string }>(found).map(({ code }) => code)
}
