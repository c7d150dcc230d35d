import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { people } from '../../../db/seed/people'
import { tindrasCase } from '../../../tests/support/asked'
import {
  draftNote,
  findReview,
  readyDraft,
  withGrounds,
  whatIsMissing,
  type DraftNote,
} from '../../../tests/support/draft-note'
import { idOf } from '../../../tests/support/people'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories'
import { beginCorrection } from '../draft/begin-correction'
import { saveDraft } from '../draft/save-draft'
import { findNote, readNote } from '../read-note'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const seenBy = (who: 'tindra' | 'marie', { noteId }: DraftNote, when = storyTime) =>
  stories.asPerson(
    who,
    async (tx) => {
      const note = await findNote(tx, tindrasCase, noteId)
      return note && { level: note.level, title: note.title, versions: await readNote(tx, noteId) }
    },
    when,
  )

describe('what a reader sees of a signed note', () => {
  test.each([
    ['full', {}, { level: 'full', title: 'Samtal', count: 3 }],
    [
      'partial',
      { ...withGrounds, title: 'Kort', text: 'Vi sågs.' },
      { level: 'partial', title: 'Kort', count: 1 },
    ],
    ['title', { ...withGrounds, title: 'Kort' }, { level: 'title', title: 'Kort', count: undefined }],
    ['withheld', withGrounds, null],
    ['later', withGrounds, null],
  ] as const)('at level %s', async (level, values, seen) => {
    const draft = await readyDraft(stories)
    expect(await draft.decide('marie', { level, ...values })).toEqual({ outcome: 'saved' })
    await draft.sign()
    const found = await seenBy('marie', draft)
    expect(
      found ? { level: found.level, title: found.title, count: found.versions[0]?.paragraphs.length } : null,
    ).toEqual(seen)
    const { rows } = await stories.owner.query('select 1 from notice where note_id = $1 and person_id = $2', [
      draft.noteId,
      idOf('marie'),
    ])
    expect(rows).toHaveLength(seen ? 1 : 0)
  })

  test('that is to be shown later comes at that moment, with its notice', async () => {
    const draft = await readyDraft(stories)
    await draft.decide('marie', { level: 'full', day: '2026-09-20', time: '09:00' })
    await draft.sign()
    const moment = new Date('2026-09-20T09:00:00+02:00')
    expect(await seenBy('marie', draft, new Date(moment.getTime() - 1000))).toBeUndefined()
    expect((await seenBy('marie', draft, moment))?.level).toBe('full')
    const { rows } = await stories.owner.query(
      'select due_at from notice where note_id = $1 and person_id = $2',
      [draft.noteId, idOf('marie')],
    )
    expect(rows).toEqual([{ due_at: moment }])
  })

  test('changes at once when somebody decides anew, in their name, and the earlier decision is kept', async () => {
    const draft = await readyDraft(stories)
    await draft.sign()
    expect(await draft.decide('marie', { level: 'withheld', ...withGrounds })).toEqual({ outcome: 'saved' })
    expect(await seenBy('marie', draft)).toBeUndefined()
    const { rows } = await stories.owner.query<{ level: string }>(
      `select decided ->> 'level' as level from disclosure_decision
        where decided ->> 'note_id' = $1 and decided ->> 'person_id' = $2`,
      [draft.noteId, idOf('marie')],
    )
    expect(rows.map(({ level }) => level).sort()).toEqual(['full', 'full', 'withheld'])
  })
})

describe('a personal identity number', () => {
  const number = people.marie.number
  const withNumber = `Tindra kom. Mammas nummer är ${number.slice(2, 8)}-${number.slice(8)}.`

  test('of somebody else is not told to a reader', async () => {
    const draft = await draftNote(stories, { who: 'mira', caseId: tindrasCase, text: withNumber })
    await draft.reviewAll()
    expect(await draft.decide('tindra', { level: 'full' })).toMatchObject({
      outcome: 'refused',
      foreignNumbers: [`${number.slice(2, 8)}-${number.slice(8)}`],
    })
    expect(await draft.decide('marie', { level: 'full' })).toEqual({ outcome: 'saved' })
  })

  test('that comes into the text after the decision keeps it from being signed', async () => {
    const draft = await readyDraft(stories)
    await stories.asStaff('mira', async (tx) => {
      const { versionId, revision } = (await findReview(tx, draft.noteId))!
      await saveDraft(tx, { versionId, revision, title: 'Samtal', text: withNumber, mergedTo: 0 })
    })
    await draft.reviewAll()
    expect(await whatIsMissing(draft)).toContain('foreignNumber')
  })
})

describe('a correction', () => {
  test('keeps who reads what, and asks for it to be confirmed anew', async () => {
    const draft = await readyDraft(stories)
    await draft.sign()
    await stories.asStaff('mira', (tx) =>
      beginCorrection(tx, { noteId: draft.noteId, versionId: crypto.randomUUID(), reason: 'Fel ord' }),
    )
    await draft.reviewAll()
    expect(await whatIsMissing(draft)).toEqual(['reader', 'reader'])
    expect((await seenBy('marie', draft))?.versions).toHaveLength(1)
    expect(await draft.decide('tindra', {})).toMatchObject({ faults: [{ fault: 'noLevel' }] })
    await draft.decide('tindra', { level: 'full' })
    await draft.decide('marie', { level: 'full' })
    expect(await draft.sign()).toEqual({ outcome: 'signed' })
    expect((await seenBy('marie', draft))?.versions.map(({ number }) => number)).toEqual([2, 1])
  })
})
