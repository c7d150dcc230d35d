import type { RemarkKind } from '../../db/roles'

/** A form of a person's in which words are kept while they are written, and what it is about. */
export type DraftOf =
  | { kind: 'contactRequest'; caseId: string }
  | { kind: RemarkKind; caseId: string; noteId: string | null; documentId: string | null }
  | { kind: 'point' | 'otherTime'; caseId: string; appointmentId: string }
  | { kind: 'decline' | 'appeal'; caseId: string; documentId: string; requestId: string }

/** As a form names them: no other field of a form is called so. */
export const draftFields = {
  id: 'draft',
  kind: 'draft_kind',
  note: 'draft_note',
  document: 'draft_document',
  appointment: 'draft_appointment',
  request: 'draft_request',
} as const
