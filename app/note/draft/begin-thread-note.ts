import type { StaffTx } from '../../../db/connect'
import { datesIn } from '../../i18n/dates'
import { readStaffThread, type StaffThread } from '../../message/staff-thread'
import { titleOfKind } from '../title-of-kind'
import { createNote, type NewNote } from './create-note'

type NoteOfThread = Pick<NewNote, 'noteId' | 'versionId' | 'authorId' | 'now'> & {
  threadId: string
}

/**
 * Begins a note of what was asked and answered, as the caller's draft: edited, signed and released as every note. What
 * can still be taken back is left out.
 * @returns the note's id; null for a thread without an answer, or not open to the staff member
 */
export async function beginThreadNote(tx: StaffTx, note: NoteOfThread): Promise<string | null> {
  const { threadId, ...fresh } = note
  const thread = await readStaffThread(tx, threadId)
  const said = thread?.messages.filter(({ isHeld }) => !isHeld) ?? []
  const answer = said.findLast(({ from }) => from !== null)
  if (!thread || !answer) return null
  const made = await createNote(tx, {
    ...fresh,
    caseId: thread.caseId,
    kind: 'information',
    eventAt: answer.sentAt,
    title: titleOfKind('information', answer.sentAt),
    begun: {
      text: noteTextOf(thread.personName, said, note.now),
      participants: [thread.personName, ...new Set(said.flatMap(({ from }) => from ?? []))].join(', '),
      childPresent: null,
      bbicAreas: [],
    },
  })
  return made ? note.noteId : null
}

// In Swedish, as every record is: who wrote what, and when.
function noteTextOf(personName: string, said: StaffThread['messages'], now: Date): string {
  const dates = datesIn('sv', now)
  return said
    .map(({ from, sentAt, text }) => `${from ?? personName} skrev ${dates.exact(sentAt)}: ”${text}”`)
    .join('\n\n')
}
