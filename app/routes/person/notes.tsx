import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { askAsPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { notFound } from '../../page/problem'
import { CaseMenu } from '../../case/case-menu'
import { Pager } from '../../ui/pager'
import { pageOf, pageSize } from '../../ui/paging'
import { Secrecy } from '../../case/secrecy'
import { useLanguage } from '../../i18n/language-context'
import { NoteList } from '../../note/note-list'
import { notesQuestion } from '../../note/notes'
import { PageHeading } from '../../ui/page/layout'
import { EmptyState } from '../../ui/notice'

export const handle = { script: false, title: 'note:listTitle' }

export async function loader({ request, context, params }: LoaderFunctionArgs) {
  const page = pageOf(request.url)
  const { rows } = await askAsPerson({ request, context }, () =>
    notesQuestion(idFrom(params['caseId']), page),
  )
  const found = rows[0]?.found
  if (!found) throw notFound()
  return { found, page }
}

export default function NotesRoute() {
  const { found, page } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  const { id, audience } = found
  return (
    <>
      <CaseMenu found={found} here="notes" />
      <PageHeading title={t('note:listTitle')} lead={t('note:listLead')} />
      {found.notes.length > 0 ? (
        <NoteList caseId={id} audience={audience} notes={found.notes.slice(0, pageSize)} />
      ) : (
        <EmptyState heading={t('note:none.heading')}>{t('note:none.text')}</EmptyState>
      )}
      <Pager page={page} hasMore={found.notes.length > pageSize} />
      <Secrecy caseId={id} />
    </>
  )
}
