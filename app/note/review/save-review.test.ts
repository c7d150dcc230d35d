import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tindrasCase } from '../../../tests/support/asked'
import { draftNote, findReview, whatIsMissing, type DraftNote } from '../../../tests/support/draft-note'
import { idOf, municipalityId } from '../../../tests/support/people'
import { saveDraft } from '../draft/save-draft'
import { missingInReview } from './missing-in-review'
import { storedValues, unvouched } from './review-values'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const newDraft = (text = 'Tindra kom i går.') =>
  draftNote(stories, { who: 'mira', caseId: tindrasCase, text })
const found = async ({ noteId }: DraftNote, who: 'mira' | 'samira' | 'jonas' | 'olle' = 'mira') =>
  stories.asStaff(who, (tx) => findReview(tx, noteId))

async function addPhrase(
  { noteId }: DraftNote,
  phrase: { kind: string; text: string; final: string | null },
) {
  const recording = randomUUID()
  const { rows } = await stories.owner.query<{ id: string }>(
    'select id from note_version where note_id = $1',
    [noteId],
  )
  const version = rows[0]!.id
  await stories.owner.query(
    `insert into recording (municipality_id, id, note_version_id, author_id, source, state, started_at, final_pass, key_encrypted)
     values ($1, $2, $3, $4, 'live', 'transcribed', $5, 'done', '\\x00')`,
    [municipalityId('ekdala'), recording, version, idOf('mira'), storyTime],
  )
  await stories.owner.query(
    `insert into transcript_segment (municipality_id, note_version_id, number, recording_id, kind, start_ms, end_ms, text, dropped_because, engine, final_text)
     values ($1, $2, 1, $3, $4, 0, 1000, $5, case when $4 = 'dropped' then 'loop' end, 'test', $6)`,
    [municipalityId('ekdala'), version, recording, phrase.kind, phrase.text, phrase.final],
  )
  await stories.owner.query('update note_version set merged_to = 1 where id = $1', [version])
}

describe('a review', () => {
  test('keeps what is filled in while other things are missing', async () => {
    const draft = await newDraft()
    expect(await draft.review({ source: 'Skolan', bbicAreas: ['health'], readBackTo: 'Tindra' })).toEqual({
      outcome: 'saved',
    })
    expect(await found(draft)).toMatchObject({
      source: 'Skolan',
      bbicAreas: ['health'],
      readBackTo: 'Tindra',
      childPresent: null,
      reviewedAt: null,
    })
  })

  test('takes no suggestion for decided before somebody has gone through them', async () => {
    const draft = await newDraft()
    await draft.review({ source: 'Skolan' })
    expect((await found(draft))?.voices).toMatchObject([{ voice: 'fact', isSuggestion: true }])
    await draft.review({ areVoicesSeen: true })
    expect((await found(draft))?.voices).toMatchObject([{ voice: 'fact', isSuggestion: false }])
  })

  test('from a page that another tab has overtaken writes nothing, and what was typed comes back', async () => {
    const draft = await newDraft()
    const { revision } = (await found(draft))!
    await draft.review({ source: 'Skolan' })
    const stale = await draft.review({ source: 'Hemmet', revision })
    expect(stale).toEqual({ outcome: 'stale' })
    expect(await found(draft)).toMatchObject({ source: 'Skolan' })
  })

  test.each([
    ['a moment to come', { day: '2026-09-16', time: '09:00' }, 'future'],
    ['no moment', { day: '2026-02-30', time: '09:00' }, 'noMoment'],
    [
      'a text to the child approved with a blank',
      { childText: 'Du sa: [ ]', isChildTextApproved: true },
      'blank',
    ],
    ['a title of a page', { title: 'x'.repeat(201) }, 'tooLong'],
  ])('with %s is given back and not kept', async (_what, changes, fault) => {
    const draft = await newDraft()
    expect(await draft.review({ ...changes, source: 'Skolan' })).toMatchObject({
      outcome: 'faulty',
      faults: [{ fault }],
    })
    expect(await found(draft)).toMatchObject({ source: null })
  })

  test.each(['samira', 'jonas', 'olle'] as const)('of Mira’s draft is not opened to %s', async (who) => {
    expect(await found(await newDraft(), who)).toBeNull()
  })

  test('asks for the child’s text to be approved again when it was changed after it', async () => {
    const draft = await newDraft()
    await draft.review({ childText: 'Vi sågs.', isChildTextApproved: true })
    expect((await found(draft))?.checked).toContain('childText')
    await draft.review({ childText: 'Vi sågs i går.', isChildTextApproved: true })
    expect((await found(draft))?.checked).not.toContain('childText')
  })
})

describe('the careful pass', () => {
  test('takes its phrase’s place when it is accepted, and the text is unreviewed again', async () => {
    const draft = await newDraft('Tindra kom i går.')
    await addPhrase(draft, { kind: 'speech', text: 'Tindra kom i går.', final: 'Tindra kom i dag.' })
    await draft.review({ isReviewed: true, areVoicesSeen: true })
    await draft.review({}, { kind: 'acceptFinal', number: 1 })
    expect(await found(draft)).toMatchObject({
      text: 'Tindra kom i dag.',
      reviewedAt: null,
      differences: [{ decided: 'accepted' }],
      voices: [{ isSuggestion: false }],
    })
  })

  test('never overwrites what somebody has edited', async () => {
    const draft = await newDraft('Tindra kom tidigt i går.')
    await addPhrase(draft, { kind: 'speech', text: 'Tindra kom i går.', final: 'Tindra kom i dag.' })
    await draft.review({}, { kind: 'acceptFinal', number: 1 })
    expect(await found(draft)).toMatchObject({
      text: expect.stringContaining('tidigt i går') as string,
      differences: [{ decided: null }],
    })
    await draft.review({}, { kind: 'rejectFinal', number: 1 })
    expect(await found(draft)).toMatchObject({ differences: [{ decided: 'rejected' }] })
  })

  test('what was dropped as noise can be put in after all, once', async () => {
    const draft = await newDraft('Tindra kom.')
    await addPhrase(draft, { kind: 'dropped', text: 'Hon var glad.', final: null })
    await draft.review({}, { kind: 'putIn', number: 1 })
    await draft.review({}, { kind: 'putIn', number: 1 })
    expect(await found(draft)).toMatchObject({
      text: 'Tindra kom. Hon var glad.',
      dropped: [{ isPutIn: true }],
    })
  })
})

async function write(draft: DraftNote, text: string): Promise<void> {
  const { versionId, revision, title, mergedTo } = (await found(draft))!
  await stories.asStaff('mira', (tx) => saveDraft(tx, { versionId, revision, title, text, mergedTo }))
}

test.each([
  ['written anew is unreviewed', 'Tindra kom i dag.', false],
  ['saved as it was stays reviewed', 'Tindra kom i går.', true],
])('a reviewed note that is %s', async (_what, text, isReviewed) => {
  const draft = await newDraft()
  await draft.reviewAll()
  await write(draft, text)
  expect((await found(draft))!.reviewedAt !== null).toBe(isReviewed)
})

describe('an approved text to the child', () => {
  const approved = async (text?: string) => {
    const draft = await newDraft(text)
    await draft.review({ childText: 'Vi sågs.', isChildTextApproved: true })
    return draft
  }
  const standing = async (draft: DraftNote) => {
    const review = (await found(draft))!
    const missing = missingInReview(review).map(({ what }) => what)
    return {
      isApproved: review.checked.includes('childText'),
      asks: missing.filter((what) => what.startsWith('childText')),
    }
  }
  const asked = { isApproved: false, asks: ['childTextAgain'] }
  const standsAs = { isApproved: true, asks: [] }

  test.each([
    ['written anew', 'Tindra kom i dag.', asked],
    ['emptied', '', asked],
    ['saved as it was', 'Tindra kom i går.', standsAs],
  ])('of a note that is %s stands like this', async (_what, text, expected) => {
    const draft = await approved()
    await write(draft, text)
    expect(await standing(draft)).toEqual(expected)
  })

  test('is asked for again when the careful pass or what was noise changes the note', async () => {
    const accepted = await approved()
    await addPhrase(accepted, { kind: 'speech', text: 'Tindra kom i går.', final: 'Tindra kom i dag.' })
    await accepted.review({}, { kind: 'acceptFinal', number: 1 })
    expect(await standing(accepted)).toEqual(asked)
    const putIn = await newDraft()
    await addPhrase(putIn, { kind: 'dropped', text: 'Hon var glad.', final: null })
    await putIn.review({ childText: 'Vi sågs.', isChildTextApproved: true }, { kind: 'putIn', number: 1 })
    expect(await standing(putIn)).toEqual(asked)
  })

  test('stands again once it is approved for the note as it is', async () => {
    const draft = await approved()
    await write(draft, 'Tindra kom i dag.')
    await draft.review({ source: 'Skolan' })
    expect(await standing(draft)).toEqual(asked)
    await draft.review({ isChildTextApproved: true })
    expect(await standing(draft)).toEqual(standsAs)
  })

  test('keeps a note from being signed once the note says something else, and asks nothing when it is left out', async () => {
    const draft = await approved()
    await draft.reviewAll()
    await write(draft, 'Tindra kom i dag.')
    expect(await whatIsMissing(draft)).toContain('childTextAgain')
    await draft.review({ childText: '' })
    expect(await standing(draft)).toEqual({ isApproved: false, asks: [] })
  })

  test('is not approved by a page that was drawn before the note was changed', async () => {
    const draft = await approved()
    const drawn = storedValues((await found(draft))!)
    await write(draft, 'Tindra kom i dag.')
    const values = unvouched({ ...drawn, isReviewed: true }, (await found(draft))!)
    expect(values).toMatchObject({ childText: 'Vi sågs.', isChildTextApproved: false, isReviewed: false })
  })
})
