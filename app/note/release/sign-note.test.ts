import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tindrasCase } from '../../../tests/support/asked'
import {
  draftNote,
  findReview,
  readyDraft,
  threeVoices,
  whatIsMissing,
  type DraftNote,
} from '../../../tests/support/draft-note'
import { testKeys } from '../../../tests/support/keys'
import { idOf, municipalityId } from '../../../tests/support/people'
import { addRecording } from '../../../tests/support/staff-writes'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories'
import { findNote, readNote } from '../read-note'
import { signNote } from './sign-note'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const newDraft = (own = threeVoices) => draftNote(stories, { who: 'mira', caseId: tindrasCase, text: own })

const seenBy = (who: 'tindra' | 'marie', { noteId }: DraftNote, when = storyTime) =>
  stories.asPerson(
    who,
    async (tx) => {
      const note = await findNote(tx, tindrasCase, noteId)
      return note && { level: note.level, title: note.title, versions: await readNote(tx, noteId) }
    },
    when,
  )

const signPastThePage = ({ noteId }: DraftNote) =>
  stories.asStaff('mira', (tx) =>
    sql`update note_version set signed_at = (select app_now()), signed_by = (select app_subject())
         where note_id = ${noteId}::uuid and signed_at is null`.execute(tx),
  )

describe('a signature', () => {
  test('opens the note to those it was decided for, and tells each that there is something', async () => {
    const draft = await readyDraft(stories)
    expect(await seenBy('tindra', draft)).toBeUndefined()
    expect(await draft.sign()).toEqual({ outcome: 'signed' })
    const seen = await seenBy('tindra', draft)
    expect(seen?.versions[0]?.paragraphs).toEqual([
      { voice: 'fact', text: 'Tindra kom till kontoret.' },
      { voice: 'statement', text: 'Tindra säger att det är bättre hemma.', speaker: 'Tindra', isYou: true },
      { voice: 'assessment', text: 'Bedömning: Det fungerar.' },
    ])
    const { rows } = await stories.owner.query(
      'select person_id, kind, due_at, sent_at from notice where note_id = $1 order by person_id',
      [draft.noteId],
    )
    expect(rows).toEqual(
      [idOf('marie'), idOf('tindra')]
        .sort()
        .map((person_id) => ({ person_id, kind: 'newNote', due_at: storyTime, sent_at: null })),
    )
  })

  test('locks the text for its writer too', async () => {
    const draft = await readyDraft(stories)
    await draft.sign()
    expect(await draft.review({ title: 'Annan rubrik' })).toEqual({ outcome: 'gone' })
    const changed = stories.asStaff('mira', (tx) =>
      tx
        .updateTable('note_version')
        .set({ title: 'X' })
        .where('note_id', '=', draft.noteId)
        .executeTakeFirst(),
    )
    expect((await changed).numUpdatedRows).toBe(0n)
  })

  test('orders the sound erased', async () => {
    const draft = await readyDraft(stories)
    const recordingId = randomUUID()
    const { rows } = await stories.owner.query<{ id: string }>(
      'select id from note_version where note_id = $1',
      [draft.noteId],
    )
    await stories.asStaff('mira', async (tx) => {
      await addRecording(tx, { versionId: rows[0]!.id, recordingId, author: 'mira' })
      await sql`update recording set state = 'transcribed' where id = ${recordingId}`.execute(tx)
    })
    expect(await draft.sign()).toEqual({ outcome: 'signed' })
    const { rows: ordered } = await stories.owner.query(
      `select data from pgboss.job where name = 'erase-recording' and data ->> 'recordingId' = $1`,
      [recordingId],
    )
    expect(ordered).toEqual([
      { data: { municipalityId: municipalityId('ekdala'), recordingId, because: 'signed' } },
    ])
  })

  test('does not wait for a file that failed through us', async () => {
    const draft = await readyDraft(stories)
    await stories.owner.query(
      `insert into recording (municipality_id, note_version_id, author_id, source, started_at, problem)
       select municipality_id, id, written_by, 'upload', $2, 'decodeFailed' from note_version where note_id = $1`,
      [draft.noteId, storyTime],
    )
    expect(await draft.sign()).toEqual({ outcome: 'signed' })
  })

  test('pressed twice at once is one signature, and the second press is told so', async () => {
    const draft = await readyDraft(stories)
    const outcomes = (await Promise.all([draft.sign(), draft.sign()])).map(({ outcome }) => outcome)
    expect(outcomes.sort()).toEqual(['alreadySigned', 'signed'])
    const { rows } = await stories.owner.query(
      `select (select count(*)::int from notice where note_id = $1) as notices,
              (select count(*)::int from audit_event where note_id = $1 and action = 'signedNote') as signatures`,
      [draft.noteId],
    )
    expect(rows).toEqual([{ notices: 2, signatures: 1 }])
  })

  test.each([
    [
      'nothing is done',
      () => Promise.resolve(),
      ['voices', 'source', 'participants', 'childPresent', 'reviewed', 'reader', 'reader'],
    ],
    [
      'one reader is undecided',
      async (draft: DraftNote) => {
        await draft.reviewAll()
        await draft.decide('tindra', { level: 'full' })
      },
      ['reader'],
    ],
    [
      'the text is not reviewed',
      async (draft: DraftNote) => {
        await draft.reviewAll()
        await draft.review({ isReviewed: false })
        await draft.decide('tindra', { level: 'full' })
        await draft.decide('marie', { level: 'full' })
      },
      ['reviewed'],
    ],
    [
      'the child was not heard and nobody says why',
      async (draft: DraftNote) => {
        await draft.reviewAll()
        await draft.review({ childPresent: 'no' })
        await draft.decide('tindra', { level: 'full' })
        await draft.decide('marie', { level: 'full' })
      },
      ['childNotHeardReason'],
    ],
    [
      'the child’s text is not approved',
      async (draft: DraftNote) => {
        await draft.reviewAll()
        await draft.review({ childText: 'Vi sågs.' })
        await draft.decide('tindra', { level: 'full' })
        await draft.decide('marie', { level: 'full' })
      },
      ['childText'],
    ],
  ])('is refused while %s', async (_what, prepare, missing) => {
    const draft = await newDraft('Tindra kom till kontoret.')
    await prepare(draft)
    const items = await stories.asStaff('mira', async (tx) => (await findReview(tx, draft.noteId))!.items)
    const checks = items.some(({ isDone }) => !isDone) ? ['checks'] : []
    expect(await whatIsMissing(draft)).toEqual([...checks, ...missing])
    expect(await seenBy('tindra', draft)).toBeUndefined()
  })

  test('is refused by the database where the page would forget to ask', async () => {
    const draft = await newDraft()
    await expect(signPastThePage(draft)).rejects.toMatchObject({ constraint: 'note_version_is_reviewed' })
  })

  test('is refused by the database while a text to the child is not approved', async () => {
    const draft = await readyDraft(stories)
    await draft.review({ childText: 'Vi sågs.' })
    await expect(signPastThePage(draft)).rejects.toMatchObject({
      constraint: 'note_version_child_text_is_approved',
    })
    await draft.review({ isChildTextApproved: true })
    for (const reader of ['tindra', 'marie'] as const) await draft.decide(reader, { level: 'full' })
    expect(await draft.sign()).toEqual({ outcome: 'signed' })
  })

  test('on another text than the page showed is refused', async () => {
    const draft = await readyDraft(stories)
    const stale = await stories.asStaff('mira', (tx) =>
      signNote(tx, {
        noteId: draft.noteId,
        municipalityId: municipalityId('ekdala'),
        revision: 0,
        dataKeys: testKeys,
        now: storyTime,
      }),
    )
    expect(stale).toEqual({ outcome: 'stale' })
  })

  test.each(['samira', 'jonas', 'olle'] as const)('of Mira’s draft is not for %s', async (who) => {
    const draft = await readyDraft(stories)
    const tried = await stories.asStaff(who, (tx) =>
      signNote(tx, {
        noteId: draft.noteId,
        municipalityId: municipalityId('ekdala'),
        revision: 3,
        dataKeys: testKeys,
        now: storyTime,
      }),
    )
    expect(tried).toEqual({ outcome: 'gone' })
  })

  test('leaves a figure for the team that names nobody', async () => {
    const { rows: before } = await stories.owner.query('select id from documentation_time')
    const draft = await readyDraft(stories)
    await draft.sign()
    const { rows } = await stories.owner.query<Record<string, unknown>>(
      'select * from documentation_time where id <> all($1)',
      [before.map(({ id }) => id as string)],
    )
    expect(rows).toMatchObject([
      { origin: 'typed', words: 14, engine: null, dictation_seconds: 0, edited_words: null },
    ])
    const told = JSON.stringify(rows)
    for (const id of [idOf('mira'), idOf('tindra'), draft.noteId, tindrasCase]) expect(told).not.toContain(id)
  })
})
