import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { lookAtWords } from '../../disclosure/look-at-words'
import { seenIn } from '../../disclosure/seen-in'
import { notFound, notTaken, overtaken } from '../../page/problem'
import { useLanguage } from '../../i18n/language-context'
import { answerRemark, findRemark } from '../../remark/answer-remark'
import { AnswerRemarkForm } from '../../remark/answer-remark-form'
import { AnswerRemarkSubject } from '../../remark/answer-remark-subject'
import { remarkIn } from '../../remark/remark-text'
import { RemarkAnswer, RemarkText } from '../../remark/staff-remark-list'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'
import { Notice } from '../../ui/notice'
import { WorkColumns } from '../../ui/page/work-columns'

export const handle = { script: false, title: 'staff:remark.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const remark = await findRemark(tx, idFrom(params['remarkId']))
    if (!remark) throw notFound()
    return { remark, isSaved: new URL(request.url).searchParams.has('sparat') }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx) => {
    const { text, fault } = remarkIn(form)
    const gone = () => notTaken(text)
    const remark = await findRemark(tx, idFrom(params['remarkId'], gone))
    if (!remark) throw gone()
    const page = staffAt.remark(remark.id)
    const saved = () => redirect(`${page}?sparat=1`, 303)
    if (remark.answer !== null) {
      if (text && text !== remark.answer) throw overtaken(page, text)
      return saved()
    }
    const seen = seenIn(form)
    if (fault) return data({ text, fault, looked: [], seen }, 400)
    const words = { caseId: remark.caseId, readers: [{ ...remark, texts: [text] }], seen }
    const looked = await lookAtWords(tx, words, { dataKeys: context.dataKeys, now: context.now() })
    if (looked.length > 0) return data({ text, fault, looked, seen }, 400)
    if (!(await answerRemark(tx, remark.id, text))) throw overtaken(page, text)
    return saved()
  })
}

export default function StaffRemarkRoute() {
  const { remark, isSaved } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const { noteId, caseId, givenName, kind, answer } = remark
  const backHref = noteId ? staffAt.note(noteId) : staffAt.case(caseId)
  return (
    <>
      <BackLink href={backHref}>{t(noteId ? 'note:title' : 'staff:case.title')}</BackLink>
      <PageHeading title={t('staff:remark.pageHeading', { name: givenName })} />
      {isSaved && answer ? (
        <Notice tone="done" heading={t('staff:remark.saved.heading')}>
          {t('staff:remark.saved.text', { name: givenName })}
        </Notice>
      ) : null}
      <WorkColumns beside={<AnswerRemarkSubject remark={remark} />}>
        <RemarkText remark={remark} />
        {kind === 'disputedFact' ? <p className="muted">{t('staff:remark.law')}</p> : null}
        {answer ? (
          <>
            <RemarkAnswer remark={remark} />
            <p className="muted">{t('staff:remark.locked')}</p>
          </>
        ) : (
          <AnswerRemarkForm name={givenName} backHref={backHref} posted={posted} />
        )}
      </WorkColumns>
    </>
  )
}
