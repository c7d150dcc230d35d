import { apiAt } from '../addresses.ts'

/** A name is part of its problem's type (RFC 9457) and never changes. */
export const problems = {
  badRequest: { status: 400, title: 'The request cannot be read' },
  keyMissing: { status: 400, title: 'Idempotency-Key is missing or is not 8 to 100 of A–Z a–z 0–9 . _ : -' },
  tokenInvalid: { status: 401, title: 'The access token is missing or does not hold' },
  scopeMissing: { status: 403, title: 'The scope for this is missing' },
  notFound: { status: 404, title: 'There is no such thing' },
  methodNotAllowed: { status: 405, title: 'The method is not for this address' },
  alreadyReleased: {
    status: 409,
    title: 'Somebody may already read it; a new version is a document of its own',
  },
  alreadyShown: { status: 409, title: 'It is shown already and cannot be changed' },
  changedByCaseworker: { status: 409, title: 'The caseworker has changed it since' },
  discarded: { status: 409, title: 'The caseworker has thrown it away' },
  externalIdTaken: { status: 409, title: 'The external id names something else' },
  inProgress: { status: 409, title: 'The same request is being done' },
  overlappingRelation: { status: 409, title: 'The person has a relation to the case at that time already' },
  signed: { status: 409, title: 'It is signed and cannot be changed' },
  versionOutOfOrder: { status: 409, title: 'The version is not the next one' },
  tooLarge: { status: 413, title: 'The body is too large' },
  wrongMediaType: { status: 415, title: 'The body has another media type than this address takes' },
  misdirected: { status: 421, title: 'The request was sent to another host' },
  authorOutsideCase: { status: 422, title: 'The author does not work with the case' },
  beforeCase: { status: 422, title: 'The date is before the case was opened' },
  invalid: { status: 422, title: 'The body does not have the shape it should' },
  keyReused: { status: 422, title: 'The Idempotency-Key was used for another request' },
  unknownReference: { status: 422, title: 'Something that is named is not known' },
  wrongRole: { status: 422, title: 'The role is not this person’s in this case' },
  tooMany: { status: 429, title: 'Too many requests' },
  unexpected: { status: 500, title: 'Something went wrong here' },
  unavailable: { status: 503, title: 'Not able to answer just now' },
} as const satisfies Record<string, { status: number; title: string }>

export type ProblemName = keyof typeof problems

/** `pointer` is an RFC 6901 pointer. Never holds the value that was sent. */
export type ProblemError = { pointer: string; detail: string }

export type IngestProblem = { problem: ProblemName; errors: ProblemError[] }

const members = {
  author: '/author',
  case_number: '/caseNumber',
  external_id: '/externalId',
  note: '/note',
  person: '/personalIdentityNumber',
  role: '/role',
  signed_by: '/signedBy',
  started_on: '/startedOn',
  valid_from: '/validFrom',
  version: '/version',
} as const satisfies Record<string, string>

const details: Partial<Record<ProblemName, string>> = {
  unknownReference: 'is not known',
  authorOutsideCase: 'does not work with the case',
  beforeCase: 'is before the case was opened',
  overlappingRelation: 'overlaps another relation',
  externalIdTaken: 'names something else',
  versionOutOfOrder: 'is not the next version',
  wrongRole: 'is not this person’s role',
}

/** @throws Error when the database gives a name not known here */
export function refusal(outcome: string, about: readonly string[]): IngestProblem {
  if (!isNameIn(problems, outcome)) throw new Error(`an outcome that is not known: ${outcome}`)
  const errors = about.map((name) => {
    if (!isNameIn(members, name)) throw new Error(`${outcome} is about something that is not known: ${name}`)
    return { pointer: members[name], detail: details[outcome] ?? 'is not possible here' }
  })
  return problem(outcome, errors)
}

function isNameIn<Names extends object>(names: Names, name: string): name is keyof Names & string {
  return Object.hasOwn(names, name)
}

export function problem(name: ProblemName, errors: ProblemError[] = []): IngestProblem {
  return { problem: name, errors }
}

export function problemBody({ problem: name, errors }: IngestProblem, requestId: string) {
  return {
    type: `${apiAt.description}#/components/responses/${name}`,
    title: problems[name].title,
    status: problems[name].status,
    instance: requestId,
    ...(errors.length > 0 ? { errors } : {}),
  }
}
