import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { PersonTx } from '../../../db/connect'
import { personAt } from '../../addresses'
import { closedOnDevice } from '../../access/closed-on-device'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm } from '../../access/posted-form'
import { textsOf } from '../../document/content/texts-of'
import { readDocument } from '../../document/read-document'
import { attachmentOutcomeIn, hasForgottenFile } from '../../attachment/attachment-outcome'
import { findDraftAttachments } from '../../attachment/find-draft-attachments'
import { useLanguage } from '../../i18n/language-context'
import { findAnswerDay } from '../../message/answer-day'
import { askQuestion } from '../../message/ask'
import { findAskedAbout, type About } from '../../message/asked-about'
import { AskedAboutLine } from '../../message/asked-about-line'
import { findAskingCase } from '../../message/asking-case'
import { beginQuestion } from '../../message/begin-question'
import { ClosedCaseWords } from '../../message/closed-case-words'
import { keepFaulty } from '../../message/keep-written'
import { QuestionForm } from '../../message/question-form'
import { WhenAnswered } from '../../message/when-answered'
import { subjectOf } from '../../message/question-subject'
import { writtenIn } from '../../message/written-in'
import { readNote } from '../../note/read-note'
import { notFound, notTaken } from '../../page/problem'
import { BackLink } from '../../ui/page/back-link'
import { PageHeading } from '../../ui/page/layout'

export const handle = { script: false, title: 'message:new.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asPerson({ request, context }, async (tx, { municipalityPhone, emergency }) => {
    const asking = await findAskingCase(tx, idFrom(params['caseId']))
    if (!asking) throw notFound()
    const asked = new URL(request.url).searchParams
    const { savedAt, ...written } = await beginQuestion(tx, asking.id, asked)
    const about = await findAskedAbout(tx, asking.id, written)
    if (about === undefined) throw notFound()
    const closed = closedOnDevice({ request, context })
    const isShown = about && !closed.includes(about.what === 'note' ? 'notes' : 'documents')
    return {
      asking,
      written,
      savedAt,
      about,
      quote: isShown ? await paragraphOf(tx, written) : null,
      answerDay: await findAnswerDay(tx),
      freshId: randomUUID(),
      attached: await findDraftAttachments(tx, written.messageId, attachmentOutcomeIn(asked)),
      municipalityPhone,
      emergency,
    }
  })
}

/** As the reader sees it, which counts as a reading. */
async function paragraphOf(tx: PersonTx, { noteId, documentId, paragraph }: About): Promise<string | null> {
  if (!paragraph) return null
  if (noteId) return (await readNote(tx, noteId))[0]?.paragraphs[paragraph - 1]?.text ?? null
  if (!documentId) return null
  const block = (await readDocument(tx, documentId))[0]?.content.blocks[paragraph - 1]
  return block ? textsOf(block).join(' ') : null
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const written = writtenIn(form)
    const gone = () => notTaken(written.text)
    const caseId = idFrom(params['caseId'], gone)
    const notAdded = hasForgottenFile(form) ? ('notAdded' as const) : null
    const attached = () => findDraftAttachments(tx, written.messageId, notAdded)
    if (written.fault ?? notAdded) {
      // Sending asks this itself: what is not there is not there, whatever was typed.
      const asking = await findAskingCase(tx, caseId)
      if (!asking || (await findAskedAbout(tx, caseId, written)) === undefined) throw gone()
      await keepFaulty(tx, caseId, written)
      return data({ ...written, attached: await attached() }, 400)
    }
    const subject = subjectOf(written)
    const answerBy = await findAnswerDay(tx)
    const sent = await askQuestion(tx, { ...written, caseId, subject, answerBy })
    if (!sent) throw gone()
    if (sent.outcome === 'sent') return redirect(personAt.thread(caseId, sent.threadId), 303)
    return data({ ...written, attached: await attached(), fault: { fault: sent.outcome } }, 409)
  })
}

export default function NewQuestionRoute() {
  const {
    asking,
    written,
    savedAt,
    about,
    quote,
    answerDay,
    freshId,
    attached,
    municipalityPhone,
    emergency,
  } = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  const { t } = useLanguage()
  const { id, audience, caseworkers, closedOn } = asking
  const shown = posted ?? written
  return (
    <>
      <BackLink href={personAt.threads(id)}>{t('message:listTitle')}</BackLink>
      <PageHeading title={t('message:new.heading')} />
      {closedOn ? (
        <ClosedCaseWords found={asking} unsent={shown.text} />
      ) : (
        <>
          <WhenAnswered
            answerDay={answerDay}
            caseworkers={caseworkers}
            audience={audience}
            municipalityPhone={municipalityPhone}
            emergency={emergency}
          />
          {about ? <AskedAboutLine caseId={id} audience={audience} about={about} quote={quote} /> : null}
          <QuestionForm
            caseId={id}
            // What went with this key was something else: these words get one of their own.
            written={posted?.fault?.fault === 'otherWords' ? { ...posted, messageId: freshId } : shown}
            savedAt={posted ? null : savedAt}
            fault={posted?.fault ?? null}
            attached={posted?.attached ?? attached}
          />
        </>
      )}
    </>
  )
}
