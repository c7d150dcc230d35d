import { CompiledQuery } from 'kysely'
import type { PersonTx } from '../../db/connect'
import type { Audience, PersonSchema } from '../../db/roles'
import type { CaseShown } from './case-shown'
import { newestShown } from './newest-shown'

// One more than is shown tells that there are older ones.
const newest = newestShown + 1

/** What person_case_page tells of a case (db/policy/person/case-page.sql). */
export type CasePage = CaseShown & {
  id: string
  caseNumber: string
  audience: Audience
  isOwn: boolean
  childName: string
  closedOn: string | null
  readableUntil: string | null
  notes: (Titled & { kind: PersonSchema['person_note']['kind']; eventAt: string })[]
  documents: (Titled & { type: PersonSchema['person_document']['type']; datedOn: string })[]
  hasPlan: boolean
  newAnswers: number
}

type Titled = { id: string; title: string; childTitle: string | null; isNew: boolean }

/** Asks for everything the case page shows. The page is null for a case that is unknown or not the reader's. */
export function caseQuestion(caseId: string): CompiledQuery<{ page: CasePage | null }> {
  return CompiledQuery.raw('select person_case_page($1, $2) as page', [caseId, newest])
}

/** The same in a transaction that is open. Undefined for a case that is unknown or not the reader's. */
export async function findCase(tx: PersonTx, caseId: string): Promise<CasePage | undefined> {
  const { rows } = await tx.executeQuery(caseQuestion(caseId))
  return rows[0]?.page ?? undefined
}

/** Where in the case something is unread. */
export function newsOf({
  notes,
  documents,
  newAnswers,
}: Pick<CasePage, 'notes' | 'documents' | 'newAnswers'>) {
  const isNew = (items: readonly { isNew: boolean }[]) => items.some((item) => item.isNew)
  return [
    ...(isNew(notes) ? (['notes'] as const) : []),
    ...(isNew(documents) ? (['documents'] as const) : []),
    ...(newAnswers > 0 ? (['questions'] as const) : []),
  ]
}
