import { CompiledQuery } from 'kysely'
import type { AsJson } from '../../db/as-json'
import type { Audience, PersonSchema } from '../../db/roles'
import type { CaseShown } from './case-shown'
import type { News } from './news'

/** How many of each kind the to-do list names; the rest are behind a link. */
export const listed = 4

type Titled = { id: string; title: string; childTitle: string | null }
type Thread = Pick<PersonSchema['person_question_thread'], 'kind' | 'subject'> & { id: string }

/** An open case with all that the home page shows of it; moments and days are text. */
export type HomeCase = CaseShown & {
  id: string
  audience: Audience
  isOwn: boolean
  childName: string
  closedOn: string | null
  readableUntil: string | null
  noteNews: News
  documentNews: News
  answerNews: News
  lineNews: News
  newNotes: (Titled & { kind: PersonSchema['person_note']['kind']; eventAt: string })[]
  newDocuments: (Titled & {
    type: PersonSchema['person_document']['type']
    datedOn: string
    receiptAsked: boolean
  })[]
  toSign: (Titled & {
    documentId: string
    act: PersonSchema['person_signature_request']['act']
    answerOn: string | null
    isNew: boolean
    datedOn: string
  })[]
  newAnswers: (Thread & { answeredAt: string | null })[]
  waiting: (Thread & { answerBy: string | null; isLate: boolean })[]
}

type HomePage = {
  /** The newest first. */
  cases: HomeCase[]
  /** What the reader may answer today, the one that closes first first. */
  invitations: AsJson<PersonSchema['person_survey_invitation']>[]
  /** Whether a survey that they were asked in has told its results. */
  hasResults: boolean
  /** Where they wanted to be told of news, and nothing arrives any more. */
  stopped: AsJson<PersonSchema['person_notice_channel']>[]
}

/** Asks for everything the home page shows (db/policy/person/home-page.sql). */
export function homeQuestion({ canSign }: { canSign: boolean }): CompiledQuery<{ page: HomePage }> {
  return CompiledQuery.raw('select person_home_page($1, $2) as page', [listed, canSign])
}
