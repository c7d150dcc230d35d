import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { notFound, notTaken } from '../../page/problem'
import { beginVersion } from '../../document/draft/begin-document'
import { findFrozen } from '../../document/draft/find-frozen'
import { useLanguage } from '../../i18n/language-context'
import { lengthOf, longestReason } from '../../text/draft-limits'
import { Button } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { OwnForm } from '../../ui/form/own-form'
import { TextField } from '../../ui/form/text-field'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'write:version.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const found = await findFrozen(tx, idFrom(params['documentId']))
    if (!found) throw notFound()
    return found
  })
}

/** A frozen document is corrected by a new version with a reason (FL 2017:900 36 §). */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const reason = textOf(form, 'reason').trim()
    const gone = () => notTaken(reason)
    const documentId = idFrom(params['documentId'], gone)
    if (!(await findFrozen(tx, documentId))) throw gone()
    if (reason === '') return data({ reason, fault: 'reasonMissing' as const }, 400)
    if (lengthOf(reason) > longestReason) return data({ reason, fault: 'reasonLong' as const }, 400)
    if (!(await beginVersion(tx, { documentId, reason }))) throw gone()
    return redirect(staffAt.documentDraft(documentId), 303)
  })
}

export default function NewVersionPage() {
  const { documentId, caseId, title } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const error = posted ? t(`dictation:correction.fault.${posted.fault}`, { count: longestReason }) : undefined
  return (
    <>
      <BackLink href={staffAt.document(caseId, documentId)}>
        <Swedish>{title}</Swedish>
      </BackLink>
      <PageHeading title={t('write:version.title')} lead={t('write:version.lead')} />
      <OwnForm className="form">
        <ErrorSummary
          heading={t('ui:errors.heading', { count: 1 })}
          errors={error ? [{ href: '#reason', text: error }] : []}
        />
        <TextField
          name="reason"
          label={t('write:version.reason')}
          hint={t('write:version.hint')}
          value={posted?.reason}
          error={error}
          maxLength={longestReason}
        />
        <div className="actions">
          <Button variant="primary">{t('write:version.begin')}</Button>
        </div>
      </OwnForm>
    </>
  )
}
