import type pg from 'pg'
import { eliasCase } from './asked.ts'
import { contentSaying } from './content-saying.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { idOf } from './people.ts'

type HiddenChange = { what: string; change: (owner: pg.Client, municipality: string) => Promise<unknown> }

const [peter, sara, samira] = [idOf('peter'), idOf('sara'), idOf('samira')]
const [b1, b2, b4] = ['B1', 'B2', 'B4'].map((note) => storyId('note', note))

/** Things written in Elias's case, of which Peter must not be able to notice one. In the order they can happen. */
export const hiddenChanges: HiddenChange[] = [
  { what: 'a new note that is withheld', change: (...where) => addNote(where, 'withheld') },
  { what: 'a new note that may be read later', change: (...where) => addNote(where, 'later') },
  { what: 'a new note for staff alone', change: (...where) => addNote(where, null) },
  { what: 'a new version of a withheld note', change: (...where) => addVersion(where, b4!) },
  { what: 'a new version of a note he reads in part', change: (...where) => addVersion(where, b1!) },
  {
    what: 'a new document for Sara alone',
    change: (owner, municipality) =>
      owner.query(
        `with item as (insert into document (municipality_id, case_id, type, dated_on, receipt_asked)
                       values ($1, $2, 'decision', '2026-09-15', true) returning *),
              text as (insert into document_version (municipality_id, document_id, number, title, content, signed_at, signed_by)
                       select $1, id, 1, 'Beslut om skydd för Sara', $5, '2026-09-15T08:40:00+02:00', $4 from item)
         insert into disclosure (municipality_id, document_id, person_id, level, shown_from, decided_by, decided_at)
         select $1, id, $3, 'full', '2026-09-15T08:45:00+02:00', $4, '2026-09-15T08:45:00+02:00' from item`,
        [municipality, eliasCase, sara, samira, contentSaying('Sara får hjälp.')],
      ),
  },
  {
    what: 'a decision that is withheld, read by the staff',
    change: (owner, municipality) =>
      owner.query(
        `with item as (insert into document (municipality_id, case_id, type, dated_on) values ($1, $2, 'decision', '2026-09-15') returning *),
              text as (insert into document_version (municipality_id, document_id, number, title, content, signed_at, signed_by)
                       select $1, id, 1, 'Beslut om plats', $5, '2026-09-15T08:40:00+02:00', $4 from item),
              reading as (insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, document_id)
                          select $1, '2026-09-15T08:50:00+02:00', 'staff', $4, 'readDocument', $2, id from item)
         insert into disclosure (municipality_id, document_id, person_id, level, ground, harm_assessment, shown_from, decided_by, decided_at)
         select $1, id, $3, 'withheld', 'OSL 26:2', 'Platsen är hemlig.', '2026-09-15T08:45:00+02:00', $4, '2026-09-15T08:45:00+02:00' from item`,
        [municipality, eliasCase, peter, samira, contentSaying('Elias bor i jourhemmet.')],
      ),
  },
  {
    what: 'a question by Sara, answered',
    change: (owner, municipality) =>
      owner.query(
        `with thread as (insert into question_thread (municipality_id, case_id, person_id, subject, started_at)
                         values ($1, $2, $3, 'När får jag träffa Elias?', '2026-09-15T08:10:00+02:00') returning *)
         insert into message (municipality_id, thread_id, from_person_id, from_staff_id, text, sent_at, readable_from)
         select $1, id, $3, null::uuid, 'När?', '2026-09-15T08:10:00+02:00'::timestamptz, '2026-09-15T08:10:00+02:00'::timestamptz from thread
         union all select $1, id, null, $4::uuid, 'På fredag.', '2026-09-15T08:20:00+02:00', '2026-09-15T08:20:00+02:00' from thread`,
        [municipality, eliasCase, sara, samira],
      ),
  },
  {
    what: 'that Sara asks to be contacted',
    change: (owner, municipality) =>
      owner.query(
        `with thread as (insert into question_thread (municipality_id, case_id, person_id, subject, started_at, kind, form_key)
                         values ($1, $2, $3, 'Kontakta mig', '2026-09-15T08:10:00+02:00', 'contactRequest', gen_random_uuid())
                         returning *)
         insert into message (municipality_id, thread_id, from_person_id, text, sent_at, readable_from)
         select $1, id, $3, 'Ring mig på sjukhuset.', '2026-09-15T08:10:00+02:00', '2026-09-15T08:10:00+02:00' from thread`,
        [municipality, eliasCase, sara],
      ),
  },
  {
    what: 'a line to Sara alone, that was asked for',
    change: (owner, municipality) =>
      owner.query(
        `with asked as (insert into silence (municipality_id, case_id, person_id, since, asked_at, ended_at)
                        values ($1, $2, $3, '2026-08-01', '2026-09-15T03:00:00+02:00', '2026-09-15T08:30:00+02:00'))
         insert into case_line (municipality_id, id, case_id, person_id, text, written_at, written_by)
         values ($1, gen_random_uuid(), $2, $3, 'Ring mig till sjukhuset.', '2026-09-15T08:30:00+02:00', $4)`,
        [municipality, eliasCase, sara, samira],
      ),
  },
  {
    what: 'what Sara is writing about a paragraph, and asks about another',
    change: (owner, municipality) =>
      owner.query(
        `with begun as (insert into message_draft (municipality_id, id, case_id, from_person_id, about_note_id, about_paragraph, text, saved_at)
                        values ($1, gen_random_uuid(), $2, $3, $4, 1, 'Var är jourhemmet?', '2026-09-15T08:12:00+02:00') returning *),
              thread as (insert into question_thread (municipality_id, case_id, person_id, subject, started_at, about_note_id, about_paragraph)
                         values ($1, $2, $3, 'Jourhemmet', '2026-09-15T08:13:00+02:00', $4, 2) returning *),
              logged as (insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, thread_id)
                         select $1, '2026-09-15T08:13:00+02:00', 'person', $3, 'asked', $2, id from thread)
         insert into message (municipality_id, thread_id, from_person_id, text, sent_at, readable_from, answer_by)
         select $1, id, $3, 'Får jag ringa dit?', '2026-09-15T08:13:00+02:00', '2026-09-15T08:14:00+02:00', '2026-09-18' from thread`,
        [municipality, eliasCase, sara, b4],
      ),
  },
  {
    what: 'a follow-up with Sara that was not planned',
    change: (owner, municipality) =>
      owner.query(
        `with held as (insert into follow_up (municipality_id, case_id, planned_on, held_on, outcome, place, shown_from)
                       values ($1, $2, '2026-09-15', '2026-09-15', 'held', 'Sjukhuset', 'infinity') returning *),
              record as (insert into follow_up_record (municipality_id, follow_up_id, health, form_key, recorded_at, recorded_by)
                         select $1, id, 'Sara är kvar på sjukhuset.', gen_random_uuid(), '2026-09-15T08:40:00+02:00', $4 from held
                         returning *)
         insert into follow_up_participant (municipality_id, follow_up_id, person_id) select $1, follow_up_id, $3 from record`,
        [municipality, eliasCase, sara, samira],
      ),
  },
  {
    what: 'a meeting with Sara, moved and written to',
    change: (owner, municipality) =>
      owner.query(
        `with booked as (insert into appointment (municipality_id, case_id, kind, starts_at, ends_at, place, bring, state, change_reason,
                                earlier_start, sequence, moved_sequence, shown_from, planned_by, planned_at, changed_by, changed_at,
                                time_set_at, form_key)
                         values ($1, $2, 'networkMeeting', '2026-09-16 10:00+02', '2026-09-16 11:00+02', 'Sjukhuset', 'Kaninen', 'moved',
                                 'Sara är kvar på sjukhuset.', '2026-09-15 10:00+02', 1, 1, '2026-09-15 08:00+02', $4,
                                 '2026-09-15 08:00+02', $4, '2026-09-15 08:20+02', '2026-09-15 08:20+02', gen_random_uuid()) returning *),
              part as (insert into appointment_participant (municipality_id, appointment_id, person_id, shows_place, shows_others,
                                                            knowing)
                       select $1, id, $3, true, true, guards_of_case($1, $2, '2026-09-15') from booked returning *),
              told as (insert into notice (municipality_id, person_id, kind, appointment_id, appointment_start, due_at)
                       select $1, $3, 'movedAppointment', id, starts_at, '2026-09-15 08:20+02' from booked),
              point as (insert into appointment_point (municipality_id, id, appointment_id, person_id, text, hearers, written_at)
                        select $1, gen_random_uuid(), appointment_id, $3, 'Jag är rädd för Peter.', 'caseworkerOnly', '2026-09-15 08:30+02'
                          from part),
              logged as (insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, appointment_id)
                         select $1, '2026-09-15 08:30+02', 'person', $3, 'wrotePoint', $2, id from booked)
         insert into appointment_change_request (municipality_id, id, appointment_id, person_id, text, asked_at)
         select $1, gen_random_uuid(), appointment_id, $3, 'Kan ni komma till sjukhuset?', '2026-09-15 08:31+02' from part`,
        [municipality, eliasCase, sara, samira],
      ),
  },
  {
    what: 'that Sara and a doctor come to his own meeting too',
    change: (owner, municipality) =>
      owner.query(
        `insert into appointment_participant (municipality_id, appointment_id, person_id, name, role)
         values ($1, $2, $3, null, null), ($1, $2, null, 'Kim', 'läkare på sjukhuset')`,
        [municipality, storyId('appointment', 'elias/peter'), sara],
      ),
  },
  {
    what: 'a deadline for Sara alone',
    change: (owner, municipality) =>
      owner.query(
        `insert into deadline (municipality_id, case_id, person_id, kind, due_on, source, shown_from)
         values ($1, $2, $3, 'comment', '2026-09-16', 'FL 25 §', '2026-09-15T08:00:00+02:00')`,
        [municipality, eliasCase, sara],
      ),
  },
  {
    what: 'a new protection of Sara’s details',
    change: (owner, municipality) =>
      owner.query(
        `insert into person_protection (municipality_id, person_id, kind, valid, source)
         values ($1, $2, 'confidentialityMarking', '[2026-09-14,)', 'OSL 22 kap. 1 §')`,
        [municipality, sara],
      ),
  },
  {
    what: 'what the staff read of the withheld part',
    change: (owner, municipality) =>
      owner.query(
        `insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id)
         values ($1, '2026-09-15T08:50:00+02:00', 'staff', $2, 'readNote', $3, $4), ($1, '2026-09-15T08:49:00+02:00', 'staff', $2, 'readCase', $3, null)`,
        [municipality, samira, eliasCase, b4],
      ),
  },
  {
    what: 'that Elias reads together with Samira, and what he says of it',
    change: (owner, municipality) =>
      owner.query(
        `with reading as (
           insert into read_together (municipality_id, case_id, staff_id, level, company, form_key, prepared_at, begun_at, ended_at)
           values ($1, $2, $3, 'easier', 'alone', gen_random_uuid(), '2026-09-15T08:00:00+02:00', '2026-09-15T08:05:00+02:00',
                   '2026-09-15T08:30:00+02:00') returning *),
         item as (
           insert into read_together_item (municipality_id, read_together_id, position, kind, note_id, read_at, explained_at, mark, marked_at)
           select municipality_id, id, n, 'note', note, begun_at, begun_at, 'wondering', begun_at
             from reading cross join unnest($4::uuid[]) with ordinality x (note, n))
         insert into audit_event (municipality_id, at, actor_kind, actor_id, action, case_id, note_id)
         select municipality_id, begun_at, 'staff', $3, 'readTogether', $2, note from reading cross join unnest($4::uuid[]) note`,
        [municipality, eliasCase, samira, [b1, b2]],
      ),
  },
  {
    what: 'a new harm assessment of what is withheld',
    change: (owner, municipality) =>
      owner.query(
        `update disclosure set harm_assessment = 'Prövad igen', review_on = '2027-01-01'
          where municipality_id = $1 and person_id = $2 and level = 'withheld'`,
        [municipality, peter],
      ),
  },
  {
    what: 'the removal of a withheld note',
    change: async (owner, municipality) => {
      await owner.query('begin; set local session_replication_role = replica')
      for (const [table, column] of [
        ['disclosure', 'note_id'],
        ['note_version', 'note_id'],
        ['note', 'id'],
      ] as const) {
        await owner.query(`delete from ${table} where municipality_id = $1 and ${column} = $2`, [
          municipality,
          b2,
        ])
      }
      await owner.query('commit')
    },
  },
]

type Where = [owner: pg.Client, municipality: string]

async function addNote([owner, municipality]: Where, toPeter: 'withheld' | 'later' | null) {
  const { rows } = await owner.query<{ note_id: string }>(
    `with item as (insert into note (municipality_id, case_id, kind, event_at, author_id)
                   values ($1, $2, 'phoneCall', '2026-09-15T08:30:00+02:00', $3) returning *)
     insert into note_version (municipality_id, note_id, number, title, paragraphs, origin, signed_at, signed_by)
     select $1, id, 1, 'Samtal med Sara', '[{"voice":"fact","text":"Sara ringer från sjukhuset."}]', 'typed', '2026-09-15T08:40:00+02:00', $3
       from item returning note_id`,
    [municipality, eliasCase, samira],
  )
  await disclose([owner, municipality], rows[0]!.note_id, sara, 'full', null)
  if (toPeter) await disclose([owner, municipality], rows[0]!.note_id, peter, toPeter, 'OSL 21:3')
}

function disclose(
  [owner, municipality]: Where,
  note: string,
  person: string,
  level: string,
  ground: string | null,
) {
  return owner.query(
    `insert into disclosure (municipality_id, note_id, person_id, level, ground, harm_assessment, shown_from, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, 'Det kan skada.', '2026-09-15T08:45:00+02:00', $6, '2026-09-15T08:45:00+02:00')`,
    [municipality, note, person, level, ground, samira],
  )
}

function addVersion([owner, municipality]: Where, note: string) {
  return owner.query(
    `insert into note_version (municipality_id, note_id, number, title, paragraphs, origin, change_reason, signed_at, signed_by)
     values ($1, $2, 2, 'Ny rubrik om jourhem', '[{"voice":"fact","text":"Ny text om jourhemmet."}]', 'typed', 'Rättat',
             '2026-09-15T08:50:00+02:00', $3)`,
    [municipality, note, samira],
  )
}
