import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { eliasCase, tindrasCase } from '../../../tests/support/asked'
import { draftOf as reviewedDraft, findReview } from '../../../tests/support/draft-note'
import { idOf } from '../../../tests/support/people'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories'
import { storyId } from '../../../db/seed/story-id'
import { missingInReview } from '../review/missing-in-review'
import { addCaseWord, removeCaseWord } from './case-words'
import { beginCorrection } from './begin-correction'
import { createNote } from './create-note'
import { discardDraft } from './discard-draft'
import { findDraft, findHeard } from './find-draft'
import { openNote } from './open-note'
import { saveDraft } from './save-draft'
import { titleOfKind } from '../title-of-kind'

let stories: Stories

beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const newNote = (caseId = tindrasCase, noteId = randomUUID()) => ({
  noteId,
  versionId: randomUUID(),
  caseId,
  kind: 'meeting',
  eventAt: storyTime,
  title: 'Möte',
  authorId: idOf('mira'),
  now: storyTime,
})

async function begun() {
  const note = newNote()
  expect(await stories.asStaff('mira', (tx) => createNote(tx, note))).toBe(true)
  return note
}
const draftOf = (noteId: string) => stories.asStaff('mira', (tx) => findDraft(tx, noteId))
const reviewOfNote = (noteId: string) =>
  stories.asStaff('mira', async (tx) => (await findReview(tx, noteId))!)
const opened = (noteId: string) => stories.asStaff('mira', (tx) => openNote(tx, noteId))

test('the same form sent twice is one note', async () => {
  const note = await begun()
  expect(await stories.asStaff('mira', (tx) => createNote(tx, { ...note, versionId: randomUUID() }))).toBe(
    true,
  )
  expect(await opened(note.noteId)).toMatchObject({
    childName: 'Tindra',
    draft: { versionId: note.versionId, text: '' },
  })
})

test('a note that has no title of its own is called by kind and day, and follows both', async () => {
  const note = { ...newNote(), title: titleOfKind('meeting', storyTime) }
  await stories.asStaff('mira', (tx) => createNote(tx, note))
  expect((await opened(note.noteId))?.draft).toMatchObject({ title: 'Möte 15 september 2026' })
  const { review } = reviewedDraft(stories, 'mira', note.noteId)
  const stored = () => reviewOfNote(note.noteId)
  await review({ kind: 'phoneCall', day: '2026-09-14' })
  expect((await stored()).title).toBe('Telefonsamtal 14 september 2026')
  await review({ title: 'Om skolan' })
  await review({ kind: 'homeVisit' })
  expect((await stored()).title).toBe('Om skolan')
})

test('a title that says nothing but the kind is not signed', async () => {
  const { noteId } = await begun()
  const { review } = reviewedDraft(stories, 'mira', noteId)
  const stored = () => reviewOfNote(noteId)
  const lacking = async () => missingInReview(await stored()).map(({ what }) => what)
  for (const title of ['Möte', ' mÖTE ']) {
    await review({ title })
    expect(await lacking()).toContain('title')
  }
  await review({ title: 'Möte om skolan', childTitle: 'Möte', childText: 'Vi pratade.' })
  expect(await lacking()).not.toContain('title')
  expect(await lacking()).toContain('childTitle')
  await review({ childTitle: 'Vi pratade om skolan' })
  expect(await lacking()).not.toContain('childTitle')
})

test('a note is not begun in a case that is not open to the writer', async () => {
  const note = newNote(eliasCase)
  expect(await stories.asStaff('mira', (tx) => createNote(tx, note))).toBe(false)
})

test('a draft is its writer’s own', async () => {
  const { noteId } = await begun()
  expect(await stories.asStaff('samira', (tx) => findDraft(tx, noteId))).toBeNull()
  expect(await stories.asStaff('samira', (tx) => findHeard(tx, noteId, 0))).toBeNull()
  // A colleague with access to the case, and one without.
  expect(await stories.asStaff('samira', (tx) => openNote(tx, noteId))).toMatchObject({ draft: null })
  expect(await stories.asStaff('olle', (tx) => openNote(tx, noteId))).toBeNull()
})

test('a draft is saved over the revision it was written on, and over no other', async () => {
  const { noteId, versionId } = await begun()
  const save = (revision: number, text: string) =>
    stories.asStaff('mira', (tx) => saveDraft(tx, { versionId, revision, title: 'Möte', text, mergedTo: 0 }))
  expect(await save(0, 'Första')).toEqual({ revision: 1 })
  expect(await save(0, 'Från en annan flik')).toBeNull()
  expect(await draftOf(noteId)).toMatchObject({ text: 'Första', revision: 1 })
})

test('what was heard after the last save is in the text when the draft is opened', async () => {
  const { noteId, versionId } = await begun()
  const recording = randomUUID()
  await stories.owner.query(
    `insert into recording (municipality_id, id, note_version_id, author_id, source, started_at)
     select municipality_id, $1, id, written_by, 'live', $3 from note_version where id = $2`,
    [recording, versionId, storyTime],
  )
  const heard = [
    [1, 'speech', 'Vi sågs på kontoret.', null],
    [2, 'dropped', 'Tack för att ni tittade.', 'phrase'],
    [3, 'speech', 'Tindra kom själv.', null],
  ]
  for (const [number, kind, text, because] of heard) {
    await stories.owner.query(
      `insert into transcript_segment (municipality_id, note_version_id, number, recording_id, kind, start_ms, end_ms, text, dropped_because, engine)
       select municipality_id, id, $2, $3, $4, 0, 1000, $5, $6, 'test' from note_version where id = $1`,
      [versionId, number, recording, kind, text, because],
    )
  }
  const merged = { text: 'Vi sågs på kontoret. Tindra kom själv.', mergedTo: 3 }
  expect(await draftOf(noteId)).toMatchObject(merged)
  expect(await opened(noteId)).toMatchObject({ draft: merged })
})

test.each([
  ['undecodable', 'discarded', 0],
  ['tooLong', 'discarded', 0],
  ['decodeFailed', 'recording', 1],
] as const)('the writer is told of a file that gave no text: %s', async (problem, state, listed) => {
  const { noteId, versionId } = await begun()
  await stories.owner.query(
    `insert into recording (municipality_id, note_version_id, author_id, source, started_at, state, problem)
     select municipality_id, id, written_by, 'upload', $2, $3, $4 from note_version where id = $1`,
    [versionId, storyTime, state, problem],
  )
  const { draft } = (await opened(noteId))!
  expect(draft).toMatchObject({ failedFiles: [{ problem }] })
  expect(draft!.recordings).toHaveLength(listed)
  const review = await stories.asStaff('mira', (tx) => findReview(tx, noteId))
  expect(missingInReview(review!)).not.toContainEqual(expect.objectContaining({ what: 'transcribing' }))
})

test('a recording that was thrown away is not told of', async () => {
  const { noteId, versionId } = await begun()
  await stories.owner.query(
    `insert into recording (municipality_id, note_version_id, author_id, source, started_at, state, problem)
     select municipality_id, id, written_by, 'upload', $2, 'discarded', null from note_version where id = $1`,
    [versionId, storyTime],
  )
  expect(await opened(noteId)).toMatchObject({ draft: { failedFiles: [], recordings: [] } })
})

test('a correction begins with the signed text and its reason, once', async () => {
  const noteId = storyId('note', 'A3')
  const correction = { noteId, versionId: randomUUID(), reason: 'Fel datum' }
  expect(await stories.asStaff('mira', (tx) => beginCorrection(tx, correction))).toBe(true)
  expect(
    await stories.asStaff('mira', (tx) => beginCorrection(tx, { ...correction, versionId: randomUUID() })),
  ).toBe(true)
  const draft = await draftOf(noteId)
  expect(await opened(noteId)).toMatchObject({
    isSigned: true,
    draft: { versionId: correction.versionId, changeReason: 'Fel datum', text: draft!.text },
  })
  expect(draft!.text).not.toBe('')
  await stories.asStaff('mira', (tx) => discardDraft(tx, draft!))
  expect(await draftOf(noteId)).toBeNull()
  const { rows } = await stories.owner.query('select from note where id = $1', [noteId])
  expect(rows).toHaveLength(1)
})

test('a draft that is thrown away is gone with its note, and the log says so', async () => {
  const { noteId } = await begun()
  const draft = await draftOf(noteId)
  await stories.asStaff('mira', (tx) => discardDraft(tx, draft!))
  const { rows } = await stories.owner.query('select from note where id = $1', [noteId])
  expect(rows).toEqual([])
  const log = await stories.owner.query(
    `select from audit_event where action = 'discardedDraft' and note_id = $1`,
    [noteId],
  )
  expect(log.rows).toHaveLength(1)
})

test('a word of a case is kept once, and for that case', async () => {
  const { noteId } = await begun()
  const words = await stories.asStaff('mira', async (tx) => {
    await addCaseWord(tx, tindrasCase, 'Björkskolan')
    await addCaseWord(tx, tindrasCase, 'Björkskolan')
    await addCaseWord(tx, tindrasCase, 'Sigge')
    await removeCaseWord(tx, tindrasCase, 'Sigge')
    return (await openNote(tx, noteId))?.caseWords
  })
  expect(words).toEqual(['Björkskolan'])
  await expect(stories.asStaff('mira', (tx) => addCaseWord(tx, eliasCase, 'Björkskolan'))).rejects.toThrow(
    /row-level security/,
  )
})
