import { parseIdNumber, type IdNumberProblem } from './id-number.ts'
import type { Identity } from './sign-in.ts'

export const OUTCOMES = ['none', 'cancel', 'lowLevel', 'expired', 'otherPerson'] as const

type Outcome = (typeof OUTCOMES)[number]

type Choice = Identity & { part: string }

export type People = { choices: Choice[]; mayTypeNumber: boolean }

export type IdentifyForm = {
  person: string
  number: string
  outcome: Outcome
}

/** `key` is under `problem` in broker.json. */
export type Problem =
  { field: 'person'; key: 'nobody' | 'nobodyListed' } | { field: 'number'; key: IdNumberProblem }

export type Answer =
  | { kind: 'aborted'; reason: 'cancelled' | 'timed out' }
  | { kind: 'identified'; identity: Identity; lowLevel: boolean }
  | { kind: 'invalid'; problem: Problem }

export function readForm(fields: URLSearchParams): IdentifyForm {
  return {
    person: fields.get('person') ?? '',
    number: fields.get('number') ?? '',
    outcome: readOutcome(fields),
  }
}

function readOutcome(fields: URLSearchParams): Outcome {
  if (fields.get('action') === 'cancel') return 'cancel'
  return OUTCOMES.find((outcome) => outcome === fields.get('outcome')) ?? 'none'
}

export function decideAnswer(form: IdentifyForm, people: People, today: string): Answer {
  if (form.outcome === 'cancel') return { kind: 'aborted', reason: 'cancelled' }
  if (form.outcome === 'expired') return { kind: 'aborted', reason: 'timed out' }

  const found = findIdentity(form, people, today)
  if ('field' in found) return { kind: 'invalid', problem: found }

  const identity = form.outcome === 'otherPerson' ? somebodyElse(found, people.choices) : found
  return { kind: 'identified', identity, lowLevel: form.outcome === 'lowLevel' }
}

/** A typed number wins over the list. `today` is an ISO date. */
export function findIdentity(form: IdentifyForm, people: People, today: string): Identity | Problem {
  const typed = form.number.trim()
  if (people.mayTypeNumber && typed !== '') return typedIdentity(typed, people.choices, today)

  const choice = people.choices.find(({ idNumber }) => idNumber.digits === form.person)
  return choice ?? { field: 'person', key: people.mayTypeNumber ? 'nobody' : 'nobodyListed' }
}

function typedIdentity(typed: string, choices: Choice[], today: string): Identity | Problem {
  const idNumber = parseIdNumber(typed, today)
  if ('problem' in idNumber) return { field: 'number', key: idNumber.problem }

  const known = choices.find((choice) => choice.idNumber.digits === idNumber.digits)
  return known ?? { idNumber, givenName: 'Test', familyName: 'Testsson' }
}

export function somebodyElse(chosen: Identity, choices: Choice[]): Identity {
  return choices.find(({ idNumber }) => idNumber.digits !== chosen.idNumber.digits) ?? chosen
}
