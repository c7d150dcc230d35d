import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { findStaffDocument } from '../../document/staff/read-staff-document'
import { useLanguage } from '../../i18n/language-context'
import { PutMatterForm } from '../../meeting/put-matter-form'
import { listComingMeetings, putMatter } from '../../meeting/put-matter'
import { notFound } from '../../page/problem'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'meeting:put.title' }

async function findOpen(tx: StaffTx, params: LoaderFunctionArgs['params']) {
  const document = await findStaffDocument(tx, idFrom(params['caseId']), idFrom(params['documentId']))
  if (!document) throw notFound()
  return { document, meetings: await listComingMeetings(tx, document.id) }
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, (tx) => findOpen(tx, params))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const { document, meetings } = await findOpen(tx, params)
    const meeting = textOf(form, 'meeting')
    const isKnown = meetings.some(({ id }) => id === meeting)
    if (isKnown && (await putMatter(tx, document.id, meeting)))
      return redirect(staffAt.putMatter(document.caseId, document.id), 303)
    return data({ isWrong: true }, 400)
  })
}

export default function PutMatterRoute() {
  const { document, meetings } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const backHref = staffAt.document(document.caseId, document.id)
  return (
    <>
      <BackLink href={backHref}>
        <Swedish>{document.title}</Swedish>
      </BackLink>
      <PageHeading title={t('meeting:put.title')} lead={t('meeting:put.lead')} />
      <PutMatterForm meetings={meetings} isWrong={posted?.isWrong === true} backHref={backHref} />
    </>
  )
}
