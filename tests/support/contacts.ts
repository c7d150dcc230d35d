import { randomUUID } from 'node:crypto'
import type pg from 'pg'
import { fingerprintOf, sealFile } from '../../app/attachment/sealed-file.ts'
import type { DataKeys } from '../../app/person/data-keys.ts'
import { pdfSaying } from './attached.ts'

type Of = {
  municipality: string
  caseId: string
  personId: string
  staffId: string
  /** Stands in every text there is. */
  word: string
}

export type Contacts = { threadId: string; attachmentId: string; draftId: string; appointmentId: string }

/**
 * All that one person of a case has with the staff, and nobody else of the case may learn of: a question with a file and an
 * answer with one, what they are writing with a third, a request to be contacted, a meeting with a point and a wish for
 * another time, and a line that was asked for. Each with its notice.
 */
export async function addContacts(owner: pg.Client, keys: DataKeys, of: Of): Promise<Contacts> {
  const [threadId, question, answer, draftId, appointmentId] = Array.from({ length: 5 }, () => randomUUID())
  const ids = { threadId: threadId!, draftId: draftId!, appointmentId: appointmentId! }
  const { municipality, caseId, personId, staffId, word } = of
  await owner.query(
    `with thread as (insert into question_thread (municipality_id, id, case_id, person_id, subject, started_at)
                     values ($1, $5, $2, $3, $8, '2026-09-14 21:10+02') returning *),
          begun as (insert into message_draft (municipality_id, id, case_id, from_person_id, text, saved_at)
                    values ($1, $9, $2, $3, $8, '2026-09-14 21:20+02')),
          asked as (insert into question_thread (municipality_id, case_id, person_id, subject, started_at, kind, form_key)
                    values ($1, $2, $3, 'Kontakta mig', '2026-09-14 21:30+02', 'contactRequest', gen_random_uuid()) returning *),
          told as (insert into notice (municipality_id, person_id, kind, message_id, due_at)
                   select $1, $3, 'newAnswer', $7, '2026-09-15 08:21+02' from thread),
          log as (insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id)
                  select $1, '2026-09-14 21:10+02'::timestamptz, 'person', $3::uuid, 'asked', $2::uuid, id from thread
                  union all select $1, '2026-09-15 08:20+02', 'staff', $4::uuid, 'answeredThread', $2::uuid, id from thread)
     insert into message (municipality_id, id, thread_id, from_person_id, from_staff_id, text, sent_at, readable_from, answer_by)
     select $1, $6, id, $3, null::uuid, $8, '2026-09-14 21:10+02'::timestamptz, '2026-09-14 21:11+02'::timestamptz, '2026-09-17'::date from thread
     union all select $1, $7, id, null, $4::uuid, $8, '2026-09-15 08:20+02', '2026-09-15 08:21+02', null from thread
     union all select $1, gen_random_uuid(), id, $3, null, $8, '2026-09-14 21:30+02', '2026-09-14 21:31+02', '2026-09-17' from asked`,
    [municipality, caseId, personId, staffId, threadId, question, answer, word, draftId],
  )
  await owner.query(
    `with booked as (insert into appointment (municipality_id, id, case_id, kind, starts_at, ends_at, place, bring, state, change_reason,
                            earlier_start, sequence, moved_sequence, shown_from, planned_by, planned_at, changed_by, changed_at, time_set_at, form_key)
                     values ($1, $5, $2, 'officeMeeting', '2026-09-15 13:00+02', '2026-09-15 14:00+02', $6, $6, 'moved', $6,
                             '2026-09-15 10:00+02', 1, 1, '2026-09-14 08:00+02', $4, '2026-09-14 08:00+02', $4, '2026-09-14 08:20+02',
                             '2026-09-14 08:20+02', gen_random_uuid()) returning *),
          part as (insert into appointment_participant (municipality_id, appointment_id, person_id, shows_place, shows_others,
                                                        knowing)
                   select $1, id, $3, true, true, guards_of_case($1, $2, '2026-09-15') from booked returning *),
          point as (insert into appointment_point (municipality_id, id, appointment_id, person_id, text, hearers, written_at)
                    select $1, gen_random_uuid(), appointment_id, $3, $6, 'everyone', '2026-09-14 21:30+02' from part),
          wish as (insert into appointment_change_request (municipality_id, id, appointment_id, person_id, text, asked_at)
                   select $1, gen_random_uuid(), appointment_id, $3, $6, '2026-09-14 21:31+02' from part),
          asked as (insert into silence (municipality_id, case_id, person_id, since, asked_at, ended_at)
                    values ($1, $2, $3, '2026-08-01', '2026-09-14 03:00+02', '2026-09-14 08:30+02')),
          line as (insert into case_line (municipality_id, id, case_id, person_id, text, written_at, written_by)
                   values ($1, gen_random_uuid(), $2, $3, $6, '2026-09-14 08:30+02', $4) returning *)
     insert into notice (municipality_id, person_id, kind, line_id, appointment_id, appointment_start, due_at)
     select $1, $3, 'newLine', id, null::uuid, null::timestamptz, '2026-09-14 08:30+02'::timestamptz from line
     union all select $1, $3, 'movedAppointment', null, id, starts_at, '2026-09-14 08:20+02' from booked`,
    [municipality, caseId, personId, staffId, appointmentId, word],
  )
  const attachmentId = await addFile(owner, keys, of, question!)
  await addFile(owner, keys, of, answer!)
  await addFile(owner, keys, of, ids.draftId)
  return { ...ids, attachmentId }
}

async function addFile(
  owner: pg.Client,
  keys: DataKeys,
  { municipality, caseId, word }: Of,
  messageId: string,
): Promise<string> {
  const id = randomUUID()
  const bytes = pdfSaying(word)
  await owner.query(
    `insert into attachment (municipality_id, id, case_id, message_id, name, type, size, fingerprint, sealed, state, added_at)
     values ($1, $2, $3, $4, $5, 'application/pdf', $6, $7, $8, 'clean', '2026-09-14 21:09+02')`,
    [
      municipality,
      id,
      caseId,
      messageId,
      `${word}.pdf`,
      bytes.length,
      fingerprintOf({ bytes, type: 'application/pdf' }, keys),
      sealFile(bytes, id, keys),
    ],
  )
  return id
}
