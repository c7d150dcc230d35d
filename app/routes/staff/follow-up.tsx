import { randomUUID } from 'node:crypto'
import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { beginFollowUpNote } from '../../follow-up/begin-note'
import { NextStep } from '../../follow-up/next-step'
import { readFollowUp } from '../../follow-up/read-follow-up'
import { RecordFacts } from '../../follow-up/record-facts'
import { useLanguage } from '../../i18n/language-context'
import { findCaseChild } from '../../note/draft/find-case-child'
import { notFound } from '../../page/problem'
import { Notice } from '../../ui/notice'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'followup:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const caseId = idFrom(params['caseId'])
    const childName = await findCaseChild(tx, caseId)
    const record = await readFollowUp(tx, caseId, idFrom(params['followUpId']))
    if (childName === undefined || !record) throw notFound()
    const isOffered = new URL(request.url).searchParams.has('erbjuden')
    return { caseId, childName, record, isOffered, noteId: randomUUID() }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx, { subjectId }) => {
    const caseId = idFrom(params['caseId'])
    const childName = await findCaseChild(tx, caseId)
    if (childName === undefined) throw notFound()
    const noteId = await beginFollowUpNote(tx, {
      caseId,
      followUpId: idFrom(params['followUpId']),
      noteId: idFrom(textOf(form, 'noteId')),
      versionId: randomUUID(),
      childName,
      authorId: subjectId,
      now: context.now(),
    })
    if (!noteId) throw notFound()
    return redirect(staffAt.note(noteId), 303)
  })
}

export default function FollowUpRoute() {
  const { caseId, childName, record, isOffered, noteId } = useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('dictation:desk.back', { name: childName })}</BackLink>
      <PageHeading
        title={t('followup:heading', { name: childName })}
        detail={t('followup:recorded', { name: record.recordedBy, when: dates.when(record.recordedAt) })}
      />
      {isOffered ? (
        <Notice tone="done" heading={t('followup:survey.asked.heading')}>
          {t('followup:survey.asked.text')}
        </Notice>
      ) : null}
      <NextStep record={record} noteId={noteId} />
      <RecordFacts record={record} childName={childName} />
    </>
  )
}
