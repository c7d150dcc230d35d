import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { notFound, notTaken } from '../../page/problem'
import {
  discardDocumentDraft,
  findDocumentDraft,
  saveDocumentDraft,
} from '../../document/draft/document-draft'
import { findWritten } from '../../document/draft/find-written'
import { draftIn, draftWordsIn } from '../../document/draft/draft-in'
import { lookThrough } from '../../document/draft/draft-faults'
import { DocumentDraftPage } from '../../document/draft/draft-page'
import { UploadedDraftPage } from '../../document/finished/uploaded-draft-page'
import { tryPdf } from '../../document/pdf/try-pdf'

export const handle = { script: false, title: 'write:draft.title' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  const { draft, uploaded } = await asStaff({ request, context }, async (tx) => {
    const documentId = idFrom(params['documentId'])
    const draft = await findWritten(tx, documentId)
    const uploaded = draft ? null : await findDocumentDraft(tx, documentId)
    if (!draft && !uploaded) throw notFound()
    return { draft, uploaded: uploaded ?? null }
  })
  if (!draft) return { written: null, uploaded }
  const { content, faults } = lookThrough(draft.template, draft)
  const state = searchParams.has('saknas') ? 'missing' : searchParams.has('sparat') ? 'saved' : 'opened'
  const tried = state === 'missing' && content ? await tryPdf(content, context.now()) : null
  const { facts, childTitle, childText, revision, ...rest } = draft
  const written = {
    ...rest,
    values: { facts, childTitle: childTitle ?? '', childText: childText ?? '', revision },
    faults: state === 'missing' ? faults : [],
    left: faults.length,
    state,
    refused: tried?.refused ?? null,
  } as const
  return { written, uploaded: null }
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  const done = await asStaff({ request, context, form }, async (tx) => {
    const gone = () => notTaken(draftWordsIn(form))
    const documentId = idFrom(params['documentId'], gone)
    const own = await findDocumentDraft(tx, documentId)
    if (own && form.get('do') === 'discard') {
      await discardDocumentDraft(tx, documentId)
      return { next: staffAt.case(own.caseId) }
    }
    const draft = await findWritten(tx, documentId)
    if (!draft) throw gone()
    const { template } = draft
    const values = draftIn(form, template)
    const { content } = lookThrough(template, values)
    const revision = await saveDocumentDraft(tx, { ...draft, ...values, content })
    if (revision !== null) return { documentId, content }
    return { values: { ...values, revision: draft.revision }, stale: draft.savedAt }
  })
  if ('values' in done) return data(done, 409)
  if ('next' in done) return redirect(done.next, 303)
  const here = staffAt.documentDraft(done.documentId)
  if (textOf(form, 'do') !== 'next') return redirect(`${here}?sparat=1`, 303)
  const tried = done.content && (await tryPdf(done.content, context.now()))
  return redirect(tried?.made ? staffAt.documentReaders(done.documentId) : `${here}?saknas=1`, 303)
}

export default function DocumentDraftRoute() {
  const { written: draft, uploaded } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  if (!draft) return uploaded ? <UploadedDraftPage {...uploaded} /> : null
  return (
    <DocumentDraftPage
      {...draft}
      values={posted?.values ?? draft.values}
      stale={posted?.stale ?? null}
      state={posted ? 'opened' : draft.state}
    />
  )
}
