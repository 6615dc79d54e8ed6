import type { Ctx } from '#platform/act'

const yes = true
const no = false

/** Who may do what with a draft of a revision. An author is whoever began it or wrote in it; four eyes: he does not approve his own work. */
export const may = {
  //          author        second        stranger
  read:     { author: yes,  second: yes,  stranger: no },
  write:    { author: yes,  second: yes,  stranger: no },
  submit:   { author: yes,  second: yes,  stranger: no },
  sendBack: { author: yes,  second: yes,  stranger: no },
  approve:  { author: no,   second: yes,  stranger: no },
  publish:  { author: yes,  second: yes,  stranger: no },
  drop:     { author: yes,  second: yes,  stranger: no },
} as const

export type DraftAct = keyof typeof may

export function relationTo({ actor }: Pick<Ctx, 'actor'>, authors: readonly string[]): 'author' | 'second' | 'stranger' {
  if (actor.kind !== 'staff' || actor.roles?.includes('procedureOfficer') !== true) return 'stranger'
  return authors.includes(actor.id) ? 'author' : 'second'
}
