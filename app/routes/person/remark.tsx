import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { discardDraft } from '../../draft/discard-draft'
import { beginForm, keepForm } from '../../draft/form-draft'
import { notFound, notTaken } from '../../page/problem'
import { answererName } from '../../case/caseworkers'
import { BackToCase } from '../../case/back-to-case'
import { itemTitle } from '../../reading/item-title'
import { useLanguage } from '../../i18n/language-context'
import { addRemark } from '../../remark/add-remark'
import { itemAddress, remarkTarget, type RemarkTarget } from '../../remark/remark-address'
import { RemarkForm } from '../../remark/remark-form'
import { findRemarkSubject } from '../../remark/remark-subject'
import { remarkIn } from '../../remark/remark-text'
import { RemarkSaved, Remarks } from '../../remark/remarks'
import { stockholmClock } from '../../calendar/stockholm-moment'
import { NotAnAppeal } from '../../signing/appeal/ways-to-appeal'
import { listAppealable } from '../../signing/request/signature-request'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Swedish } from '../../ui/swedish'

export const handle = { script: false, title: 'note:remark.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx) => {
    const target = targetOf(params)
    const subject = await findRemarkSubject(tx, target.caseId, target.on)
    if (!subject) throw notFound()
    const isSaved = new URL(request.url).searchParams.has('sparat')
    const { on, kind, caseId } = target
    const appeals =
      on?.what === 'document' && kind === 'disputedFact' ? await listAppealable(tx, caseId, on.id) : []
    return {
      target,
      subject,
      isSaved,
      begun: await beginForm(tx, draftOf(target)),
      appealable: appeals[0],
      today: stockholmClock(context.now()).day,
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const { text, formKey, fault } = remarkIn(form)
    const gone = () => notTaken(text)
    const target = targetOf(params, gone)
    const of = draftOf(target)
    if (fault) {
      await keepForm(tx, of, { id: formKey, text })
      return data({ text, formKey, fault }, 400)
    }
    const id = await addRemark(tx, { ...of, text, formKey })
    if (!id) throw gone()
    await discardDraft(tx, formKey)
    return redirect(`${itemAddress(target)}?sparat=1`, 303)
  })
}

const draftOf = ({ caseId, on, kind }: RemarkTarget) => ({
  caseId,
  kind,
  noteId: on?.what === 'note' ? on.id : null,
  documentId: on?.what === 'document' ? on.id : null,
})

function targetOf(params: LoaderFunctionArgs['params'], gone: () => unknown = notFound) {
  const target = remarkTarget(params)
  if (!target) throw gone()
  const { on } = target
  return { ...target, caseId: idFrom(target.caseId, gone), on: on && { ...on, id: idFrom(on.id, gone) } }
}

export default function RemarkRoute() {
  const { target, subject, isSaved, begun, appealable, today } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const { on, kind, caseId } = target
  const caseworker = answererName(subject.caseworkers) ?? t('case:caseworker.unnamed')
  const backHref = on ? itemAddress(target) : personAt.case(caseId)
  const title = subject.title ? itemTitle({ ...subject, title: subject.title }, subject.audience) : null
  return (
    <>
      {title ? (
        <BackLink href={backHref}>
          <Swedish>{title}</Swedish>
        </BackLink>
      ) : (
        <BackToCase found={subject} />
      )}
      <PageHeading
        title={t(`note:remark.kind.${kind}`)}
        lead={t(`note:remark.lead.${kind}`, { name: caseworker })}
      />
      <RemarkSaved isSaved={isSaved} />
      {appealable ? <NotAnAppeal request={appealable} today={today} /> : null}
      <RemarkForm
        kind={kind}
        caseworker={caseworker}
        draft={{
          of: draftOf(target),
          id: posted?.formKey ?? begun.id,
          savedAt: posted ? null : begun.savedAt,
        }}
        text={posted?.text ?? begun.text}
        backHref={backHref}
        fault={posted?.fault ?? null}
      />
      {on ? null : <Remarks remarks={subject.requests} caseworker={caseworker} />}
    </>
  )
}
