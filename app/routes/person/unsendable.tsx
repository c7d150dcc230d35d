import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { AttachmentList } from '../../attachment/attachment-list'
import { listAttachments } from '../../attachment/list-attachments'
import { discardDraft } from '../../draft/discard-draft'
import { draftFields } from '../../draft/draft-fields'
import { draftIdIn } from '../../draft/draft-of'
import { useLanguage } from '../../i18n/language-context'
import { findAskingCase } from '../../message/asking-case'
import { findUnsendable, findUnsendableTo } from '../../message/unsendable-draft'
import { unsendableKind } from '../../message/unsendable-kind'
import { UnsendableToLine } from '../../message/unsendable-to-line'
import { notFound, notTaken } from '../../page/problem'
import { Button } from '../../ui/form/button'
import { OwnForm } from '../../ui/form/own-form'
import { TextArea } from '../../ui/form/text-area'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'message:unsendable.heading' }

/** What is somebody else's, was thrown away or never was: the list says what there is. */
export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx) => {
    const asking = await findAskingCase(tx, idFrom(params['caseId']))
    if (!asking) throw notFound()
    const id = z.uuid().safeParse(new URL(request.url).searchParams.get('utkast')).data
    const draft = id && (await findUnsendable(tx, asking.id, id))
    if (!draft) throw redirect(personAt.threads(asking.id), 303)
    return {
      asking,
      draft,
      about: await findUnsendableTo(tx, asking.id, draft),
      files: await listAttachments(tx, { draftId: draft.id }),
    }
  })
}

/** Throws it away. */
export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const gone = () => notTaken(textOf(form, 'text'))
    const asking = await findAskingCase(tx, idFrom(params['caseId'], gone))
    if (!asking) throw gone()
    await discardDraft(tx, draftIdIn(form))
    return redirect(personAt.threads(asking.id), 303)
  })
}

export default function UnsendableRoute() {
  const { asking, draft, about, files } = useLoaderData<typeof loader>()
  const { t, dates } = useLanguage()
  const { id: caseId, audience } = asking
  return (
    <>
      <BackLink href={personAt.threads(caseId)}>{t('message:listTitle')}</BackLink>
      <PageHeading
        title={t('message:unsendable.heading')}
        detail={unsendableKind(draft, t)}
        lead={t('message:unsendable.lead')}
      />
      {about ? <UnsendableToLine caseId={caseId} audience={audience} about={about} /> : null}
      <OwnForm className="form" action={personAt.unsendable(caseId, draft.id)}>
        <input type="hidden" name={draftFields.id} value={draft.id} />
        <TextArea
          name="text"
          label={t('message:unsendable.words')}
          hint={[
            t('message:draft.keptAt', { when: dates.when(draft.savedAt) }),
            t('message:draft.keptUntil', { day: dates.short(draft.keptUntil) }),
          ].join(' ')}
          value={draft.subject ? `${draft.subject}\n\n${draft.text}` : draft.text}
          rows={8}
        />
        <AttachmentList
          files={files}
          hrefOf={(attachmentId) => personAt.draftAttachment(caseId, attachmentId)}
        />
        <div className="actions">
          <Button variant="quiet">{t('message:draft.discard')}</Button>
        </div>
      </OwnForm>
      <p>
        {t('message:unsendable.otherwise')} <a href={personAt.contactMe}>{t('message:contact.link')}</a>
      </p>
    </>
  )
}
