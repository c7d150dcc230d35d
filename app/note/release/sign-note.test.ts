import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { tindrasCase } from '../../../tests/support/asked'
import { draftNote, withGrounds, type DraftNote } from '../../../tests/support/draft-note'
import { testKeys } from '../../../tests/support/keys'
import { idOf, municipalityId } from '../../../tests/support/people'
import { openStories, storyTime, type Stories } from '../../../tests/support/stories'
import { people } from '../../../db/seed/people'
import { beginCorrection } from '../draft/begin-correction'
import { saveDraft } from '../draft/save-draft'
import { loadReview } from '../review/load-review'
import { findNote, readNote } from '../read-note'
import { signNote } from './sign-note'

const text = 'Tindra kom till kontoret.\n\nTindra säger att det är bättre hemma.\n\nBedömning: Det fungerar.'

let stories: Stories
beforeAll(async () => {
  stories = await openStories()
})
afterAll(() => stories.close())

const newDraft = (own = text) => draftNote(stories, { who: 'mira', caseId: tindrasCase, text: own })

async function readyDraft(own = text): Promise<DraftNote> {
  const draft = await newDraft(own)
  await draft.reviewAll()
  await draft.decide('tindra', { level: 'full' })
  await draft.decide('marie', { level: 'full' })
  return draft
}

const seenBy = (who: 'tindra' | 'marie', { noteId }: DraftNote, when = storyTime) =>
  stories.asPerson(
    who,
    async (tx) => {
      const note = await findNote(tx, tindrasCase, noteId)
      return note && { level: note.level, title: note.title, versions: await readNote(tx, noteId) }
    },
    when,
  )

const whatIsMissing = async (draft: DraftNote) => {
  const signed = await draft.sign()
  return signed.outcome === 'missing' ? signed.missing.map(({ what }) => what) : signed.outcome
}

describe('a signature', () => {
  test('opens the note to those it was decided for, and tells each that there is something', async () => {
    const draft = await readyDraft()
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
    const draft = await readyDraft()
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

  test('pressed twice at once is one signature, and the second press is told so', async () => {
    const draft = await readyDraft()
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
      (_draft: DraftNote) => Promise.resolve(),
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
    const items = await stories.asStaff(
      'mira',
      async (tx) => (await loadReview(tx, draft.noteId, storyTime))!.items,
    )
    const checks = items.some(({ isDone }) => !isDone) ? ['checks'] : []
    expect(await whatIsMissing(draft)).toEqual([...checks, ...missing])
    expect(await seenBy('tindra', draft)).toBeUndefined()
  })

  test('is refused by the database where the page would forget to ask', async () => {
    const draft = await newDraft()
    const unready = stories.asStaff('mira', (tx) =>
      sql`update note_version set signed_at = app_now(), signed_by = app_subject() where note_id = ${draft.noteId}::uuid`.execute(
        tx,
      ),
    )
    await expect(unready).rejects.toMatchObject({ constraint: 'note_version_is_reviewed' })
  })

  test('on another text than the page showed is refused', async () => {
    const draft = await readyDraft()
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
    const draft = await readyDraft()
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
    const draft = await readyDraft()
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
    const draft = await readyDraft()
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
    const draft = await readyDraft()
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
    const draft = await readyDraft()
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
    const draft = await newDraft(withNumber)
    await draft.reviewAll()
    expect(await draft.decide('tindra', { level: 'full' })).toMatchObject({
      outcome: 'refused',
      foreignNumbers: [`${number.slice(2, 8)}-${number.slice(8)}`],
    })
    expect(await draft.decide('marie', { level: 'full' })).toEqual({ outcome: 'saved' })
  })

  test('that comes into the text after the decision keeps it from being signed', async () => {
    const draft = await readyDraft()
    await stories.asStaff('mira', async (tx) => {
      const { versionId, revision } = (await loadReview(tx, draft.noteId, storyTime))!
      await saveDraft(tx, { versionId, revision, title: 'Samtal', text: withNumber, mergedTo: 0 })
    })
    await draft.reviewAll()
    expect(await whatIsMissing(draft)).toContain('foreignNumber')
  })
})

describe('a correction', () => {
  test('keeps who reads what, and asks for it to be confirmed anew', async () => {
    const draft = await readyDraft()
    await draft.sign()
    await stories.asStaff('mira', (tx) =>
      beginCorrection(tx, { noteId: draft.noteId, versionId: crypto.randomUUID(), reason: 'Fel ord' }),
    )
    await draft.reviewAll()
    expect(await whatIsMissing(draft)).toEqual(['reader', 'reader'])
    expect((await seenBy('marie', draft))?.versions).toHaveLength(1)
    await draft.decide('tindra', {})
    await draft.decide('marie', {})
    expect(await draft.sign()).toEqual({ outcome: 'signed' })
    expect((await seenBy('marie', draft))?.versions.map(({ number }) => number)).toEqual([2, 1])
  })
})
