import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { useLanguage } from '../../i18n/language-context'
import { notFound } from '../../page/problem'
import { ActMeaning } from '../../signing/staff/act-meaning'
import { cancelRequest, noteAnswer } from '../../signing/staff/ask-to-sign'
import { findRequest } from '../../signing/staff/list-requests'
import { RequestDeeds } from '../../signing/staff/request-deeds'
import { RequestState } from '../../signing/staff/request-list'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'signing:staff.request.title' }

async function find(tx: StaffTx, params: LoaderFunctionArgs['params']) {
  const found = await findRequest(tx, idFrom(params['requestId']))
  if (!found) throw notFound()
  return found
}

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx, { givenName }) => ({
    found: await find(tx, params),
    caseworker: givenName,
  }))
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const found = await find(tx, params)
    // A second press, or an answer that came first: the page shows what stands.
    if (form.get('step') === 'cancel') await cancelRequest(tx, found.id)
    if (form.get('step') === 'note') await noteAnswer(tx, found.id)
    return redirect(staffAt.request(found.id), 303)
  })
}

export default function RequestRoute() {
  const { found, caseworker } = useLoaderData<typeof loader>()
  const { t } = useLanguage()
  return (
    <>
      <BackLink href={staffAt.document(found.caseId, found.documentId)}>
        <Swedish>{found.title}</Swedish>
      </BackLink>
      <PageHeading title={`${found.personName} · ${t(`signing:staff.act.${found.act}`)}`} />
      <RequestState one={found} />
      <RequestDeeds one={found} />
      <ActMeaning act={found.act} name={caseworker} />
    </>
  )
}
