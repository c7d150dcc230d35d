import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openStaffCase } from '../../app/case/staff/open-case'
import { storedReader } from '../../app/disclosure/reader-form'
import { findPreview } from '../../app/note/release/find-preview'
import { saveReader } from '../../app/note/release/save-reader'
import { answerRemark } from '../../app/remark/answer-remark'
import type { StaffKey } from '../../db/seed/people.ts'
import { eliasCase, tindrasCase } from '../support/asked.ts'
import { findRelease, withGrounds, type DraftNote } from '../support/draft-note.ts'
import { testKeys } from '../support/keys.ts'
import { idOf, municipalityOf } from '../support/people.ts'
import { staffAttempts, type StaffAttempts } from '../support/staff-attempts.ts'
import { openStories, storyTime, type Stories } from '../support/stories.ts'

// What becomes of what staff have done: kept, told, logged, erased.
let stories: Stories
let staff: StaffAttempts

beforeAll(async () => {
  stories = await openStories()
  staff = staffAttempts(stories)
})

afterAll(() => stories.close())

const keys = { dataKeys: testKeys, now: storyTime }

test('each decision on a reader is kept, also when it is changed', async () => {
  const { noteId } = await staff.draft()
  const kept = async () =>
    (
      await stories.owner.query(
        `select from disclosure_decision x join disclosure d on d.id = x.disclosure_id where d.note_id = $1`,
        [noteId],
      )
    ).rowCount
  expect(await kept()).toBe(2)
  await staff.run('samira', staff.decide({ noteId } as DraftNote, { by: 'samira' }))
  expect(await kept()).toBe(3)
})

test('of two who decide on one reader at once the second is told what stands', async () => {
  const { noteId } = await staff.draft()
  const opened = await staff.as('mira', (tx) => findRelease(tx, noteId))
  const reader = opened!.readers.find(({ personId }) => personId === idOf('marie'))!
  const seen = reader.warningsInFull.map(({ key }) => key)
  const save = (who: StaffKey, changes: object, now: Date) =>
    staff.as(who, (tx) =>
      saveReader(tx, {
        noteId,
        values: { ...storedReader(reader, opened!.textMark), seen, ...changes },
        dataKeys: testKeys,
        now,
      }),
    )
  const later = new Date(storyTime.getTime() + 60_000)
  expect(await save('mira', { level: 'withheld', ...withGrounds }, later)).toEqual({ outcome: 'saved' })
  expect(await save('mira', { level: 'full' }, later)).toMatchObject({ outcome: 'stale' })
})

test.each(['withheld', 'later'] as const)('the ground is never told of a note that is %s', async (level) => {
  const made = await staff.draft()
  await made.decide('marie', { level, ...withGrounds, groundTold: true })
  const { rows } = await stories.owner.query<{ ground_shown: boolean }>(
    'select ground_shown from disclosure where note_id = $1 and person_id = $2',
    [made.noteId, idOf('marie')],
  )
  expect(rows).toEqual([{ ground_shown: false }])
  await made.sign()
  const shown = await stories.asPerson('marie', (tx) =>
    tx.selectFrom('person_note').select(['note_id', 'ground']).where('note_id', '=', made.noteId).execute(),
  )
  expect(shown).toEqual([])
})

test('the careful pass changes nothing of a signed note', async () => {
  const made = await staff.withPhrase(true)
  await staff.run('mira', staff.sign(made))
  const versionId = await staff.versionOf(made)
  const { rows } = await stories.owner.query<{ id: string }>(
    'select id from recording where note_version_id = $1',
    [versionId],
  )
  await stories.database.asService(storyTime, (tx) =>
    sql`select service_save_final(${municipalityOf('mira')}::uuid, ${rows[0]!.id}::uuid, 'engine', '[{"number": 1, "text": "Något annat.", "words": []}]')`.execute(
      tx,
    ),
  )
  const segments = await stories.owner.query(
    'select final_text from transcript_segment where note_version_id = $1',
    [versionId],
  )
  expect(segments.rows).toEqual([{ final_text: null }])
})

test('sound of a note that is signed is to be erased, also when its job was lost', async () => {
  const made = await staff.withRecording('transcribed')
  const waiting = async () =>
    (
      await stories.database.asService(storyTime, (tx) =>
        sql<{
          because: string
          recording_id: string
        }>`select r.because, r.recording_id from service_recordings_to_erase() r`.execute(tx),
      )
    ).rows
  const versionId = await staff.versionOf(made)
  const { rows } = await stories.owner.query<{ id: string }>(
    'select id from recording where note_version_id = $1',
    [versionId],
  )
  expect((await waiting()).map(({ recording_id }) => recording_id)).not.toContain(rows[0]!.id)
  await staff.run('mira', staff.sign(made))
  expect(await waiting()).toContainEqual({ because: 'signed', recording_id: rows[0]!.id })
})

test('a reader whose details are protected is marked for who decides', async () => {
  const marked = await staff.as('samira', (tx) =>
    tx
      .selectFrom('staff_reader')
      .select(['person_id', 'is_protected'])
      .where('case_id', '=', eliasCase)
      .execute(),
  )
  expect(new Map(marked.map((row) => [row.person_id, row.is_protected]))).toEqual(
    new Map([
      [idOf('elias'), false],
      [idOf('sara'), true],
      [idOf('peter'), false],
    ]),
  )
})

const logged: [action: string, doneBy: () => Promise<unknown>][] = [
  ['readCase', () => staff.as('mira', (tx) => openStaffCase(tx, tindrasCase, 1))],
  [
    'previewedNote',
    async () => {
      const { noteId } = await staff.draft()
      return staff.as('mira', (tx) => findPreview(tx, { noteId, personId: idOf('tindra'), ...keys }))
    },
  ],
  [
    'answeredRemark',
    async () => {
      const remarkId = await staff.remark()
      return staff.as('mira', (tx) => answerRemark(tx, remarkId, 'Tack.'))
    },
  ],
  ['decidedDisclosure', () => staff.draft()],
  ['signedNote', async () => staff.run('mira', staff.sign(await staff.draft()))],
]

test.each(logged)('%s is written in the log, in the name of who did it', async (action, done) => {
  const lines = async () =>
    (
      await stories.owner.query('select from audit_event where action = $1 and actor_id = $2', [
        action,
        idOf('mira'),
      ])
    ).rowCount ?? 0
  const before = await lines()
  await done()
  expect(await lines()).toBeGreaterThan(before)
})
