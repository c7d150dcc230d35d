import type { Kysely } from 'kysely'
import type { DB } from '../schema.ts'
import { insertAll } from './insert-all.ts'
import type { PersonKey, StaffKey } from './people.ts'
import { staff } from './people.ts'
import type { StoryRemark, StoryThread } from './story.ts'
import { storyId } from './story-id.ts'
import type { CaseIds } from './write-case.ts'

export const isStaff = (key: PersonKey | StaffKey): key is StaffKey => key in staff

/** Writes "Det här stämmer inte" with its answers. */
export async function writeRemarks(tx: Kysely<DB>, remarks: StoryRemark[], ids: CaseIds): Promise<void> {
  await insertAll(
    tx,
    'remark',
    remarks.map(({ key, document, person, kind, at, text, answer }) => ({
      ...ids,
      id: storyId('remark', key),
      document_id: storyId('document', document),
      person_id: storyId('person', person),
      kind,
      text,
      form_key: storyId('form', key),
      written_at: at,
      answer: answer.text,
      answered_at: answer.at,
      answered_by: storyId('staff', answer.by),
    })),
  )
}

/** Writes question threads with their messages and when each was seen. */
export async function writeThreads(tx: Kysely<DB>, threads: StoryThread[], ids: CaseIds): Promise<void> {
  const { municipality_id } = ids
  await insertAll(
    tx,
    'question_thread',
    threads.map(({ key, person, subject, messages }) => ({
      ...ids,
      id: storyId('question_thread', key),
      person_id: storyId('person', person),
      subject,
      started_at: messages[0]!.at,
    })),
  )
  const messages = threads.flatMap(({ key, messages }) =>
    messages.map((message, index) => ({
      ...message,
      id: storyId('message', `${key} ${index + 1}`),
      thread_id: storyId('question_thread', key),
    })),
  )
  await insertAll(
    tx,
    'message',
    messages.map(({ id, thread_id, from, at, text }) => ({
      municipality_id,
      id,
      thread_id,
      from_person_id: isStaff(from) ? null : storyId('person', from),
      from_staff_id: isStaff(from) ? storyId('staff', from) : null,
      text,
      sent_at: at,
      readable_from: at,
    })),
  )
  await insertAll(
    tx,
    'message_receipt',
    messages.flatMap(({ id, seenAt }) =>
      seenAt ? [{ municipality_id, message_id: id, seen_at: seenAt }] : [],
    ),
  )
}
