import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { notFound, notTaken } from '../../page/problem'
import { listGrounds } from '../../disclosure/list-readers'
import { openNote } from '../../note/draft/open-note'
import { loadRelease } from '../../note/release/load-release'
import { formOf, openReader, withoutPlaces } from '../../disclosure/reader-answer'
import { readerIn } from '../../disclosure/reader-form'
import { ReadersPage } from '../../note/release/readers-page'
import { saveReader } from '../../note/release/save-reader'

export const handle = { script: false, title: 'release:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return asStaff({ request, context }, async (tx) => {
    const note = await openNote(tx, idFrom(params['noteId']))
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const release = note && (await loadRelease(tx, note, keys))
    if (!release) throw notFound()
    return {
      release: { ...release, readers: withoutPlaces(release.readers) },
      grounds: await listGrounds(tx),
      open: openReader(release.readers, {
        wished: searchParams.get('lasare'),
        textMark: release.textMark,
      }),
      isSaved: searchParams.has('sparat'),
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const values = readerIn(form)
    const gone = () => notTaken(values.title, values.text, values.harm)
    const noteId = idFrom(params['noteId'], gone)
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const saved = await saveReader(tx, { noteId, values, ...keys })
    if (saved.outcome === 'gone') throw gone()
    if (saved.outcome === 'saved') return redirect(`${staffAt.readers(noteId)}?sparat=1`, 303)
    return data(formOf(saved, values), saved.outcome === 'stale' ? 409 : 400)
  })
}

export default function ReadersRoute() {
  const { release, grounds, open, isSaved } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return <ReadersPage release={release} grounds={grounds} open={posted ?? open} isSaved={isSaved} />
}
