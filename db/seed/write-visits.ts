import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import type { StoryRemark, Visit } from './story.ts'
import { storyId } from './story-id.ts'
import type { CaseIds } from './write-case.ts'
import { isStaff } from './write-talk.ts'

/** Writes the log as the visits would have left it: the sign-in, then one reading every second minute. */
export async function writeVisits(tx: Kysely<DB>, visits: Visit[], ids: CaseIds): Promise<void> {
  await insertAll(
    tx,
    'audit_event',
    visits.flatMap((visit) => eventsOf(visit, ids)),
  )
}

function eventsOf(visit: Visit, { municipality_id, case_id }: CaseIds) {
  const { who, at, device, notes = [], documents = [], threads = [], plan } = visit
  const actor = isStaff(who)
    ? { actor_kind: 'staff', actor_id: storyId('staff', who) }
    : { actor_kind: 'person', actor_id: storyId('person', who) }
  const deeds = [
    ...(isStaff(who) ? [{ action: 'readCase' }] : []),
    ...notes.map((key) => ({ action: 'readNote', note_id: storyId('note', key) })),
    ...documents.map((key) => ({ action: 'readDocument', document_id: storyId('document', key) })),
    ...threads.map((key) => ({ action: 'readThread', thread_id: storyId('question_thread', key) })),
    ...(plan ? [{ action: 'readPlan' }] : []),
  ]
  return [
    { municipality_id, id: eventId(visit, 0), ...actor, action: 'signedIn', at, device },
    ...deeds.map((deed, index) => ({
      municipality_id,
      id: eventId(visit, index + 1),
      ...actor,
      ...deed,
      case_id,
      at: minutesAfter(at, 1 + 2 * index),
    })),
  ]
}

/** Writes in the log that the remarks were made and answered. */
export async function writeRemarkEvents(tx: Kysely<DB>, remarks: StoryRemark[], ids: CaseIds): Promise<void> {
  const rows = remarks.flatMap(({ key, document, person, at, answer }) => {
    const about = { ...ids, document_id: storyId('document', document), remark_id: storyId('remark', key) }
    const writer = { actor_kind: 'person', actor_id: storyId('person', person) }
    const answerer = { actor_kind: 'staff', actor_id: storyId('staff', answer.by) }
    return [
      { ...about, id: storyId('audit_event', `${key} written`), ...writer, action: 'wroteRemark', at },
      {
        ...about,
        id: storyId('audit_event', `${key} answered`),
        ...answerer,
        action: 'answeredRemark',
        at: answer.at,
      },
    ]
  })
  await insertAll(tx, 'audit_event', rows)
}

const eventId = ({ who, at }: Visit, index: number) => storyId('audit_event', `${who} ${at} ${index}`)

// Swedish wall time in and out; no visit spans a change of the clocks.
function minutesAfter(at: string, minutes: number): string {
  const moment = new Date(`${at.replace(' ', 'T')}:00Z`).getTime() + minutes * 60_000
  return new Date(moment).toISOString().slice(0, 16).replace('T', ' ')
}
