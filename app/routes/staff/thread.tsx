import { randomUUID } from 'node:crypto'
import { data, redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { staffAt } from '../../addresses'
import type { StaffTx } from '../../../db/connect'
import { asStaff } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { attachmentOutcomeIn, hasForgottenFile, outcomeAt } from '../../attachment/attachment-outcome'
import { findAnswerAttachments } from '../../attachment/find-draft-attachments'
import { listStaffAttachments } from '../../attachment/list-attachments'
import type { Keys } from '../../disclosure/look-at-readers'
import { textsIn } from '../../i18n/texts.server'
import { answerFault, answerIn, draftFault } from '../../message/answer-in'
import { templateIn, withBeginning, type AnswerTemplate } from '../../message/answer-templates'
import { answerThread, keepAnswer, needsNoAnswer, takeBackAnswer } from '../../message/answer-thread'
import { findAsker, lookAtAnswer } from '../../message/look-at-answer'
import { StaffThreadPage, type PostedAnswer } from '../../message/staff-thread-page'
import { readStaffThread, type StaffThread } from '../../message/staff-thread'
import { threadOutcomeIn } from '../../message/thread-outcome'
import { beginThreadNote } from '../../note/draft/begin-thread-note'
import { notFound, notTaken } from '../../page/problem'

export const handle = { script: false, title: 'message:staff.title' }

export function loader({ request, context, params }: LoaderFunctionArgs) {
  return asStaff({ request, context }, async (tx) => {
    const thread = await readStaffThread(tx, idFrom(params['threadId']))
    if (!thread) throw notFound()
    const asked = new URL(request.url).searchParams
    const chosen = request.method === 'GET' ? templateIn(asked.get('mall')) : undefined
    const written = thread.draft ?? ''
    return {
      thread,
      text: chosen ? withBeginning(written, beginningOf(chosen, thread)) : written,
      outcome: threadOutcomeIn(asked.get('blev')),
      messageId: randomUUID(),
      noteId: randomUUID(),
      script: context.scripts.keepAnswer,
      sentFiles: await listStaffAttachments(tx, { threadId: thread.id, isDraft: false }),
      attached: await findAnswerAttachments(tx, thread.id, attachmentOutcomeIn(asked)),
    }
  })
}

export async function action({ request, context, params }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asStaff({ request, context, form }, async (tx, { subjectId }) => {
    const gone = () => notTaken(answerIn(form).text)
    const threadId = idFrom(params['threadId'], gone)
    const sent = { threadId, form, gone }
    const here = staffAt.thread(threadId)
    switch (textOf(form, 'do')) {
      case 'takeBack':
        return redirect(`${here}?blev=${await takenBack(tx, sent)}`, 303)
      case 'noAnswer':
        return redirect(`${here}?blev=${await neededNone(tx, sent)}`, 303)
      case 'note': {
        const noteId = await beginThreadNote(tx, {
          threadId,
          noteId: idFrom(textOf(form, 'noteId'), gone),
          versionId: randomUUID(),
          authorId: subjectId,
          now: context.now(),
        })
        if (!noteId) throw gone()
        return redirect(staffAt.note(noteId), 303)
      }
      default:
        return written(tx, { ...sent, keys: { dataKeys: context.dataKeys, now: context.now() } })
    }
  })
}

/** `gone` is thrown where the thread is not there, or not any more. */
type Sent = { threadId: string; form: FormData; gone: () => unknown }

async function takenBack(tx: StaffTx, { threadId, form, gone }: Sent) {
  const outcome = await takeBackAnswer(tx, threadId, idFrom(textOf(form, 'message'), gone))
  if (!outcome) throw gone()
  return outcome === 'taken' ? 'tagit-tillbaka' : 'for-sent'
}

async function neededNone(tx: StaffTx, { threadId, form, gone }: Sent) {
  const outcome = await needsNoAnswer(tx, threadId, idFrom(textOf(form, 'message'), gone))
  if (!outcome) throw gone()
  return outcome === 'done' ? 'inget-svar' : 'nytt-meddelande'
}

/** Sends what was written, keeps it, or begins it for the writer; refused, it stands in its field. */
async function written(tx: StaffTx, { threadId, form, gone, keys }: Sent & { keys: Keys }) {
  // Asked first: what is not there is not there, whatever was sent.
  const asker = await findAsker(tx, threadId)
  if (!asker) throw gone()
  const { text, messageId, lastShown, wordsShown, template, isDraft, seen } = answerIn(form)
  const refuse = async (refused: Partial<PostedAnswer>, status: number) => {
    const posted: PostedAnswer = { text, messageId, fault: null, looked: [], seen, ...refused }
    // Whatever becomes of the page, the words are kept.
    if (text !== '' && !draftFault(text)) await keep(tx, threadId, { id: posted.messageId, text })
    return data(posted, status)
  }
  if (template) {
    const thread = await readStaffThread(tx, threadId)
    if (!thread) throw gone()
    return data<PostedAnswer>({
      text: withBeginning(text, beginningOf(template, thread)),
      messageId,
      fault: null,
      looked: [],
      seen,
    })
  }
  if (isDraft) {
    const fault = draftFault(text)
    if (fault) return refuse({ fault }, 400)
    await keep(tx, threadId, { id: messageId, text })
    if (hasForgottenFile(form)) return redirect(outcomeAt(staffAt.thread(threadId), 'notAdded'), 303)
    return redirect(`${staffAt.thread(threadId)}?blev=sparat`, 303)
  }
  if (hasForgottenFile(form) && !draftFault(text)) {
    await keep(tx, threadId, { id: messageId, text })
    return redirect(outcomeAt(staffAt.thread(threadId), 'notAdded'), 303)
  }
  const fault = answerFault(text)
  if (fault) return refuse({ fault }, 400)
  const looked = await lookAtAnswer(tx, asker, { text, seen }, keys)
  if (looked.length > 0) return refuse({ looked }, 400)
  const outcome = await answerThread(tx, threadId, { id: messageId, text, lastShown, wordsShown })
  if (!outcome) throw gone()
  if (outcome === 'tooManyFiles') {
    await keep(tx, threadId, { id: messageId, text })
    return redirect(outcomeAt(staffAt.thread(threadId), 'tooMany'), 303)
  }
  if (outcome === 'colleague' || outcome === 'newer') return refuse({ fault: { fault: outcome } }, 409)
  if (outcome === 'otherWords') return refuse({ fault: { fault: outcome }, messageId: randomUUID() }, 409)
  return redirect(staffAt.thread(threadId), 303)
}

/** Reads nothing, since it is asked at every pause in the typing: each reading stands in the log. */
async function keep(tx: StaffTx, threadId: string, written: { id: string; text: string }) {
  if (!(await keepAnswer(tx, threadId, written))) throw notTaken(written.text)
}

const beginningOf = (template: AnswerTemplate, { language, givenName }: StaffThread) =>
  textsIn(language)(`answer:template.${template}.text`, { name: givenName })

export default function StaffThreadRoute() {
  const shown = useLoaderData<typeof loader>()
  const posted = useActionData<typeof action>()
  return <StaffThreadPage {...shown} posted={posted} />
}
