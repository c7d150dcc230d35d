import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { notFound, notTaken } from '../../page/problem'
import { useLanguage } from '../../i18n/language-context'
import { beginCorrection } from '../../note/draft/begin-correction'
import { findSignedTitle } from '../../note/draft/find-signed-title'
import { lengthOf, longestReason } from '../../text/draft-limits'
import { BackLink } from '../../ui/page/back-link'
import { Button } from '../../ui/form/button'
import { ErrorSummary } from '../../ui/form/error-summary'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'
import { TextField } from '../../ui/form/text-field'
import { OwnForm } from '../../ui/form/own-form'

export const handle = { script: false, title: 'dictation:correction.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const noteId = idFrom(params['noteId'])
    const title = await findSignedTitle(tx, noteId)
    if (title === undefined) throw notFound()
    return { noteId, title }
  })
}

/** A signed note is corrected by a new version with a reason (FL 2017:900 36 §). */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const reason = textOf(form, 'reason').trim()
    const gone = () => notTaken(reason)
    const noteId = idFrom(params['noteId'], gone)
    if ((await findSignedTitle(tx, noteId)) === undefined) throw gone()
    if (reason === '') return data({ reason, fault: 'reasonMissing' as const }, 400)
    if (lengthOf(reason) > longestReason) return data({ reason, fault: 'reasonLong' as const }, 400)
    if (!(await beginCorrection(tx, { noteId, versionId: randomUUID(), reason }))) throw gone()
    return redirect(staffAt.note(noteId), 303)
  })
}

export default function CorrectionPage() {
  const { noteId, title } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const error = posted ? t(`dictation:correction.fault.${posted.fault}`, { count: longestReason }) : undefined
  return (
    <>
      <BackLink href={staffAt.note(noteId)}>
        <Swedish>{title}</Swedish>
      </BackLink>
      <PageHeading title={t('dictation:correction.title')} lead={t('dictation:correction.lead')} />
      <OwnForm className="form">
        {error ? (
          <ErrorSummary
            heading={t('ui:errors.heading', { count: 1 })}
            errors={[{ href: '#reason', text: error }]}
          />
        ) : null}
        <TextField
          name="reason"
          label={t('dictation:correction.reason')}
          hint={t('dictation:correction.hint')}
          value={posted?.reason}
          error={error}
          maxLength={longestReason}
        />
        <div className="actions">
          <Button variant="primary">{t('dictation:correction.begin')}</Button>
        </div>
      </OwnForm>
    </>
  )
}
