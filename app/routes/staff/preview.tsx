import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asStaff, lookAs } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { findPreview } from '../../note/release/find-preview'
import { prepareNote, readPreviewed } from '../../note/release/prepare-preview'
import { PreviewPage } from '../../note/release/preview-page'

export const handle = { script: false, title: 'release:preview.title' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const now = context.now()
  // Stored before the preview, which is rolled back.
  const { ids, ...preview } = await asStaff({ request, context }, async (tx) => {
    const ids = { noteId: idFrom(params['noteId']), personId: idFrom(params['personId']) }
    const found = await findPreview(tx, { ...ids, dataKeys: context.dataKeys, now })
    if (!found) throw notFound()
    return { ids, ...found }
  })
  const shown =
    preview.missing.length > 0
      ? null
      : await lookAs(
          { request, context },
          {
            personId: ids.personId,
            prepare: (tx) => prepareNote(tx, { ...ids, now }),
            read: (tx) => readPreviewed(tx, { ...ids, caseId: preview.caseId }),
          },
        )
  return { ...preview, noteId: ids.noteId, shown, wish: new URL(request.url).searchParams.get('text') }
}

export default function PreviewRoute() {
  const { noteId, reader, missing, shown, shownFrom, wish } = useLoaderData<typeof loader>()
  return (
    <PreviewPage
      noteId={noteId}
      reader={reader}
      missing={missing}
      shown={shown}
      shownFrom={shownFrom}
      wish={wish}
    />
  )
}
