import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { notFound } from '../../page/problem'
import { openNote } from '../../note/draft/open-note'
import { loadRelease } from '../../note/release/load-release'
import { withoutWarnings } from '../../disclosure/reader-answer'
import { missingForSigning } from '../../note/release/missing-for-signing'
import { signNote } from '../../note/release/sign-note'
import { SignPage } from '../../note/release/sign-page'
import { reviewOf } from '../../note/review/review-of'

export const handle = { script: false, title: 'release:sign.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const isSaved = new URL(request.url).searchParams.has('sparat')
  return asStaff({ request, context }, async (tx) => {
    const noteId = idFrom(params['noteId'])
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const note = await openNote(tx, noteId)
    const review = note && (await reviewOf(tx, note, keys.now))
    const release = review && (await loadRelease(tx, note, keys))
    if (!release) {
      if (note?.isSigned) throw redirect(staffAt.note(noteId), 303)
      throw notFound()
    }
    return {
      release: { ...release, readers: withoutWarnings(release.readers) },
      revision: review.revision,
      hasSound: review.recordings.some(({ erasedAt }) => erasedAt === null),
      missing: missingForSigning(review, release),
      isSaved,
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx, { municipalityId }) => {
    const noteId = idFrom(params['noteId'])
    const revision = Number(form.get('revision') ?? -1)
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const signed = await signNote(tx, { noteId, municipalityId, revision, ...keys })
    if (signed.outcome === 'gone') throw notFound()
    if (signed.outcome === 'signed' || signed.outcome === 'alreadySigned') {
      return redirect(`${staffAt.note(noteId)}?signerad=1`, 303)
    }
    return data({ refused: signed.outcome }, 409)
  })
}

export default function SignRoute() {
  const { release, revision, hasSound, missing, isSaved } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return (
    <SignPage
      release={release}
      revision={revision}
      hasSound={hasSound}
      missing={missing}
      refused={posted?.refused ?? null}
      isSaved={isSaved}
    />
  )
}
