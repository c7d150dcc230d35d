import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { notFound, notTaken } from '../../page/problem'
import { listGrounds } from '../../disclosure/list-readers'
import { formOf, openReader, withoutPlaces } from '../../disclosure/reader-answer'
import { readerIn } from '../../disclosure/reader-form'
import { DocumentReadersPage } from '../../document/release/document-readers-page'
import { loadDocumentRelease } from '../../document/release/load-release'
import { saveDocumentReader } from '../../document/release/save-document-reader'

export const handle = { script: false, title: 'release:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return asStaff({ request, context }, async (tx) => {
    const documentId = idFrom(params['documentId'])
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const release = await loadDocumentRelease(tx, documentId, keys)
    if (!release) throw notFound()
    // Nobody decides on what is not whole yet.
    if (release.draft && !release.draft.content) {
      throw redirect(`${staffAt.documentDraft(documentId)}?saknas=1`, 303)
    }
    const wished = searchParams.get('lasare')
    return {
      release: { ...release, readers: withoutPlaces(release.readers) },
      grounds: await listGrounds(tx),
      open: openReader(release.readers, { wished, textMark: release.textMark }),
      isSaved: searchParams.has('sparat'),
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const values = readerIn(form)
    const gone = () => notTaken(values.title, values.text, values.harm)
    const documentId = idFrom(params['documentId'], gone)
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const saved = await saveDocumentReader(tx, { documentId, values, ...keys })
    if (saved.outcome === 'gone') throw gone()
    if (saved.outcome === 'saved') return redirect(`${staffAt.documentReaders(documentId)}?sparat=1`, 303)
    return data(formOf(saved, values), saved.outcome === 'stale' ? 409 : 400)
  })
}

export default function DocumentReadersRoute() {
  const { release, grounds, open, isSaved } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return <DocumentReadersPage release={release} grounds={grounds} open={posted ?? open} isSaved={isSaved} />
}
