import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { notFound } from '../../page/problem'
import { useLanguage } from '../../i18n/language-context'
import { createNote } from '../../note/draft/create-note'
import { findCaseChild } from '../../note/draft/find-case-child'
import { titleOfKind } from '../../note/title-of-kind'
import { newNoteIn } from '../../note/draft/new-note-in'
import { NewNoteForm } from '../../note/draft/new-note-form'
import { stockholmClock } from '../../calendar/stockholm-moment'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'dictation:new.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const caseId = idFrom(params['caseId'])
    const childName = await findCaseChild(tx, caseId)
    if (childName === undefined) throw notFound()
    return { caseId, childName, noteId: randomUUID(), ...stockholmClock(context.now()) }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx, { subjectId }) => {
    const caseId = idFrom(params['caseId'])
    const now = context.now()
    const { kind, eventAt, fault, noteId: posted, day, time } = newNoteIn(form, now)
    if (fault || !kind || !eventAt) return data({ day, time, fault }, 400)
    const noteId = idFrom(posted)
    const title = titleOfKind(kind, eventAt)
    const note = { noteId, versionId: randomUUID(), caseId, kind, eventAt, title, authorId: subjectId, now }
    if (!(await createNote(tx, note))) throw notFound()
    return redirect(staffAt.note(noteId), 303)
  })
}

export default function NewNotePage() {
  const { caseId, childName, ...fresh } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('dictation:desk.back', { name: childName })}</BackLink>
      <PageHeading title={t('dictation:new.heading', { name: childName })} />
      <NewNoteForm {...fresh} {...posted} />
    </>
  )
}
