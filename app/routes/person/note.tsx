import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { closedOnDevice } from '../../access/closed-on-device'
import { askAsPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { answererName } from '../../case/caseworkers'
import { itemTitle } from '../../reading/item-title'
import { useLanguage } from '../../i18n/language-context'
import { NotePage } from '../../note/note-page'
import { noteQuestion, noteVersion } from '../../note/read-note'
import { OnPaper } from '../../reading/on-paper'
import { RemarkSaved } from '../../remark/remarks'
import { isChild } from '../../person/is-child'
import { ClosedOnThisDevice } from '../../person/closed-on-device-notice'
import { HelpNow } from '../../ui/help-lines'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { fullName } from '../../person/full-name'

export const handle = { script: false, title: 'note:title' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url)
  // Closed on this device: nothing is shown, so no reading is logged.
  const isOpened = !closedOnDevice({ request, context }).includes('notes')
  const { rows, subject } = await askAsPerson({ request, context }, () =>
    noteQuestion(idFrom(params['caseId']), idFrom(params['noteId']), isOpened),
  )
  const found = rows[0]?.page
  if (!found) throw notFound()
  return {
    note: found.note,
    reader: subject.givenName,
    wish: searchParams.get('text'),
    isSaved: searchParams.has('sparat'),
    emergency: subject.emergency,
    versions: found.versions?.map(noteVersion) ?? null,
  }
}

export default function NoteRoute() {
  const { note, reader, versions, wish, isSaved, emergency } = useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  const author = fullName(note.authorGivenName, note.authorFamilyName)
  return (
    <>
      <BackLink href={personAt.notes(note.caseId)}>{t('note:listTitle')}</BackLink>
      <PageHeading
        title={<Swedish>{itemTitle(note, note.audience)}</Swedish>}
        detail={`${dates.when(note.eventAt)} · ${t('note:by', { name: author })}`}
      />
      <OnPaper caseNumber={note.caseNumber} reader={reader} dated={note.eventAt} />
      <RemarkSaved isSaved={isSaved} />
      {versions ? (
        <NotePage
          note={note}
          versions={versions}
          wish={wish}
          caseworker={answererName(note.caseworkers) ?? note.authorGivenName}
        />
      ) : (
        <ClosedOnThisDevice what="notes" />
      )}
      <HelpNow emergency={emergency} isForYoung={isChild(note.audience)} />
    </>
  )
}
