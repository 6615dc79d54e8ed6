import { calledCivil } from './called-civil.ts'
import { calledOthers } from './called-others.ts'

/**
 * How a procedure is called by people, and how often people need it: 3 daily, 2 often, 1 sometimes. Names are parted by semicolons. An
 * estimate of ours as of 22/11/2026, not a count; it only decides between procedures that fit about equally well.
 */
export type Called = readonly [code: string, need: 1 | 2 | 3, names: string]

export const called: readonly Called[] = [...calledCivil, ...calledOthers]
