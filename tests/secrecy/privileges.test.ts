import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { personViews } from '../support/everything-shown.ts'
import { openStories, type Stories } from '../support/stories.ts'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})

afterAll(() => stories.close())

const roles = ['person', 'staff', 'service', 'respondent', 'together', 'portal', 'public'] as const
type Role = (typeof roles)[number]

const words = (text: string) => text.trim().split(/\s+/)

// What staff may read of whole tables, under row-level security. No other role has a right to any table.
const readByStaff = words(`
  appointment appointment_kind appointment_participant
  appeal_rule appeal_window case_file case_party case_stage case_word caseworker_assignment committee committee_matter committee_meeting deadline decision_part disclosure disclosure_decision disclosure_ground document
  follow_up indicator_limit legal_age message message_draft municipality note notice paper_signature person_protection plan plan_goal question_thread read_together read_together_item
  recording recording_chunk recording_event recording_rule remark signature_request staff_absence stage_kind statistics_minimum transcript_segment unit urgent_decision urgent_ground appeal_received document_template`)
const onTables: Record<Role, string[]> = {
  person: [],
  staff: [
    'audit_event insert',
    'recording_file_part insert',
    // A draft and its words: row-level security and the lock of a signed version stand before the rest.
    ...words('case_word note note_version').map((table) => `${table} delete`),
    ...readByStaff.map((table) => `${table} select`),
  ],
  service: [],
  respondent: [],
  together: [],
  portal: [],
  public: [],
}

test.each(roles)('role %s has exactly its rights to tables', async (role) => {
  const { rows } = await stories.owner.query<{ granted: string }>(
    `select c.relname || ' ' || p.privilege as granted
       from pg_class c cross join (values ('select'), ('insert'), ('update'), ('delete'), ('truncate'), ('references'), ('trigger')) p (privilege)
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'S') and has_table_privilege($1, c.oid, p.privilege)
      order by 1`,
    [role],
  )
  expect(rows.map(({ granted }) => granted)).toEqual([...onTables[role]].sort())
})

test.each(roles)(
  'role %s has no right to a column of a table it may not read, but staff to names',
  async (role) => {
    const { rows } = await stories.owner.query<{ granted: string }>(
      `select c.relname || '.' || a.attname as granted
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not has_table_privilege($1, c.oid, 'select')
        and has_column_privilege($1, c.oid, a.attnum, 'select')
      order by c.relname, a.attnum`,
      [role],
    )
    const names = words('municipality_id id given_name family_name language born')
    const colleagues = words(
      'municipality_id id unit_id given_name family_name title role phone phone_hours employee_id employed language',
    )
    // That a note came from another system, never what was sent under which number.
    const cameIn = words('municipality_id client_id note_id received_at locked_at has_other_number')
    // That it is recorded, never what was written.
    const ofFollowUp = words('municipality_id follow_up_id next_id note_id recorded_at recorded_by')
    const ofDocument = words('municipality_id id document_id number title signed_at signed_by template')
    const ofNote =
      words(`municipality_id id note_id number title origin written_by merged_to revision reviewed_at checked
      transcribed_by edited_words dictation_seconds audio_erased_at signed_at signed_by`)
    const ofPackage = words('municipality_id request_id size sealed_at stamped_at renewed_at')
    // That somebody asks for another time, never in what words.
    const ofTimeRequest = words('municipality_id id appointment_id person_id asked_at state')
    const byStaff = [
      ...ofTimeRequest.map((name) => `appointment_change_request.${name}`),
      ...ofDocument.map((name) => `document_version.${name}`),
      ...ofFollowUp.map((name) => `follow_up_record.${name}`),
      ...cameIn.map((name) => `ingested.${name}`),
      ...ofNote.map((name) => `note_version.${name}`),
      ...names.map((name) => `person.${name}`),
      ...ofPackage.map((name) => `sealed_package.${name}`),
      ...colleagues.map((name) => `staff_member.${name}`),
    ]
    expect(rows.map(({ granted }) => granted)).toEqual(role === 'staff' ? byStaff : [])
  },
)

// What staff may write, column by column. No other role may write to any table.
const writtenByStaff: Record<string, { insert: string; update: string }> = {
  case_word: { insert: 'municipality_id case_id word added_by', update: '' },
  disclosure: {
    insert: `municipality_id id note_id document_id person_id level title partial_text ground ground_shown harm_assessment review_on
      shown_from decided_by decided_at`,
    update:
      'level title partial_text ground ground_shown harm_assessment review_on shown_from decided_by decided_at',
  },
  follow_up_record: { insert: '', update: 'note_id' },
  note: {
    insert: `municipality_id id case_id kind event_at author_id source bbic_areas recorded_at participants child_present
      child_not_heard_reason`,
    update: 'kind event_at source bbic_areas participants child_present child_not_heard_reason',
  },
  note_version: {
    insert: `municipality_id id note_id number title paragraphs child_title child_text child_text_easy origin change_reason
      written_by draft_text`,
    update: `title paragraphs child_title child_text child_text_easy origin read_back_to change_reason signed_at signed_by
      draft_text merged_to revision reviewed_at checked transcribed_by edited_words`,
  },
  notice: { insert: 'municipality_id person_id kind note_id document_id due_at', update: '' },
  recording: {
    insert:
      'municipality_id id note_version_id author_id source command_mode started_at key_encrypted part_ms',
    update: 'state command_mode stopped_at last_number problem',
  },
  remark: { insert: '', update: 'answer answered_at answered_by' },
  transcript_segment: { insert: '', update: 'final_decided' },
}

test.each(roles)('role %s writes exactly its columns', async (role) => {
  const { rows } = await stories.owner.query<{ granted: string }>(
    `select c.relname || '.' || a.attname || ' ' || p.privilege as granted
       from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
       cross join (values ('insert'), ('update')) p (privilege)
      where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not has_table_privilege($1, c.oid, p.privilege)
        and has_column_privilege($1, c.oid, a.attnum, p.privilege)
      order by 1`,
    [role],
  )
  const expected = Object.entries(writtenByStaff).flatMap(([table, columns]) =>
    (['insert', 'update'] as const).flatMap((privilege) =>
      words(columns[privilege])
        .filter(Boolean)
        .map((column) => `${table}.${column} ${privilege}`),
    ),
  )
  expect(rows.map(({ granted }) => granted).sort()).toEqual(role === 'staff' ? expected.sort() : [])
})

// Ids, digits and hashes of personal identity numbers: for nobody.
test.each(['person', 'staff', 'service', 'respondent', 'together', 'portal'])(
  'role %s reads no personal identity number',
  async (role) => {
    const { rows } = await stories.owner.query(
      `select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname like 'id_number%'
      where c.relkind in ('r', 'v') and has_column_privilege($1, c.oid, a.attnum, 'select')`,
      [role],
    )
    expect(rows).toEqual([])
  },
)

test('every view that a person may read is named for it and keeps their own conditions outside', async () => {
  const views = Object.keys(await personViews(stories))
  expect(views.filter((view) => !view.startsWith('person_'))).toEqual([])
  expect(views.length).toBeGreaterThan(10)
  const { rows } = await stories.owner.query<{ relname: string }>(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'v'
        and not coalesce(reloptions @> '{security_barrier=true}', false) order by 1`,
  )
  // Granted to nobody: ages in law, the same for everybody, and what views that have the barrier ask for one case, thread or
  // version.
  expect(rows.map(({ relname }) => relname)).toEqual([
    'case_caseworker',
    'legal_age_today',
    'unanswered_message',
    'undecided_version',
  ])
})

test('no view but those of a person is open to any other role, save the staff’s own', async () => {
  const { rows } = await stories.owner.query<{ granted: string }>(
    `select r.rolname || ' ' || c.relname as granted
       from pg_class c cross join pg_roles r
      where c.relnamespace = 'public'::regnamespace and c.relkind in ('v', 'm') and r.rolname in ('staff', 'service', 'respondent', 'together', 'portal')
        and has_table_privilege(r.rolname, c.oid, 'select')`,
  )
  const ofStaff = words(
    'acting staff_attachment staff_awaited_answer staff_case_line staff_decided_text staff_decider staff_decision staff_document_draft staff_draft staff_indicator staff_line_reader staff_meeting staff_open_case staff_own_introduction staff_reader staff_recordable staff_retention staff_retention_proof staff_retention_setting staff_silence staff_survey_figure staff_survey_reply staff_survey_round staff_survey_text staff_undecided_document',
  ).map((view) => `staff ${view}`)
  expect(rows.map(({ granted }) => granted).sort()).toEqual(ofStaff)
})

test('every table has row-level security on', async () => {
  const { rows } = await stories.owner.query(
    `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relrowsecurity`,
  )
  expect(rows).toEqual([])
})

test.each(['person', 'staff', 'service', 'respondent', 'together', 'portal', 'public'])(
  'role %s may make nothing of its own in the schema',
  async (role) => {
    const { rows } = await stories.owner.query<{ creates: boolean }>(
      `select has_schema_privilege($1, 'public', 'create') as creates`,
      [role],
    )
    expect(rows).toEqual([{ creates: false }])
  },
)

test('the roles are no superusers, pass no row-level security, own nothing and cannot log in by themselves', async () => {
  const { rows } = await stories.owner.query(
    `select rolname, rolsuper, rolbypassrls, rolinherit, rolcreaterole, rolcreatedb, rolcanlogin,
            (select count(*)::int from pg_class c where c.relowner = r.oid) as owned
       from pg_roles r where rolname in ('person', 'staff', 'service', 'respondent', 'together', 'portal') order by rolname`,
  )
  const small = {
    rolsuper: false,
    rolbypassrls: false,
    rolinherit: false,
    rolcreaterole: false,
    rolcreatedb: false,
    owned: 0,
  }
  expect(rows).toEqual(
    ['person', 'portal', 'respondent', 'service', 'staff', 'together'].map((rolname) => ({
      rolname,
      ...small,
      rolcanlogin: rolname === 'portal',
    })),
  )
})

const inTheLog = [
  ['reads', sql`select count(*) from audit_event`],
  ['changes', sql`update audit_event set action = 'readNote'`],
  ['removes', sql`delete from audit_event`],
  ['empties', sql`truncate audit_event`],
] as const

test.each(inTheLog)('nobody %s the log', async (_deed, statement) => {
  const refused = expect.stringMatching(/permission denied/) as string
  const asPerson = stories.asPerson('peter', (tx) => statement.execute(tx))
  await expect(asPerson).rejects.toMatchObject({ message: refused })
  const asStaff = stories.asStaff('jonas', (tx) => statement.execute(tx))
  await expect(asStaff).rejects.toMatchObject({ message: refused })
  const asService = stories.database.asService(new Date(), (tx) => statement.execute(tx))
  await expect(asService).rejects.toMatchObject({ message: refused })
})

test('the log of a signed version cannot be rewritten even by the owner', async () => {
  await expect(
    stories.owner.query(`update note_version set title = 'Annat' where number = 1`),
  ).rejects.toThrow(/locked/)
  await expect(stories.owner.query(`delete from document_version`)).rejects.toThrow(/locked/)
})
