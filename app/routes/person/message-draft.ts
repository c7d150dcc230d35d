import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { withProblemPage } from '../../access/without-page'
import { findAskingCase } from '../../message/asking-case'
import { discardDraft, saveDraft } from '../../message/message-draft'
import { canKeep, writtenIn } from '../../message/written-in'
import { notFound, notKept, notTaken } from '../../page/problem'

/** Nothing to read here: a browser that comes back to it goes on to the questions. */
export function loader(args: LoaderFunctionArgs) {
  const work = asPerson(args, async (tx) => {
    const asking = await findAskingCase(tx, idFrom(args.params['caseId']))
    if (!asking) throw notFound()
    return redirect(personAt.threads(asking.id), 303)
  })
  return withProblemPage(args, work)
}

/** Keeps or throws away what somebody is writing. A page's script, which presses no button, gets no page. */
export function action(args: ActionFunctionArgs) {
  return withProblemPage(args, keptBy(args))
}

async function keptBy({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const written = writtenIn(form)
    const asking = await findAskingCase(tx, idFrom(params['caseId']))
    if (!asking) throw notTaken(written.text)
    const button = textOf(form, 'do')
    if (button === 'discard') {
      await discardDraft(tx, written.messageId)
      return redirect(personAt.threads(asking.id), 303)
    }
    if (!canKeep(written)) throw notKept(written.text)
    const became = await saveDraft(tx, asking.id, written)
    if (!became) throw notTaken(written.text)
    if (became === 'sent') throw notKept(written.text)
    if (button !== 'save') return new Response(null, { status: 204 })
    const { threadId, messageId } = written
    const page = threadId
      ? personAt.thread(asking.id, threadId)
      : personAt.questionDraft(asking.id, messageId)
    return redirect(page, 303)
  })
}
