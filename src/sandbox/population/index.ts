import { personNumbered } from '../people.ts'
import { answered } from '../questions.ts'
import type { Routes } from '../routes.ts'
import { type Allocated, AllocationRequest, type Allocations, allocations } from './allocate.ts'
import { Death, deaths } from './deaths.ts'
import { KinshipQuestion, kinshipBetween } from './kinship.ts'
import { comparePerson, compareResidence, type Known, PersonQuestion, ResidenceQuestion } from './look-up.ts'
import { Stay, stays } from './stays.ts'

/**
 * Plays the national population database: POST /tra-cuu (a person), /cu-tru (residence), /quan-he (kinship), /tam-tru (takes a decided temporary residence), /khai-tu (takes a registered death), /cap-so (a personal number for a newborn).
 * Questions travel in the body, never in an address.
 */
export function population({ dir, now }: { dir: string | undefined; now: () => string }): Routes {
  const numbers = allocations(dir)
  const kept = stays(dir)
  const told = deaths(dir)
  return {
    'POST /tra-cuu': (call) =>
      answered(call, PersonQuestion, now, (question) => ({ json: comparePerson(question, known(question.number, numbers)) })),
    'POST /cu-tru': (call) =>
      answered(call, ResidenceQuestion, now, (question) => ({
        json: compareResidence(
          question,
          told.isDead(question.number) ? undefined : personNumbered(question.number),
          kept.of(question.number, now().slice(0, 10)),
        ),
      })),
    'POST /quan-he': (call) => answered(call, KinshipQuestion, now, (question) => ({ json: kinshipBetween(question) })),
    'POST /tam-tru': (call) => answered(call, Stay, now, (stay) => kept.accept(stay)),
    'POST /khai-tu': (call) => answered(call, Death, now, (death) => told.note(death)),
    'POST /cap-so': (call) => answered(call, AllocationRequest, now, (request) => given(numbers.allocate(request, now()))),
  }
}

function given(allocated: Allocated): { status: number; json: object } {
  if (allocated.outcome === 'other-content') return { status: 409, json: { result: 'conflict' } }
  if (allocated.outcome === 'exhausted') return { status: 503, json: { result: 'refused' } }
  const { number, at } = allocated.allocation
  return { status: allocated.outcome === 'new' ? 201 : 200, json: { result: 'allocated', number, at } }
}

function known(number: string, numbers: Allocations): Known | undefined {
  const newborn = numbers.of(number)?.request.child
  if (!newborn) return personNumbered(number)
  return { number, nationality: 'Việt Nam', ...newborn, ethnicity: newborn.ethnicity ?? '', homeTown: newborn.homeTown ?? '' }
}
