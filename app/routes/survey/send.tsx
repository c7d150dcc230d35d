import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asRespondent } from '../../access/survey-guard'
import { surveyAt } from '../../addresses'
import { readDraft, sendAnswers } from '../../survey/answering'
import { SendSurvey } from '../../survey/send-survey'

export const handle = { script: false, title: 'answering:title', exit: true }

export function loader({ params, context }: LoaderFunctionArgs) {
  return asRespondent({ code: params['code'], context }, async (tx, { ticket, ...survey }) => {
    if (ticket.isUsed || !ticket.isOpen) throw redirect(surveyAt.begin(survey.code), 303)
    const answers = await readDraft(tx, survey)
    return { code: survey.code, instrument: survey.instrument, answered: Object.keys(answers).length }
  })
}

/** Pressed twice it is sent once, and both presses see that it was. */
export function action({ params, context }: ActionFunctionArgs) {
  return asRespondent({ code: params['code'], context }, async (tx, survey) => {
    const sent = await sendAnswers(tx, survey, context.dataKeys)
    return redirect(sent ? surveyAt.thanks : surveyAt.begin(survey.code), 303)
  })
}

export default function SendRoute() {
  return <SendSurvey {...useLoaderData<typeof loader>()} />
}
