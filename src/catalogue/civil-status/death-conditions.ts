/** Situations that several questions of a death depend on. */
export const hasNumber = { deceasedPaper: 'number' } as const
export const residenceKnown = { residenceKnown: 'known' } as const
/** A giấy báo tử is given for these; the other kinds of death have a paper of their own (Decree 123/2015, Article 4). */
export const hasDeathNote = { circumstance: ['facility', 'elsewhere'] } as const
export const hasPaper = { circumstance: ['facility', 'elsewhere', 'suspicious', 'execution', 'declared'] } as const
export const inFacility = { circumstance: 'facility' } as const

// A database answers about a dead person only when number, name and date of birth agree: a number alone must open nothing.
export const deceasedNamed = ['deceasedId', 'deceasedName', 'deceasedBornOn'] as const
