import { inPolicy, isMe, testsOf, type Rule } from './rule.ts'

const { staff, drafts, readings } = testsOf

export const noteRules: readonly Rule[] = [
  ...inPolicy('staff/note', [
    ['nobody signs in a colleague’s name', `and (signed_by is null or signed_by = ${isMe})`, '', staff],
    [
      'a note is made in one’s own name',
      `and author_id = ${isMe} and case_id = any`,
      'and case_id = any',
      drafts,
    ],
    [
      'a note is made in a case of one’s own',
      `and author_id = ${isMe} and case_id = any ((select staff_case_ids())::uuid[])`,
      `and author_id = ${isMe}`,
      drafts,
    ],
    [
      'what a signed note says of itself is locked',
      `create policy staff_changes on note for update to staff
  using (municipality_id = (select app_municipality()) and author_id = ${isMe} and not note_is_signed(municipality_id, id))`,
      `create policy staff_changes on note for update to staff
  using (municipality_id = (select app_municipality()) and author_id = ${isMe})`,
      drafts,
    ],
    [
      'a signed note is not thrown away',
      `create policy staff_discards on note for delete to staff
  using (municipality_id = (select app_municipality()) and author_id = ${isMe} and not note_is_signed(municipality_id, id))`,
      `create policy staff_discards on note for delete to staff
  using (municipality_id = (select app_municipality()) and author_id = ${isMe})`,
      staff,
    ],
    [
      'a draft is seen by its writer alone',
      `and (signed_at is not null or written_by = ${isMe})`,
      '',
      drafts,
    ],
    [
      'a draft is begun in one’s own name',
      `with check (municipality_id = (select app_municipality()) and written_by = ${isMe} and signed_at is null
              and exists`,
      `with check (municipality_id = (select app_municipality()) and signed_at is null
              and exists`,
      drafts,
    ],
    [
      'the text of a draft is its writer’s',
      'and v.written_by = me.subject_id and v.signed_at is null',
      'and v.signed_at is null',
      readings,
    ],
    [
      'a reading of a signed note is written',
      `    select n.municipality_id, app_now(), 'staff', app_subject(), 'readNote', n.case_id, n.id
      from note n`,
      `    select n.municipality_id, app_now(), 'staff', app_subject(), 'savedDraft', n.case_id, n.id
      from note n`,
      readings,
    ],
    [
      'a correction is begun of a note in an open case',
      `where n.id = of_note and note_is_signed(n.municipality_id, n.id)) then
    return false;`,
      `where n.id = of_note and note_is_signed(n.municipality_id, n.id)) and false then
    return false;`,
      staff,
    ],
  ]),
  ...inPolicy('staff/document', [
    ['a reading of a document is written', "'readDocument', d.case_id", "'savedDraft', d.case_id", readings],
    ['a reading of its file is written', "'readDocument', of_case", "'savedDraft', of_case", readings],
  ]),
  ...inPolicy('staff/signing', [
    [
      'a changed text is an unreviewed one',
      'then new.reviewed_at := null;',
      'then null;',
      'app/note/review/save-review.test.ts',
    ],
    [
      'what was approved for the child is approved anew when the text changes',
      "if 'childText' = any (old.checked) then",
      'if false then',
      'app/note/review/save-review.test.ts',
    ],
    [
      'a text to the child that is not approved is not signed',
      "and not 'childText' = any (new.checked)",
      'and false',
      'app/note/release/sign-note.test.ts',
    ],
    [
      'only a reviewed text is signed',
      'if new.reviewed_at is null or jsonb_array_length(new.paragraphs) = 0 then',
      'if false then',
      staff,
    ],
    [
      'every phrase and every difference is decided first',
      'if exists (select from transcript_segment s',
      'if false and exists (select from transcript_segment s',
      staff,
    ],
    [
      'nothing is signed while sound is being written down',
      'if exists (select from recording r',
      'if false and exists (select from recording r',
      staff,
    ],
    [
      'every reader is decided on before signing',
      'if exists (select from note n where n.municipality_id = new.municipality_id and n.id = new.note_id',
      'if false and exists (select from note n where n.municipality_id = new.municipality_id and n.id = new.note_id',
      staff,
    ],
  ]),
  ...inPolicy('signed-is-locked', [
    [
      'a signed version is locked',
      'if old.signed_at is not null then',
      'if false then',
      'tests/secrecy/privileges.test.ts',
    ],
  ]),
]
