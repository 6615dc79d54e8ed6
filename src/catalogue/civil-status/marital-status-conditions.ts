/** Situations that several questions of a marital status certificate share. */
export const isSelf = { relation: 'self' } as const
export const forOther = { relation: 'other' } as const
export const subjectNamed = ['subjectId', 'subjectName', 'subjectBornOn'] as const

export const divorced = { subjectStatus: 'divorced' } as const
export const widowed = { subjectStatus: 'widowed' } as const
export const married = { subjectStatus: 'married' } as const
export const toMarry = { purpose: ['marriageHere', 'marriageAbroad', 'marriageAtMission'] } as const
export const withPeriods = { covers: 'periods' } as const
export const withSecond = { all: [withPeriods, { secondPeriod: true }] } as const
export const withThird = { all: [withSecond, { thirdPeriod: true }] } as const
