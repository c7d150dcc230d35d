import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tindrasCase } from '../../../tests/support/asked'
import {
  findRelease,
  findReview,
  readyDraft,
  threeVoices,
  withGrounds,
  whatIsMissing,
  type DraftNote,
} from '../../../tests/support/draft-note'
import { idOf } from '../../../tests/support/people'
import { openStories, type Stories } from '../../../tests/support/stories'
import { beginCorrection } from '../draft/begin-correction'
import { saveDraft } from '../draft/save-draft'
import { findNote } from '../read-note'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const writeOn = (draft: DraftNote, text: string) =>
  stories.asStaff('mira', async (tx) => {
    const { versionId, revision, title, mergedTo } = (await findReview(tx, draft.noteId))!
    await saveDraft(tx, { versionId, revision, title, text, mergedTo })
  })

/** Everything ticked anew, and nothing else changed. */
const reviewAgain = async (draft: DraftNote) => {
  const items = await stories.asStaff('mira', async (tx) => (await findReview(tx, draft.noteId))!.items)
  const checked = items.map(({ key }) => key)
  await draft.review({ checked, areVoicesSeen: true, isReviewed: true, isChildTextApproved: true })
}

const signPastThePage = ({ noteId }: DraftNote) =>
  stories.asStaff('mira', (tx) =>
    sql`update note_version set signed_at = (select app_now()), signed_by = (select app_subject())
         where note_id = ${noteId}::uuid and signed_at is null`.execute(tx),
  )

describe('a signature', () => {
  test.each([
    ['a new paragraph', (draft: DraftNote) => writeOn(draft, `${threeVoices}\n\nMamma bor på Solbo.`)],
    ['another title', (draft: DraftNote) => draft.review({ title: 'Samtal på Solbo' })],
    [
      'another voice',
      (draft: DraftNote) => draft.review({ voices: { 1: { voice: 'assessment', speaker: '' } } }),
    ],
    ['a text to the child', (draft: DraftNote) => draft.review({ childText: 'Mamma bor på Solbo.' })],
    ['another source', (draft: DraftNote) => draft.review({ source: 'Mamma, på Solbo' })],
    ['another kind of note', (draft: DraftNote) => draft.review({ kind: 'phoneCall' })],
    ['another moment', (draft: DraftNote) => draft.review({ day: '2026-09-14', time: '08:00' })],
    ['other areas', (draft: DraftNote) => draft.review({ bbicAreas: ['health'] })],
    ['somebody it was read to', (draft: DraftNote) => draft.review({ readBackTo: 'Mamma på Solbo' })],
  ])('waits for every reader to be decided on again after %s', async (_what, change) => {
    const draft = await readyDraft(stories)
    await change(draft)
    await reviewAgain(draft)
    const missing = await whatIsMissing(draft)
    expect(missing).toEqual(expect.arrayContaining(['reader', 'reader']))
    const release = await stories.asStaff('mira', (tx) => findRelease(tx, draft.noteId))
    expect(release?.readers.map(({ isConfirmed, change: seen }) => [isConfirmed, seen === null])).toEqual([
      [false, false],
      [false, false],
    ])
    await expect(signPastThePage(draft)).rejects.toMatchObject({ constraint: 'note_version_has_readers' })
    const seen = stories.asPerson('marie', (tx) => findNote(tx, tindrasCase, draft.noteId))
    expect(await seen).toBeUndefined()
  })

  test('goes through when what was changed is changed back: it is the text that was decided on', async () => {
    const draft = await readyDraft(stories)
    await writeOn(draft, `${threeVoices}\n\nMamma bor på Solbo.`)
    await writeOn(draft, threeVoices)
    await draft.reviewAll()
    expect(await draft.sign()).toEqual({ outcome: 'signed' })
    const { rows } = await stories.owner.query(
      'select from disclosure_basis b join note_version v on v.id = b.note_version_id where v.note_id = $1',
      [draft.noteId],
    )
    expect(rows).toEqual([])
  })

  test('shows what has come and gone since each reader was decided on', async () => {
    const draft = await readyDraft(stories)
    await writeOn(draft, `Tindra kom till kontoret.\n\nMamma bor på Solbo.\n\nBedömning: Det fungerar.`)
    const release = await stories.asStaff('mira', (tx) => findRelease(tx, draft.noteId))
    expect(release?.readers[0]?.change).toEqual({
      added: ['Mamma bor på Solbo.'],
      removed: ['Tindra', 'Tindra säger att det är bättre hemma.'],
    })
  })

  test('a decision sent from a page that showed another text is not taken', async () => {
    const draft = await readyDraft(stories)
    const before = await stories.asStaff('mira', (tx) => findRelease(tx, draft.noteId))
    await writeOn(draft, `${threeVoices}\n\nMamma bor på Solbo.`)
    expect(await draft.decide('marie', { level: 'full', textMark: before!.textMark })).toMatchObject({
      outcome: 'stale',
      isTextChanged: true,
    })
    expect(await draft.decide('marie', { level: 'full', textMark: '' })).toMatchObject({ outcome: 'stale' })
  })

  test('what a colleague decides on the signed note is no decision on the correction being written', async () => {
    const draft = await readyDraft(stories)
    await draft.sign()
    await stories.asStaff('mira', (tx) =>
      beginCorrection(tx, { noteId: draft.noteId, versionId: randomUUID(), reason: 'Fel dag' }),
    )
    await draft.decide('marie', { level: 'withheld', ...withGrounds })
    const confirmed = async () => {
      const release = await stories.asStaff('mira', (tx) => findRelease(tx, draft.noteId))
      return release!.readers.find(({ personId }) => personId === idOf('marie'))!.isConfirmed
    }
    expect(await confirmed()).toBe(true)
    await stories.asStaff('samira', (tx) =>
      sql`update disclosure set level = 'full', ground = null, harm_assessment = null, review_on = null,
                 decided_by = (select app_subject()) where note_id = ${draft.noteId}::uuid and person_id = ${idOf('marie')}::uuid`.execute(
        tx,
      ),
    )
    expect(await confirmed()).toBe(false)
  })
})
