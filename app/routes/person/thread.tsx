import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { attachmentOutcomeIn, hasForgottenFile } from '../../attachment/attachment-outcome'
import { findDraftAttachments } from '../../attachment/find-draft-attachments'
import { listAttachments } from '../../attachment/list-attachments'
import { Caseworkers, answererName } from '../../case/caseworkers'
import { useLanguage } from '../../i18n/language-context'
import { findAnswerDay } from '../../message/answer-day'
import { replyInThread, takeBack } from '../../message/ask'
import { findAskedAbout } from '../../message/asked-about'
import { AskedAboutLine } from '../../message/asked-about-line'
import { ClosedCaseWords } from '../../message/closed-case-words'
import { HowToAsk } from '../../message/how-to-ask'
import { keepFaulty } from '../../message/keep-written'
import { findReplyDraft } from '../../message/message-draft'
import { findThread, readThread } from '../../message/read-thread'
import { ReplyForm } from '../../message/reply-form'
import { TakenBackLate } from '../../message/taken-back-late'
import { ThreadMessages } from '../../message/thread-messages'
import { ThreadSubject } from '../../case/thread-subject'
import { LateAnswer } from '../../message/late-answer'
import { JustSent } from '../../message/just-sent'
import { WhenAnswered } from '../../message/when-answered'
import { writtenIn } from '../../message/written-in'
import { notFound, notTaken } from '../../page/problem'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'message:title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx, { municipalityPhone, emergency }) => {
    const thread = await findThread(tx, idFrom(params['caseId']), idFrom(params['threadId']))
    if (!thread) throw notFound()
    const messages = await readThread(tx, thread.id)
    const now = context.now()
    const asked = new URL(request.url).searchParams
    const draft = await findReplyDraft(tx, thread.caseId, thread.id)
    const freshId = randomUUID()
    return {
      thread,
      messages,
      undoable: messages.filter(({ isMine, readableFrom }) => isMine && readableFrom > now),
      isTooLate: asked.has('hann-skickas'),
      about: await findAskedAbout(tx, thread.caseId, thread),
      draft,
      files: await listAttachments(tx, { threadId: thread.id }),
      attached: await findDraftAttachments(tx, draft?.messageId ?? freshId, attachmentOutcomeIn(asked)),
      answerDay: await findAnswerDay(tx),
      freshId,
      municipalityPhone,
      emergency,
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const written = writtenIn(form)
    const { messageId, text, fault } = written
    const isTakingBack = textOf(form, 'do') === 'takeBack'
    const gone = () => (isTakingBack ? notFound() : notTaken(text))
    const [caseId, threadId] = [idFrom(params['caseId'], gone), idFrom(params['threadId'], gone)]
    if (isTakingBack) {
      const taken = await takeBack(tx, caseId, messageId)
      if (!taken) throw gone()
      if (taken.outcome === 'late')
        return redirect(`${personAt.thread(caseId, threadId)}?hann-skickas=1`, 303)
      return redirect(
        taken.threadId ? personAt.thread(caseId, taken.threadId) : personAt.questionDraft(caseId, messageId),
        303,
      )
    }
    if (!(await findThread(tx, caseId, threadId))) throw gone()
    const notAdded = hasForgottenFile(form) ? ('notAdded' as const) : null
    const attached = () => findDraftAttachments(tx, messageId, notAdded)
    if (fault ?? notAdded) {
      await keepFaulty(tx, caseId, { ...written, threadId })
      return data({ messageId, text, fault, attached: await attached() }, 400)
    }
    const answerBy = await findAnswerDay(tx)
    const sent = await replyInThread(tx, { threadId, text, messageId, answerBy })
    if (!sent) throw gone()
    if (sent.outcome === 'sent') return redirect(personAt.thread(caseId, sent.threadId), 303)
    return data({ messageId, text, fault: { fault: sent.outcome }, attached: await attached() }, 409)
  })
}

export default function ThreadRoute() {
  const { thread, messages, files, undoable, isTooLate, about, draft, attached, ...shown } =
    useLoaderData<typeof loader>()
  const { answerDay, freshId, municipalityPhone, emergency } = shown
  const posted = useActionData<typeof action>()
  const { t, dates } = useLanguage()
  const { id, caseId, audience, caseworkers } = thread
  const caseworker = answererName(caseworkers) ?? t('case:caseworker.unnamed')
  const isUsed = posted?.fault?.fault === 'otherWords'
  const isWaiting = thread.answerBy !== null && !thread.isLate
  return (
    <>
      <BackLink href={personAt.threads(caseId)}>{t('message:listTitle')}</BackLink>
      <PageHeading
        title={<ThreadSubject {...thread} />}
        detail={t(`message:asked.${thread.kind}`, { when: dates.when(thread.startedAt) })}
      />
      {posted ? null : <JustSent messages={undoable} />}
      {isTooLate ? <TakenBackLate name={caseworker} /> : null}
      <LateAnswer {...thread} caseworker={caseworker} />
      {thread.closedOn ? null : (
        <WhenAnswered
          answerDay={isWaiting ? thread.answerBy : answerDay}
          isOfMore={!isWaiting}
          caseworkers={caseworkers}
          audience={audience}
          municipalityPhone={municipalityPhone}
          emergency={emergency}
        />
      )}
      {about ? <AskedAboutLine caseId={caseId} audience={audience} about={about} /> : null}
      <ThreadMessages
        messages={messages}
        caseworker={caseworker}
        files={files}
        fileAt={(attachmentId) => personAt.attachment(caseId, id, attachmentId)}
      />
      {thread.closedOn ? (
        <>
          <ClosedCaseWords found={{ ...thread, id: caseId }} unsent={posted?.text ?? draft?.text} />
          <HowToAsk caseworkers={caseworkers} isOwn={thread.isOwn} municipalityPhone={municipalityPhone} />
        </>
      ) : (
        <>
          <ReplyForm
            caseId={caseId}
            threadId={id}
            messageId={isUsed ? freshId : (posted?.messageId ?? draft?.messageId ?? freshId)}
            text={posted?.text ?? draft?.text ?? ''}
            savedAt={posted ? null : (draft?.savedAt ?? null)}
            fault={posted?.fault ?? null}
            attached={posted?.attached ?? attached}
          />
          {/* That they can be called stands above. */}
          <Caseworkers caseworkers={caseworkers} isOwn={thread.isOwn} municipalityPhone={municipalityPhone} />
        </>
      )}
    </>
  )
}
