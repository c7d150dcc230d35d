import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { notFound, notTaken } from '../../page/problem'
import { openNote } from '../../note/draft/open-note'
import { drawnFrom, isDrawn } from '../../note/review/drawn-part'
import type { Missing } from '../../disclosure/missing'
import { missingInReview } from '../../note/review/missing-in-review'
import { withProposedChildText } from '../../note/review/propose-child-text'
import { reviewIn } from '../../note/review/review-form'
import { ReviewPage } from '../../note/review/review-page'
import { reviewOf } from '../../note/review/review-of'
import { reviewParts, type ReviewPart } from '../../note/review/review-parts'
import { storedValues, unvouched } from '../../note/review/review-values'
import { saveReview } from '../../note/review/save-review'

export const handle = { script: false, title: 'review:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return asStaff({ request, context }, async (tx) => {
    const noteId = idFrom(params['noteId'])
    const note = await openNote(tx, noteId)
    const found = note && (await reviewOf(tx, note, context.now()))
    if (!found) {
      if (note?.isSigned) throw redirect(staffAt.note(noteId), 303)
      throw notFound()
    }
    const from = drawnFrom(found, searchParams)
    const items = found.items.filter(isDrawn(from.checksFrom))
    const left = (rows: typeof items) => rows.filter(({ isDone }) => !isDone).length
    const leftElsewhere = left(found.items) - left(items)
    const checks = { items, from: from.checksFrom, all: found.items.length, leftElsewhere }
    const review = { ...found, items, checked: [], phrases: [], paragraphs: [] }
    const state = searchParams.has('saknas') ? 'incomplete' : searchParams.has('sparat') ? 'saved' : 'opened'
    const missing = missingInReview(found)
    const open = openParts(searchParams.get('steg'), missing)
    return { review, checks, values: storedValues({ ...found, items }, from), missing, state, open } as const
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx, subject) => {
    const { values: posted, intent } = reviewIn(form)
    const { childNotHeardReason, childTitle, childText, childTextEasy } = posted
    const gone = () => notTaken(childNotHeardReason, childTitle, childText, childTextEasy)
    const noteId = idFrom(params['noteId'], gone)
    const now = context.now()
    const note = await openNote(tx, noteId)
    const review = note && (await reviewOf(tx, note, now))
    if (!review) throw gone()
    const values =
      intent.kind === 'draftChildText'
        ? withProposedChildText(
            { ...posted, kind: posted.kind || review.kind },
            { ...review, authorName: subject.givenName, now },
          )
        : posted
    const saved = await saveReview(tx, { review, values, intent, now })
    if (saved.outcome === 'stale')
      return data({ values: unvouched(values, review), state: 'stale', faults: [] } as const, 409)
    if (saved.outcome === 'faulty')
      return data({ values, state: 'faulty', faults: saved.faults } as const, 400)
    if (intent.kind === 'draftChildText')
      return redirect(`${staffAt.review(noteId)}?sparat=1&steg=barntext#barntext`, 303)
    if (intent.kind === 'showChecks')
      return redirect(
        `${staffAt.review(noteId)}?sparat=1&kontroll=${intent.number}&steg=kontrollera#kontrollera`,
        303,
      )
    if (intent.kind === 'showVoices')
      return redirect(`${staffAt.review(noteId)}?sparat=1&stycke=${intent.number}&steg=stycken#stycken`, 303)
    if (intent.kind !== 'next') return redirect(`${staffAt.review(noteId)}?sparat=1`, 303)
    const after = await openNote(tx, noteId)
    const kept = after && (await reviewOf(tx, after, now))
    const isComplete = kept && missingInReview(kept).length === 0
    return redirect(isComplete ? staffAt.readers(noteId) : `${staffAt.review(noteId)}?saknas=1`, 303)
  })
}

function openParts(wished: string | null, missing: readonly Missing[]): ReviewPart[] {
  const lacking = missing.map(({ href }) => new URL(href, 'http://page').searchParams.get('steg'))
  return reviewParts.filter((part) => part === wished || lacking.includes(part))
}

export default function ReviewRoute() {
  const { review, checks, values, missing, state, open } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return (
    <ReviewPage
      review={review}
      values={posted?.values ?? values}
      checks={checks}
      missing={missing}
      state={posted?.state ?? state}
      faults={posted?.faults ?? []}
      open={posted ? 'all' : open}
    />
  )
}
