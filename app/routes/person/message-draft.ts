import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { withProblemPage } from '../../access/without-page'
import { hasForgottenFile, outcomeAt } from '../../attachment/attachment-outcome'
import { discardDraft } from '../../draft/discard-draft'
import { findAskingCase } from '../../message/asking-case'
import { keepWritten } from '../../message/keep-written'
import { writtenIn } from '../../message/written-in'
import { notFound, notTaken } from '../../page/problem'

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
    const caseId = idFrom(params['caseId'], () => notTaken(written.text))
    const button = textOf(form, 'do')
    if (button === 'discard') {
      if (!(await findAskingCase(tx, caseId))) throw notTaken(written.text)
      await discardDraft(tx, written.messageId)
      return redirect(personAt.threads(caseId), 303)
    }
    const page = await keepWritten(tx, caseId, written)
    if (button !== 'save') return new Response(null, { status: 204 })
    return redirect(hasForgottenFile(form) ? outcomeAt(page, 'notAdded') : page, 303)
  })
}
