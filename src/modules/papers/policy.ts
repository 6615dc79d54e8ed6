import { type Ctx, Refusal } from '#platform/act'

const yes = true
const no = false

/** Who may do what with papers. Whose papers they are is decided by row-level security: another's are not found. */
export const may = {
  //          citizen       staff       public      job        gate
  bring:    { citizen: yes, staff: yes, public: no, job: no,   gate: no },
  read:     { citizen: yes, staff: yes, public: no, job: yes,  gate: no },
  keep:     { citizen: no,  staff: yes, public: no, job: yes,  gate: no },
  sweep:    { citizen: no,  staff: no,  public: no, job: yes,  gate: no },
} as const

/** @throws Refusal 403 */
export function assertMay(ctx: Pick<Ctx, 'actor'>, what: keyof typeof may): void {
  if (!may[what][ctx.actor.kind]) throw new Refusal(403, 'not-yours')
}
