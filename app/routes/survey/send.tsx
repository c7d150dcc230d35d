import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asRespondent } from '../../access/survey-guard'
import { surveyAt } from '../../addresses'
import { readDraft, sendAnswers } from '../../survey/answering'
import { SendSurvey } from '../../survey/send-survey'
import { onTablet, tabletHeaders } from '../../access/survey-tablet'

export const handle = { script: false, title: 'answering:title', exit: true }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export function loader(args: LoaderFunctionArgs) {
  return asRespondent(args, async (tx, { at, instrument, ticket, code }) => {
    if (ticket.isUsed || !ticket.isOpen) throw redirect(surveyAt.begin(at), 303)
    const answers = await readDraft(tx, { code, instrument })
    const shown = { at, instrument, answered: Object.keys(answers).length }
    return data(shown, { headers: tabletHeaders(at) })
  })
}

/** Pressed twice it is sent once, and both presses see that it was. */
export function action(args: ActionFunctionArgs) {
  return asRespondent(args, async (tx, { code, at, instrument }) => {
    const sent = await sendAnswers(tx, { code, instrument }, args.context.dataKeys)
    if (!sent) return redirect(surveyAt.begin(at), 303)
    return redirect(at === onTablet ? surveyAt.sent : surveyAt.thanks, 303)
  })
}

export default function SendRoute() {
  return <SendSurvey {...useLoaderData<typeof loader>()} />
}
