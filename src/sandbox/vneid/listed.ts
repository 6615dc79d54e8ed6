import { accounts, levelOf } from './accounts.ts'
import { samplePasscode } from './pages.ts'

/** Somebody who can sign in with the played VNeID; `acts` names the organisation for which he may act besides. */
export type SampleCitizen = { name: string; number: string; lives: string; passcode: string; level: number; acts?: string }

/** Everybody with an account of the played VNeID, as the start page of a sample lists them. */
export function sampleCitizens(): SampleCitizen[] {
  const own = accounts.filter((one) => one.acts === undefined)
  return own.map((one) => {
    const { name, number, residence } = one.person
    const acts = accounts.find((other) => other.person === one.person && other.acts !== undefined)?.acts
    const listed = { name, number, lives: residence.commune.name, passcode: samplePasscode, level: Number(levelOf(one).slice(-1)) }
    return acts === undefined ? listed : { ...listed, acts: acts.for.name }
  })
}
