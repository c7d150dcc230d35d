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
import { findAllAtOnce, saveAllReaders } from '../../note/release/save-all-readers'
import { saveReader } from '../../note/release/save-reader'

export const handle = { script: false, title: 'release:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  return asStaff({ request, context }, async (tx) => {
    const note = await openNote(tx, idFrom(params['noteId']))
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const release = note && (await loadRelease(tx, note, keys))
    if (!release) throw notFound()
    const wished = searchParams.get('lasare')
    // Who chooses one of them decides on one at a time.
    const allAtOnce = wished === null ? await findAllAtOnce(tx, release, keys) : null
    return {
      release: { ...release, readers: withoutPlaces(release.readers) },
      grounds: await listGrounds(tx),
      open: allAtOnce ? null : openReader(release.readers, { wished, textMark: release.textMark }),
      allAtOnce,
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
    if (form.get('do') === 'all') {
      const personIds = form.getAll('reader').map(String)
      const drawn = { textMark: values.textMark, seen: values.seen, personIds }
      const became = await saveAllReaders(tx, { noteId, drawn, ...keys })
      if (became === 'gone') throw gone()
      if (became === 'saved') return redirect(`${staffAt.sign(noteId)}?sparat=1`, 303)
      const ticked = became === 'unseen' ? values.seen : null
      return data({ form: null, ticked }, became === 'unseen' ? 400 : 409)
    }
    const saved = await saveReader(tx, { noteId, values, ...keys })
    if (saved.outcome === 'gone') throw gone()
    if (saved.outcome === 'saved') return redirect(`${staffAt.readers(noteId)}?sparat=1`, 303)
    return data({ form: formOf(saved, values), ticked: null }, saved.outcome === 'stale' ? 409 : 400)
  })
}

export default function ReadersRoute() {
  const { open, ...page } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return (
    <ReadersPage
      {...page}
      open={posted?.form ?? open}
      allAtOnce={posted?.form ? null : page.allAtOnce}
      isAllRefused={posted?.form === null && posted.ticked === null}
      allTicked={posted?.ticked ?? null}
    />
  )
}
