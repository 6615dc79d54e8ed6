import type { Actor } from '#platform/db'

const yes = true
const no = false

/** Who may do what with an account. Contacts and passkeys are not listed: these acts know no other account than the actor's own. */
export const may = {
  //                  owner        administrator        colleague
  listSessions:     { owner: yes,  administrator: yes,  colleague: no },
  endSession:       { owner: yes,  administrator: yes,  colleague: no },
  // Nobody gives himself a new password: he who forgot his own asks another administrator.
  recover:          { owner: no,   administrator: yes,  colleague: no },
  disable:          { owner: no,   administrator: yes,  colleague: no },
} as const

export type AccountAct = keyof typeof may

/** How the actor stands to an account. */
export function relationTo(account: string, actor: Actor): 'owner' | 'administrator' | 'colleague' {
  if (actor.id === account) return 'owner'
  return actor.kind === 'staff' && actor.roles?.includes('administrator') === true ? 'administrator' : 'colleague'
}

/** Accounts and posts of officials: administrators, and whoever runs the program's own commands on the server. */
export function mayManageStaff({ kind, roles }: Actor): boolean {
  return kind === 'job' || (kind === 'staff' && roles?.includes('administrator') === true)
}

/** Looks persons up by the number on a card, one at a time, for a case that is being taken in. */
export function mayKnowByCard({ kind, roles }: Actor): boolean {
  return kind === 'staff' && roles?.some((role) => atCounters.includes(role)) === true
}

/** Posts at a counter: they see the card of whoever stands before them. */
const atCounters: readonly string[] = ['receptionist', 'residenceOfficer', 'businessRegistrar']
