const yes = true
const no = false

/** Who may do what with the posts of a unit. A leader is whoever holds or covers the chair of the unit today. */
export const may = {
  //                   leader      colleague   stranger
  appointSubstitute: { leader: yes, colleague: no,  stranger: no },
  endSubstitution:   { leader: yes, colleague: no,  stranger: no },
} as const
