import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { notFound } from '../../page/problem'
import { formWarnings } from '../../disclosure/drawn-warnings'
import { listGrounds } from '../../disclosure/list-readers'
import { openNote } from '../../note/draft/open-note'
import { loadRelease } from '../../note/release/load-release'
import { readerIn, storedReader } from '../../disclosure/reader-form'
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
    const wished = release.readers.find(({ personId }) => personId === searchParams.get('lasare'))
    const open = wished ?? release.readers.find(({ isConfirmed }) => !isConfirmed)
    // Warnings are drawn for the reader who is being decided, and of a long text not all.
    const readers = release.readers.map((reader) => ({
      ...reader,
      warnings: reader.warnings.map((warning) => ({ ...warning, places: [] })),
      warningsInFull: [],
    }))
    const values = open && storedReader(open, release.textMark)
    return {
      release: { ...release, readers },
      grounds: await listGrounds(tx),
      open: open && values ? { ...nothingWrong, values, warnings: formWarnings(open, values) } : null,
      isSaved: searchParams.has('sparat'),
    }
  })
}

const nothingWrong = { stale: null, faults: [], unseen: 0, foreignNumbers: [] }

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const noteId = idFrom(params['noteId'])
    const values = readerIn(form)
    const keys = { dataKeys: context.dataKeys, now: context.now() }
    const saved = await saveReader(tx, { noteId, values, ...keys })
    if (saved.outcome === 'gone') throw notFound()
    if (saved.outcome === 'stale') {
      const { reader, decidedAt, textMark, isTextChanged } = saved
      const stale = isTextChanged ? ('text' as const) : ('decision' as const)
      // A level chosen for another text is no choice for this one.
      const level = isTextChanged ? '' : values.level
      const current = { ...values, level, decidedAt, textMark }
      return data({ ...nothingWrong, values: current, stale, warnings: formWarnings(reader, current) }, 409)
    }
    if (saved.outcome === 'refused') {
      const { reader, faults, unseen, foreignNumbers } = saved
      const warnings = formWarnings(reader, values, unseen)
      return data({ values, stale: null, faults, unseen: unseen.length, warnings, foreignNumbers }, 400)
    }
    return redirect(`${staffAt.readers(noteId)}?sparat=1`, 303)
  })
}

export default function ReadersRoute() {
  const { release, grounds, open, isSaved } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return <ReadersPage release={release} grounds={grounds} open={posted ?? open} isSaved={isSaved} />
}
