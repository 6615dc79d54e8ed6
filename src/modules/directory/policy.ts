const yes = true
const no = false

/**
 * Who may do what with the posts of a unit. A leader is whoever holds or covers the chair of the unit today. An administrator gives
 * posts anyway; he writes down what a leader decided who cannot do it himself.
 */
export const may = {
  //                   leader       administrator        colleague      stranger
  appointSubstitute: { leader: yes, administrator: yes,  colleague: no,  stranger: no },
  endSubstitution:   { leader: yes, administrator: yes,  colleague: no,  stranger: no },
} as const
