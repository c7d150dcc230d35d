import routes from '../../app/routes'

/** What an address is filled with. A parameter nobody named here fails the test that meets it. */
export type Ids = {
  caseId: string
  noteId: string
  documentId: string
  threadId: string
  appointmentId: string
  attachmentId: string
  pictureId: string
}

export type StaffIds = {
  caseId: string
  noteId: string
  personId: string
  remarkId: string
  recordingId: string
  documentId: string
  requestId: string
  meetingId: string
  instrumentId: string
  invitationId: string
  followUpId: string
  threadId: string
  appointmentId: string
  attachmentId: string
  readingId: string
  number: string
}

const remarks = ['stammer-inte', 'kommentar', 'be-om-att-fa-lasa', 'nagot-annat']

/**
 * Every address of the portal that a browser's session opens, as app/routes.ts has them; patterns keep their
 * parameters. Systems ask under /api with tokens, and no cookie of a browser is looked at there.
 */
export const patterns: readonly string[] = routes
  .map(({ path }) => `/${path ?? ''}`)
  .filter((pattern) => !pattern.startsWith('/api/'))

const isOfStaff = (pattern: string) => pattern.startsWith('/handlaggare/')
/** Answering the survey is nobody's: a code opens it, whoever is signed in (survey.spec.ts). */
export const isOfSurvey = (pattern: string) => pattern === '/enkat' || pattern.startsWith('/enkat/')
/** A child's device while it is read on together with staff: a code opens it, whoever is signed in (read-together.spec.ts). */
export const isOfTogether = (pattern: string) => /^\/las-tillsammans(\/|$)/.test(pattern)
const withIds = patterns.filter((pattern) => pattern.includes('/:'))

/** The patterns of persons' pages that name a thing: a case, a note, a document, a question. */
export const patternsWithIds = withIds.filter(
  (pattern) => !isOfStaff(pattern) && !isOfSurvey(pattern) && !isOfTogether(pattern),
)

/** The patterns of staff's pages that name a thing: a case, a note, a reader, a remark, a recording. */
export const staffPatternsWithIds = withIds.filter(isOfStaff)

/** The addresses of a pattern: one, or one for each kind of remark. */
export function addressesOf(pattern: string, ids: Ids | StaffIds): string[] {
  const each =
    pattern.includes(':remark/') || pattern.endsWith(':remark')
      ? remarks.map((remark) => pattern.replace(':remark', remark))
      : [pattern]
  return each.map((address) => address.replace(/:(\w+)/g, (_all, name: string) => idNamed(name, ids)))
}

function idNamed(name: string, ids: Record<string, string>): string {
  const id = ids[name]
  if (id === undefined) throw new Error(`app/routes.ts has a parameter that this test does not know: ${name}`)
  return encodeURIComponent(id)
}
