import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { personAt } from '../../addresses'
import { asPerson } from '../../access/guard'
import { idFrom } from '../../access/id'
import { postedForm, textOf } from '../../access/posted-form'
import { withProblemPage } from '../../access/without-page'
import { discardDraft } from '../../draft/discard-draft'
import type { DraftOf } from '../../draft/draft-fields'
import { draftIdIn, draftOfIn } from '../../draft/draft-of'
import { keepForm } from '../../draft/form-draft'
import { findAskingCase } from '../../message/asking-case'
import { notFound, notKept, notTaken, tooManyDrafts } from '../../page/problem'
import { remarkAddress } from '../../remark/remark-address'

/** Nothing to read here: a browser that comes back to it goes on to the case. */
export function loader(args: LoaderFunctionArgs) {
  const work = asPerson(args, async (tx) => {
    const asking = await findAskingCase(tx, idFrom(args.params['caseId']))
    if (!asking) throw notFound()
    return redirect(personAt.case(asking.id), 303)
  })
  return withProblemPage(args, work)
}

/** Keeps or throws away what somebody is writing in a form. A page's script, which presses no button, gets no page. */
export function action(args: ActionFunctionArgs) {
  return withProblemPage(args, keptBy(args))
}

async function keptBy({ request, context, params }: ActionFunctionArgs): Promise<Response> {
  const form = await postedForm(request)
  return asPerson({ request, context, form }, async (tx) => {
    const text = (textOf(form, 'text') || textOf(form, 'words')).trim()
    const gone = () => notTaken(text)
    const caseId = idFrom(params['caseId'], gone)
    const of = draftOfIn(form, caseId)
    if (!of || !(await findAskingCase(tx, caseId))) throw gone()
    const id = draftIdIn(form)
    if (textOf(form, 'do') === 'discard') {
      await discardDraft(tx, id)
      return redirect(pageOf(of), 303)
    }
    const became = await keepForm(tx, of, { id, text })
    if (became === null) throw gone()
    if (became === 'tooMany') throw tooManyDrafts([text])
    if (became !== 'saved') throw notKept(text)
    return new Response(null, { status: 204 })
  })
}

/** The page on which it is written. */
function pageOf(of: DraftOf): string {
  switch (of.kind) {
    case 'contactRequest':
      return personAt.contactMe
    case 'point':
      return personAt.bringUp(of.caseId, of.appointmentId)
    case 'otherTime':
      return personAt.otherTime(of.caseId, of.appointmentId)
    case 'decline':
      return personAt.signRequest(of.caseId, of.documentId, of.requestId)
    case 'appeal':
      return personAt.appeal(of.caseId, of.documentId, of.requestId)
    default:
      return remarkAddress(of)
  }
}
