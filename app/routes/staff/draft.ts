import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedJson } from '../../access/posted-form'
import { notFound } from '../../page/problem'
import { withoutPage } from '../../access/without-page'
import { heardTo } from '../../dictation/recording/heard-to'
import { draftIn } from '../../note/draft/draft-in'
import { findDraft, findHeard } from '../../note/draft/find-draft'
import { saveDraft } from '../../note/draft/save-draft'

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const work = asStaff({ request, context }, async (tx) => {
    const after = heardTo(new URL(request.url).searchParams.get('efter'))
    const heard = await findHeard(tx, idFrom(params['noteId']), after)
    if (!heard) throw notFound()
    return Response.json({ heard })
  })
  return withoutPage(work)
}

/** Saves a draft. 409 with the stored text when another page has saved in between. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const read = draftIn(await postedJson(request))
  const work = asStaff({ request, context }, async (tx) => {
    const draft = await findDraft(tx, idFrom(params['noteId']))
    if (!draft) throw notFound()
    if (!read) return new Response(null, { status: 400 })
    if (read.fault) return new Response(null, { status: 413 })
    const title = read.title.trim() || draft.title
    const saved = await saveDraft(tx, { ...read, title, versionId: draft.versionId })
    if (saved) return Response.json(saved)
    const { revision, text, mergedTo } = draft
    return Response.json({ revision, title: draft.title, text, mergedTo }, { status: 409 })
  })
  return withoutPage(work)
}
