/** Situations that several questions of a birth depend on. */
export const motherKnown = { parents: ['married', 'motherOnly'] } as const
export const fatherKnown = { parents: 'married' } as const
export const motherAlive = { all: [motherKnown, { not: { motherDead: true } }] } as const
export const fatherAlive = { all: [fatherKnown, { not: { fatherDead: true } }] } as const
export const isMother = { relation: 'mother' } as const
export const isFather = { relation: 'father' } as const
export const noParentKnown = { parents: ['unknown', 'abandoned'] } as const

// The population database answers about a person only when number, name and date of birth agree: a number alone must open nothing.
export const motherNamed = ['motherId', 'motherName', 'motherBornOn'] as const
export const fatherNamed = ['fatherId', 'fatherName', 'fatherBornOn'] as const
