import { sql } from 'kysely'
import type { StaffTx } from '../../../db/connect'
import type { StoredParagraph } from '../../../db/roles'
import { acceptFinal } from '../../dictation/text/accept-final'
import { mergeSegments } from '../../dictation/text/merge-draft'
import { splitParagraphs } from '../../text/paragraphs'
import { titleOfKind } from '../title-of-kind'
import { noteKinds } from '../draft/new-note-in'
import { stockholmMoment } from '../../calendar/stockholm-moment'
import { isDrawn } from './drawn-part'
import { droppedKey } from './final-differences'
import type { Review } from './review-of'
import { reviewFaults, type ReviewFault } from './review-faults'
import type { ReviewIntent } from './review-form'
import { childTextAgainKey, childTextKey, type ReviewValues } from './review-values'
import { storedParagraph } from './suggested-paragraphs'

export type SavedReview =
  | { outcome: 'saved' }
  /** Another tab has saved, or more was heard, after the form was opened. Nothing is written. */
  | { outcome: 'stale' }
  | { outcome: 'faulty'; faults: ReviewFault[] }

type ReviewToSave = { review: Review; values: ReviewValues; intent: ReviewIntent; now: Date }

/** Saves also while parts are missing, then does what the button asks. All in one transaction. */
export async function saveReview(
  tx: StaffTx,
  { review, values, intent, now }: ReviewToSave,
): Promise<SavedReview> {
  const faults = reviewFaults(values, now)
  if (faults.length > 0) return { outcome: 'faulty', faults }
  const { text, putIn } = textAfter(review, intent)
  const saved = await tx
    .updateTable('note_version')
    .set({
      title: titleAfter(review, values),
      draft_text: text,
      merged_to: review.mergedTo,
      paragraphs: JSON.stringify(paragraphsAfter(review, values, text)),
      child_title: values.childTitle || null,
      child_text: values.childText || null,
      child_text_easy: values.childTextEasy || null,
      read_back_to: values.readBackTo || null,
      checked: checkedAfter(review, values, { putIn, isSameText: text === review.text }),
      // A text that this request changes has not been reviewed in its new form.
      reviewed_at: values.isReviewed && text === review.text ? (review.reviewedAt ?? now) : null,
      revision: sql<number>`revision + 1`,
    })
    .where('id', '=', review.versionId)
    .where('revision', '=', values.revision)
    .where(sql<boolean>`${review.mergedTo}::int = ${values.mergedTo}::int`)
    .where('signed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!saved) return { outcome: 'stale' }
  if (review.number === 1) await saveFacts(tx, review, values)
  if (intent.kind === 'acceptFinal' || intent.kind === 'rejectFinal') await decideFinal(tx, review, intent)
  return { outcome: 'saved' }
}

function textAfter(review: Review, intent: ReviewIntent): { text: string; putIn: number | null } {
  const nothing = { text: review.text, putIn: null }
  if (intent.kind === 'acceptFinal') {
    const difference = openDifference(review, intent.number)
    const accepted = difference && acceptFinal(review.text, difference.liveText, difference.finalText)
    return accepted ? { text: accepted, putIn: null } : nothing
  }
  if (intent.kind === 'putIn') {
    const dropped = review.dropped.find(({ number, isPutIn }) => number === intent.number && !isPutIn)
    if (!dropped) return nothing
    const { text } = mergeSegments(
      { text: review.text, mergedTo: 0 },
      [{ number: 1, text: dropped.text }],
      'off',
    )
    return { text, putIn: dropped.number }
  }
  return nothing
}

const openDifference = (review: Review, number: number) =>
  review.differences.find((each) => each.number === number && each.decided === null)

async function decideFinal(
  tx: StaffTx,
  review: Review,
  intent: { kind: string; number: number },
): Promise<void> {
  const difference = openDifference(review, intent.number)
  if (!difference || (intent.kind === 'acceptFinal' && difference.isFrozen)) return
  await tx
    .updateTable('transcript_segment')
    .set({ final_decided: intent.kind === 'acceptFinal' ? 'accepted' : 'rejected' })
    .where('note_version_id', '=', review.versionId)
    .where('number', '=', intent.number)
    .where('final_decided', 'is', null)
    .execute()
}

/** All paragraphs once the suggestions are confirmed; before that, only those changed by hand. */
function paragraphsAfter(review: Review, values: ReviewValues, text: string): StoredParagraph[] {
  const isShown = isDrawn(values.voicesFrom)
  const decided = review.voices.map((paragraph, index) => {
    const { voice, speaker } = values.voices[paragraph.number] ?? paragraph
    const isChanged = voice !== paragraph.voice || speaker !== paragraph.speaker
    const isSeen = values.areVoicesSeen && isShown(paragraph, index)
    const isDecided = !paragraph.isSuggestion || isSeen || isChanged
    return isDecided ? storedParagraph({ text: paragraph.text, voice, speaker }, review.people) : null
  })
  const texts = splitParagraphs(text)
  // A phrase changed inside a paragraph does not change whose it is.
  if (texts.length === decided.length) {
    return decided.flatMap((paragraph, index) => (paragraph ? [{ ...paragraph, text: texts[index]! }] : []))
  }
  return decided.filter((paragraph) => paragraph !== null)
}

/** Drops keys of words no longer in the text. */
function checkedAfter(
  review: Review,
  values: ReviewValues,
  { putIn, isSameText }: { putIn: number | null; isSameText: boolean },
): string[] {
  const known = new Set(review.items.map(({ key }) => key))
  const isShown = isDrawn(values.checksFrom)
  const notShown = review.items.filter((item, index) => item.isDone && !isShown(item, index))
  const others = review.checked.filter((key) => /^(seen|dropped):/.test(key))
  const isApproved = values.isChildTextApproved && !isChangedAfterApproval(review, values)
  const isAskedAgain = isApproved ? !isSameText : review.isChildTextAskedAgain && hasChildText(values)
  return [
    ...new Set([
      ...others,
      ...notShown.map(({ key }) => key),
      ...values.checked.filter((key) => known.has(key)),
      ...(isApproved && isSameText ? [childTextKey] : []),
      ...(isAskedAgain ? [childTextAgainKey] : []),
      ...(putIn === null ? [] : [droppedKey(putIn)]),
    ]),
  ]
}

const hasChildText = ({ childTitle, childText, childTextEasy }: ReviewValues) =>
  Boolean(childTitle || childText || childTextEasy)

/** An approval of another text does not count for this one. */
function isChangedAfterApproval(review: Review, values: ReviewValues): boolean {
  const texts = [values.childTitle, values.childText, values.childTextEasy]
  const stored = [review.childTitle, review.childText, review.childTextEasy].map((text) => text ?? '')
  return review.checked.includes(childTextKey) && texts.some((text, index) => text !== stored[index])
}

/** Its own title stays; one made of kind and day follows them. */
function titleAfter(review: Review, values: ReviewValues): string {
  const title = values.title || review.title
  if (review.number > 1 || title !== titleOfKind(review.kind, review.eventAt)) return title
  const { kind, eventAt } = happenedAfter(review, values)
  return titleOfKind(kind, eventAt)
}

const happenedAfter = (review: Review, values: ReviewValues) => ({
  kind: noteKinds.find((kind) => kind === values.kind) ?? review.kind,
  eventAt: stockholmMoment(values.day, values.time) ?? review.eventAt,
})

async function saveFacts(tx: StaffTx, review: Review, values: ReviewValues): Promise<void> {
  const { kind, eventAt } = happenedAfter(review, values)
  await tx
    .updateTable('note')
    .set({
      kind,
      event_at: eventAt,
      source: values.source || null,
      participants: values.participants || null,
      child_present: values.childPresent === '' ? null : values.childPresent === 'yes',
      child_not_heard_reason: (values.childPresent === 'no' && values.childNotHeardReason) || null,
      bbic_areas: [...values.bbicAreas],
    })
    .where('id', '=', review.noteId)
    .execute()
}
