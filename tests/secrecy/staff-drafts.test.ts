import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffKey } from '../../db/seed/people.ts'
import { storyId } from '../../db/seed/story-id.ts'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import {
  addDisclosure,
  addDraft,
  addNote,
  addNotice,
  addRecording,
  addWord,
  storeSecond,
} from '../support/staff-writes.ts'
import { openStories, type Stories } from '../support/stories.ts'

// Mira leads Tindra's case, Samira is its deputy and leads Elias's, Jonas leads their unit.
const draft = { noteId: randomUUID(), versionId: randomUUID(), recordingId: randomUUID() }
const aNote = storyId('note', 'A3')
const rls = /row-level security/

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
  await stories.asStaff('mira', async (tx) => {
    await addNote(tx, { ...draft, caseId: tindrasCase, author: 'mira' })
    await addDraft(tx, { ...draft, writer: 'mira' })
    await addRecording(tx, { ...draft, author: 'mira' })
    await storeSecond(tx, draft.recordingId, 0)
    await addDisclosure(tx, { ...draft, personId: idOf('tindra'), decidedBy: 'mira' })
    await addNotice(tx, { ...draft, personId: idOf('tindra'), by: 'mira' })
    await addWord(tx, { caseId: tindrasCase, addedBy: 'mira', word: 'Solrosen' })
    await sql`select staff_stop_recording(${draft.recordingId}, 0)`.execute(tx)
  })
  await stories.owner.query(
    `insert into transcript_segment (municipality_id, note_version_id, number, recording_id, kind, start_ms, end_ms, text, engine)
     values ($1, $2, 1, $3, 'speech', 0, 900, 'Vi pratade.', 'engine')`,
    [municipalityOf('mira'), draft.versionId, draft.recordingId],
  )
})

afterAll(() => stories.close())

const everybody: StaffKey[] = ['mira', 'samira', 'jonas', 'olle', 'eva', 'nils']
const theWriter: StaffKey[] = ['mira']
const whoHasTheCase: StaffKey[] = ['mira', 'samira', 'jonas']
const ofTheRecording = `recording_id = '${draft.recordingId}'`
const rowsOfTheDraft: [table: string, condition: string, seenBy: StaffKey[]][] = [
  ['note', `id = '${draft.noteId}'`, whoHasTheCase],
  ['note_version', `id = '${draft.versionId}'`, theWriter],
  ['recording', `id = '${draft.recordingId}'`, theWriter],
  ['recording_chunk', ofTheRecording, theWriter],
  ['recording_event', ofTheRecording, theWriter],
  ['transcript_segment', ofTheRecording, theWriter],
  ['case_word', `word = 'Solrosen'`, whoHasTheCase],
  ['disclosure', `note_id = '${draft.noteId}'`, whoHasTheCase],
  [
    'disclosure_decision',
    `disclosure_id in (select id from disclosure where note_id = '${draft.noteId}')`,
    whoHasTheCase,
  ],
  ['notice', `note_id = '${draft.noteId}'`, whoHasTheCase],
]

test.each(
  everybody.flatMap((who) =>
    rowsOfTheDraft.map(([table, condition, seenBy]) => ({
      who,
      table,
      condition,
      isSeen: seenBy.includes(who),
    })),
  ),
)(
  '$who sees what is in $table of a draft of Mira’s in Tindra’s case: $isSeen',
  async ({ who, table, condition, isSeen }) => {
    const { rows } = await stories.asStaff(who, (tx) =>
      sql.raw(`select from ${table} where ${condition}`).execute(tx),
    )
    expect(rows.length > 0).toBe(isSeen)
  },
)

test.each<[string, StaffKey, string]>([
  ['is written by', 'samira', `update note_version set draft_text = 'x' where id = '${draft.versionId}'`],
  ['is thrown away by', 'jonas', `delete from note_version where id = '${draft.versionId}'`],
  ['has its facts changed by', 'samira', `update note set source = 'x' where id = '${draft.noteId}'`],
  ['is thrown away whole by', 'samira', `delete from note where id = '${draft.noteId}'`],
  [
    'has its recording stopped by',
    'jonas',
    `update recording set state = 'discarded' where id = '${draft.recordingId}'`,
  ],
])('a draft of Mira’s %s nobody else: not %s', async (_deed, who, statement) => {
  const { numAffectedRows } = await stories.asStaff(who, (tx) => sql.raw(statement).execute(tx))
  expect(numAffectedRows).toBe(0n)
})

test.each<[string, StaffKey, string]>([
  ['the text', 'mira', `update note_version set title = 'x' where note_id = '${aNote}'`],
  ['what it says of itself', 'mira', `update note set source = 'x' where id = '${aNote}'`],
  ['the note', 'mira', `delete from note where id = '${aNote}'`],
  ['the version', 'mira', `delete from note_version where note_id = '${aNote}'`],
])('of a signed note %s is locked, for its author too', async (_what, who, statement) => {
  const { numAffectedRows } = await stories.asStaff(who, (tx) => sql.raw(statement).execute(tx))
  expect(numAffectedRows).toBe(0n)
})

const mine = () => ({ noteId: randomUUID(), versionId: randomUUID(), recordingId: randomUUID() })

test('a note in a case of somebody else’s, or in a colleague’s name, is refused', async () => {
  const inEliasCase = stories.asStaff('mira', (tx) =>
    addNote(tx, { ...mine(), caseId: eliasCase, author: 'mira' }),
  )
  await expect(inEliasCase).rejects.toThrow(rls)
  const asSamira = stories.asStaff('mira', (tx) =>
    addNote(tx, { ...mine(), caseId: tindrasCase, author: 'samira' }),
  )
  await expect(asSamira).rejects.toThrow(rls)
})

test('a correction in a colleague’s name, or of a note in another’s case, is refused', async () => {
  const inHerName = stories.asStaff('samira', (tx) =>
    addDraft(tx, { ...mine(), noteId: aNote, writer: 'mira', number: 2 }),
  )
  await expect(inHerName).rejects.toThrow(rls)
  const ofElias = stories.asStaff('mira', (tx) =>
    addDraft(tx, { ...mine(), noteId: storyId('note', 'B1'), writer: 'mira', number: 2 }),
  )
  await expect(ofElias).rejects.toThrow(rls)
})

test('sound is taken from its author only', async () => {
  const onMirasDraft = stories.asStaff('samira', (tx) =>
    addRecording(tx, { ...draft, recordingId: randomUUID(), author: 'samira' }),
  )
  await expect(onMirasDraft).rejects.toThrow(rls)
  const { rows: versions } = await stories.owner.query<{ id: string }>(
    'select id from note_version where note_id = $1',
    [aNote],
  )
  const onASignedNote = stories.asStaff('mira', (tx) =>
    addRecording(tx, { versionId: versions[0]!.id, recordingId: randomUUID(), author: 'mira' }),
  )
  await expect(onASignedNote).rejects.toThrow(rls)
  const stored = await stories.asStaff('samira', (tx) => storeSecond(tx, draft.recordingId, 1))
  expect(stored).toEqual({ outcome: 'unknown', next_number: 0 })
  const { rows } = await stories.asStaff('samira', (tx) =>
    sql<{ isStopped: boolean }>`select staff_stop_recording(${draft.recordingId}, 5) as "isStopped"`.execute(
      tx,
    ),
  )
  expect(rows).toEqual([{ isStopped: false }])
})

test('a disclosure is for a reader of the same case and in one’s own name', async () => {
  const toPeter = stories.asStaff('mira', (tx) =>
    addDisclosure(tx, { ...draft, personId: idOf('peter'), decidedBy: 'mira' }),
  )
  await expect(toPeter).rejects.toThrow(rls)
  const asMira = stories.asStaff('samira', (tx) =>
    addDisclosure(tx, { ...draft, personId: idOf('marie'), decidedBy: 'mira' }),
  )
  await expect(asMira).rejects.toThrow(rls)
  const onElias = stories.asStaff('mira', (tx) =>
    addDisclosure(tx, { noteId: storyId('note', 'B3'), personId: idOf('elias'), decidedBy: 'mira' }),
  )
  await expect(onElias).rejects.toThrow(rls)
})

test('a notice goes to a reader of the case, and a word into a case of one’s own', async () => {
  const toPeter = stories.asStaff('mira', (tx) =>
    addNotice(tx, { ...draft, personId: idOf('peter'), by: 'mira' }),
  )
  await expect(toPeter).rejects.toThrow(rls)
  const inEliasCase = stories.asStaff('mira', (tx) =>
    addWord(tx, { caseId: eliasCase, addedBy: 'mira', word: 'Kanin' }),
  )
  await expect(inEliasCase).rejects.toThrow(rls)
})

test('every deed has left its line in the log, in the name of who did it', async () => {
  const { rows } = await stories.owner.query<{ action: string; actor_id: string; case_id: string }>(
    `select action, actor_id, case_id from audit_event where note_id = $1 or recording_id = $2 or action = 'addedWord' order by action`,
    [draft.noteId, draft.recordingId],
  )
  expect(rows.map(({ action }) => action)).toEqual([
    'addedWord',
    'createdNote',
    'decidedDisclosure',
    'startedRecording',
    'stoppedRecording',
  ])
  expect(new Set(rows.map(({ actor_id }) => actor_id))).toEqual(new Set([idOf('mira')]))
  expect(new Set(rows.map(({ case_id }) => case_id))).toEqual(new Set([tindrasCase]))
})
