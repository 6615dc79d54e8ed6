import type { Procedure } from '#modules/procedures'
import { householdBusiness } from './business/household-business.ts'
import { certifiedCopies } from './certification/certified-copy.ts'
import { birthCertificateData, birthRegistration } from './civil-status/birth-registration.ts'
import { deathRegistration } from './civil-status/death-registration.ts'
import { extractCopies } from './civil-status/extract-copies.ts'
import { maritalStatusCertificate } from './civil-status/marital-status-certificate.ts'
import { marriageRegistration } from './civil-status/marriage-registration.ts'
import { childResidence } from './life-events/child-residence.ts'
import { childHealthCard } from './life-events/health-card.ts'
import { newborn } from './life-events/newborn.ts'
import { temporaryResidence } from './residence/temporary-residence.ts'

export { birthCertificateData, birthRegistration, certifiedCopies, deathRegistration, maritalStatusCertificate, marriageRegistration }

/** Every procedure file of the house. `main` proposes them at start; the published row is the truth from then on. */
export const catalogue: readonly Procedure[] = [
  birthRegistration,
  deathRegistration,
  extractCopies,
  marriageRegistration,
  maritalStatusCertificate,
  certifiedCopies,
  temporaryResidence,
  householdBusiness,
  newborn,
  childResidence,
  childHealthCard,
]
