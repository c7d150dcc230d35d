import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { notFound, notTaken } from '../../page/problem'
import { roomTexts } from '../../i18n/texts.server'
import { changeCaseWord } from '../../note/draft/change-case-word'
import { deskData } from '../../note/draft/desk-data'
import { discardDraft } from '../../note/draft/discard-draft'
import type { UploadOutcome } from '../../note/draft/draft-aside'
import { draftIn } from '../../note/draft/draft-in'
import { DraftPage } from '../../note/draft/draft-page'
import { findDraft } from '../../note/draft/find-draft'
import { openNote } from '../../note/draft/open-note'
import { saveDraft } from '../../note/draft/save-draft'
import { readSignedNote } from '../../note/read-signed-note'
import { SignedNotice } from '../../note/release/signed-notice'
import { SignedNote } from '../../note/signed-note'

export const handle = { script: false, title: 'dictation:desk.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const noteId = idFrom(params['noteId'])
    const note = await openNote(tx, noteId)
    if (!note?.draft) {
      const signed = await readSignedNote(tx, noteId)
      if (!signed) throw notFound()
      const isNewlySigned = new URL(request.url).searchParams.has('signerad')
      return { signed, desk: null, signedNow: isNewlySigned ? context.now() : null }
    }
    return {
      desk: deskData(note, note.draft),
      texts: { dictation: roomTexts(context.visitor.language, 'dictation') },
      scripts: context.scripts,
      now: context.now().getTime(),
      holder: context.visitor.holder ?? '',
      uploadId: randomUUID(),
      outcome: outcomeIn(request),
      isSaved: new URL(request.url).searchParams.has('sparat'),
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const gone = () => notTaken(textOf(form, 'title'), textOf(form, 'text'))
    const draft = await findDraft(tx, idFrom(params['noteId'], gone))
    if (!draft) throw gone()
    const here = staffAt.note(draft.noteId)
    const intent = form.get('do')
    if (intent === 'discard') {
      await discardDraft(tx, draft)
      return redirect(staffAt.case(draft.caseId), 303)
    }
    if (intent === 'addWord' || intent === 'removeWord') {
      await changeCaseWord(tx, draft, { intent, given: form.get('word') })
      return redirect(here, 303)
    }
    const posted = draftIn(Object.fromEntries(form))
    if (!posted) throw notFound()
    if (posted.fault) return data({ ...posted, other: null }, 413)
    const title = posted.title.trim() || draft.title
    const saved = await saveDraft(tx, { ...posted, title, versionId: draft.versionId })
    if (saved) return redirect(intent === 'next' ? staffAt.review(draft.noteId) : `${here}?sparat=1`, 303)
    const { revision, text, mergedTo } = draft
    return data({ ...posted, other: { revision, text, mergedTo, title: draft.title } }, 409)
  })
}

const outcomes: readonly UploadOutcome[] = ['mottagen', 'missing', 'unreadable', 'tooLarge']

function outcomeIn(request: Request): UploadOutcome | null {
  const told = new URL(request.url).searchParams.get('fil')
  return outcomes.find((each) => each === told) ?? null
}

export default function StaffNotePage() {
  const shown = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  if (!shown.desk) {
    return (
      <>
        {shown.signedNow ? <SignedNotice readers={shown.signed.readers} now={shown.signedNow} /> : null}
        <SignedNote note={shown.signed} />
      </>
    )
  }
  return <DraftPage {...shown} posted={posted} />
}
