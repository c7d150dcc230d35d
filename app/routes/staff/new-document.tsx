import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { notFound } from '../../page/problem'
import { beginDocument, templateNamed } from '../../document/draft/begin-document'
import { NewDocumentForm } from '../../document/draft/new-document-form'
import { useLanguage } from '../../i18n/language-context'
import { findCaseChild } from '../../note/draft/find-case-child'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'write:new.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const caseId = idFrom(params['caseId'])
    const childName = await findCaseChild(tx, caseId)
    if (childName === undefined) throw notFound()
    return { caseId, childName, documentId: randomUUID() }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const caseId = idFrom(params['caseId'])
    const template = templateNamed(textOf(form, 'template'))
    if (!template) return data({ isUnchosen: true }, 400)
    const documentId = idFrom(textOf(form, 'documentId'))
    const isBegun = await beginDocument(tx, { documentId, caseId, template, now: context.now() })
    if (!isBegun) throw notFound()
    return redirect(staffAt.documentDraft(documentId), 303)
  })
}

export default function NewDocumentPage() {
  const { caseId, childName, documentId } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.case(caseId)}>{t('staff:note.back', { name: childName })}</BackLink>
      <PageHeading title={t('write:new.heading', { name: childName })} />
      <NewDocumentForm documentId={documentId} isUnchosen={posted?.isUnchosen ?? false} />
    </>
  )
}
