import { randomUUID } from 'node:crypto'
import { createNote } from '../../app/note/draft/create-note.ts'
import { saveDraft } from '../../app/note/draft/save-draft.ts'
import type { ReaderValues } from '../../app/disclosure/reader-form.ts'
import { saveReader } from '../../app/note/release/save-reader.ts'
import { openNote } from '../../app/note/draft/open-note.ts'
import { loadRelease } from '../../app/note/release/load-release.ts'
import { storedReader } from '../../app/disclosure/reader-form.ts'
import { signNote } from '../../app/note/release/sign-note.ts'
import { reviewOf } from '../../app/note/review/review-of.ts'
import type { ReviewIntent } from '../../app/note/review/review-form.ts'
import { storedValues, type ReviewValues } from '../../app/note/review/review-values.ts'
import { saveReview, type SavedReview } from '../../app/note/review/save-review.ts'
import type { StaffTx } from '../../db/connect.ts'
import type { PersonKey, StaffKey } from '../../db/seed/people.ts'
import { tindrasCase } from './asked.ts'
import { idOf, municipalityId } from './people.ts'
import { testKeys } from './keys.ts'
import { storyTime, type Stories } from './stories.ts'

/** The review of a draft as its writer opens it; null for everybody else. */
export async function findReview(tx: StaffTx, noteId: string, when = storyTime) {
  const note = await openNote(tx, noteId)
  return note && reviewOf(tx, note, when)
}

/** A note with its readers as whoever has the case opens it. */
export async function findRelease(tx: StaffTx, noteId: string) {
  const note = await openNote(tx, noteId)
  return note && loadRelease(tx, note, { dataKeys: testKeys, now: storyTime })
}

/** A draft in the database and what its writer does with it, by the commands that the pages use. */
export type DraftNote = {
  noteId: string
  /** Fills in the review as it stands, with these values of the caseworker's own. */
  review: (
    changes?: Partial<ReviewValues>,
    intent?: ReviewIntent,
  ) => Promise<SavedReview | { outcome: 'gone' }>
  /** Everything the review asks for, ticked and filled in. */
  reviewAll: () => Promise<SavedReview | { outcome: 'gone' }>
  decide: (who: PersonKey, changes: Partial<ReaderValues>) => ReturnType<typeof saveReader>
  sign: (when?: Date) => ReturnType<typeof signNote>
}

type NewDraft = { who: StaffKey; caseId: string; text: string; title?: string }

export async function draftNote(
  stories: Stories,
  { who, caseId, text, title = 'Samtal' }: NewDraft,
): Promise<DraftNote> {
  const [noteId, versionId] = [randomUUID(), randomUUID()]
  await stories.asStaff(who, async (tx) => {
    const eventAt = new Date('2026-09-15T08:00:00+02:00')
    await createNote(tx, {
      noteId,
      versionId,
      caseId,
      kind: 'meeting',
      eventAt,
      title,
      authorId: idOf(who),
      now: storyTime,
    })
    await saveDraft(tx, { versionId, revision: 0, title, text, mergedTo: 0 })
  })
  return draftOf(stories, who, noteId)
}

/** A draft that is there already. */
export function draftOf(stories: Stories, who: StaffKey, noteId: string): DraftNote {
  const keys = { dataKeys: testKeys, now: storyTime }
  const review: DraftNote['review'] = (changes = {}, intent = { kind: 'save' }) =>
    stories.asStaff(who, async (tx) => {
      const found = await findReview(tx, noteId)
      if (!found) return { outcome: 'gone' }
      return saveReview(tx, {
        review: found,
        values: { ...storedValues(found), ...changes },
        intent,
        now: storyTime,
      })
    })
  return {
    noteId,
    review,
    reviewAll: async () => {
      const checked = await stories.asStaff(who, async (tx) =>
        (await findReview(tx, noteId))!.items.map(({ key }) => key),
      )
      return review({
        checked,
        areVoicesSeen: true,
        source: 'Samtal',
        participants: 'Tindra',
        childPresent: 'yes',
        isReviewed: true,
      })
    },
    decide: (reader, changes) =>
      stories.asStaff(who, async (tx) => {
        const release = await findRelease(tx, noteId)
        const found = release?.readers.find(({ personId }) => personId === idOf(reader))
        if (!release || !found) return { outcome: 'gone' }
        const seen = found.warningsInFull.map(({ key }) => key)
        return saveReader(tx, {
          noteId,
          values: { ...storedReader(found, release.textMark), seen, ...changes },
          ...keys,
        })
      }),
    sign: (when = storyTime) =>
      stories.asStaff(
        who,
        async (tx) => {
          const found = await findReview(tx, noteId, when)
          return signNote(tx, {
            noteId,
            municipalityId: municipalityId('ekdala'),
            revision: found?.revision ?? -1,
            dataKeys: testKeys,
            now: when,
          })
        },
        when,
      ),
  }
}

/** What a signature waits for; its outcome when it waits for nothing. */
export async function whatIsMissing(draft: DraftNote): Promise<string[] | string> {
  const signed = await draft.sign()
  return signed.outcome === 'missing' ? signed.missing.map(({ what }) => what) : signed.outcome
}

/** A draft of Mira's about Tindra with all that a signature asks for, opened to both readers. */
export async function readyDraft(stories: Stories, text = threeVoices): Promise<DraftNote> {
  const draft = await draftNote(stories, { who: 'mira', caseId: tindrasCase, text })
  await draft.reviewAll()
  await draft.decide('tindra', { level: 'full' })
  await draft.decide('marie', { level: 'full' })
  return draft
}

export const threeVoices =
  'Tindra kom till kontoret.\n\nTindra säger att det är bättre hemma.\n\nBedömning: Det fungerar.'

/** A decision on less than everything, with all it needs. */
export const withGrounds = {
  ground: 'OSL 26:1',
  harm: 'Det kan skada Tindra om det kommer fram.',
  reviewOn: '2026-12-15',
} as const
