import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { notFound } from '../../page/problem'
import { withoutWarnings } from '../../disclosure/reader-answer'
import { tryPdf } from '../../document/pdf/try-pdf'
import { freezeDocument, readyToFreeze, uploadedBytes } from '../../document/release/freeze-document'
import { FreezePage } from '../../document/release/freeze-page'
import { loadDocumentRelease } from '../../document/release/load-release'
import { missingForFreezing } from '../../document/release/missing-for-freezing'

export const handle = { script: false, title: 'write:freeze.title' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const found = await asStaff({ request, context }, async (tx) => {
    const documentId = idFrom(params['documentId'])
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const release = await loadDocumentRelease(tx, documentId, keys)
    if (!release) throw notFound()
    if (!release.draft) throw redirect(staffAt.document(release.caseId, documentId), 303)
    return {
      release: { ...release, readers: withoutWarnings(release.readers) },
      // An upload is frozen as it came.
      content: release.draft.uploadedName === null ? release.draft.content : null,
      missing: missingForFreezing(release),
    }
  })
  const { release, content, missing } = found
  const tried = content && (await tryPdf(content, context.now()))
  return { release, missing, refused: tried?.refused ?? null }
}

/** Freezes the bytes that are made between two transactions: what was decided on is asked again in the second. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  const revision = Number(textOf(form, 'revision') || '-1')
  const arrival = { request, context, form }
  const ready = await asStaff(arrival, async (tx) => {
    const documentId = idFrom(params['documentId'])
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    return { documentId, ...(await readyToFreeze(tx, { documentId, revision, ...keys })) }
  })
  const { documentId } = ready
  if (ready.outcome !== 'ready') return answered(documentId, ready)
  const madeAt = context.now()
  const made = ready.isUpload ? uploadedBytes : (await tryPdf(ready.content, madeAt)).made
  if (!made) return data({ stopped: 'missing' as const }, 409)
  const frozen = await asStaff(arrival, (tx) => {
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    return freezeDocument(tx, { documentId, revision, pdf: made, madeAt, ...keys })
  })
  return answered(documentId, frozen)
}

type Outcome = { outcome: string; caseId?: string; isToBeDecided?: boolean }

function answered(documentId: string, { outcome, caseId, isToBeDecided }: Outcome) {
  if (caseId && isToBeDecided) return redirect(staffAt.askForDecision(caseId, documentId), 303)
  if (caseId) return redirect(`${staffAt.document(caseId, documentId)}?faststalld=1`, 303)
  if (outcome === 'gone') throw notFound()
  return data({ stopped: outcome === 'stale' ? ('stale' as const) : ('missing' as const) }, 409)
}

export default function FreezeRoute() {
  const { release, missing, refused } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return (
    <FreezePage release={release} missing={missing} refused={refused} stopped={posted?.stopped ?? null} />
  )
}
