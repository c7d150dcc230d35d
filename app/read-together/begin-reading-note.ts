import type { StaffTx } from '../../db/connect'
import { datesIn, type Dates } from '../i18n/dates'
import { createNote, type NewNote } from '../note/draft/create-note'
import { titleOfKind } from '../note/title-of-kind'
import { findReadingRecord, type ReadingRecord } from './records'

type NoteOfReading = Pick<NewNote, 'noteId' | 'versionId' | 'authorId' | 'now'> & {
  readingId: string
}

/**
 * Begins a note of what was read together and what was marked, as the caller's draft: edited, signed and released as
 * every note.
 * @returns the note's id; null for a reading that is unknown, not begun, or not open to the staff member
 */
export async function beginReadingNote(
  tx: StaffTx,
  { readingId, ...fresh }: NoteOfReading,
): Promise<string | null> {
  const reading = await findReadingRecord(tx, readingId)
  if (!reading) return null
  const { caseId, begunAt, companyName, childFullName, staffFullName } = reading
  const kind = companyName === null ? 'privateTalk' : 'meeting'
  const made = await createNote(tx, {
    ...fresh,
    caseId,
    kind,
    eventAt: begunAt,
    title: titleOfKind(kind, begunAt),
    begun: {
      text: noteTextOf(reading, datesIn('sv', fresh.now)),
      participants: [childFullName, staffFullName, companyName].filter(Boolean).join(', '),
      childPresent: true,
      bbicAreas: [],
    },
  })
  return made ? fresh.noteId : null
}

// In Swedish, as every record is: what was read, what was explained, and what the child pressed.
function noteTextOf({ items, childName, begunAt, companyName }: ReadingRecord, dates: Dates): string {
  const read = items.filter(({ readAt }) => readAt !== null)
  const unread = items.filter(({ readAt }) => readAt === null)
  const begun = `${childName} läste tillsammans med oss ${dates.exact(begunAt)}.`
  return [
    companyName ? `${begun} Med i rummet: ${companyName}.` : begun,
    ...read.map((item) => [`Läst: ${nameOf(item)}.`, ...saidOf(item, childName, dates)].join(' ')),
    unread.length > 0 ? `Inte läst: ${unread.map(nameOf).join(', ')}.` : null,
  ]
    .filter(Boolean)
    .join('\n\n')
}

type Item = ReadingRecord['items'][number]

const things = {
  note: 'en anteckning',
  document: 'ett dokument',
  plan: 'planen',
  dates: 'det som är planerat',
}
const pressed = {
  understood: 'Jag förstår',
  wondering: 'Jag undrar något',
  enough: 'Jag vill inte läsa mer nu',
}

const nameOf = ({ title, kind }: Item) => (title ? `”${title}”` : things[kind])

function saidOf({ explainedAt, mark, settledAt }: Item, childName: string, dates: Dates): string[] {
  return [
    explainedAt ? 'Vi pratade om det.' : null,
    mark ? `${childName} tryckte: ”${pressed[mark]}”.` : null,
    settledAt ? `Vi pratade om det som ${childName} undrade ${dates.short(settledAt)}.` : null,
  ].filter((said) => said !== null)
}
