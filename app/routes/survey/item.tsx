import {
  data,
  redirect,
  type ActionFunctionArgs,
  type HeadersFunction,
  type LoaderFunctionArgs,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { postedForm } from '../../access/posted-form'
import { asRespondent, type OpenSurvey } from '../../access/survey-guard'
import { surveyAt } from '../../addresses'
import { notFound } from '../../page/problem'
import { AnswerItem } from '../../survey/answer-item'
import { keepAnswer, readDraft } from '../../survey/answering'
import { readAnswer } from '../../survey/answers'
import { stepsAround } from '../../survey/steps'
import { tabletHeaders } from '../../access/survey-tablet'

export const handle = { script: false, title: 'answering:title', exit: true }

type Asked = Pick<LoaderFunctionArgs, 'params'> & OpenSurvey

function stepOf({ params, at, instrument, ticket }: Asked) {
  if (ticket.isUsed || !ticket.isOpen) throw redirect(surveyAt.begin(at), 303)
  const step = stepsAround({ at, instrument }, params['itemId'])
  if (!step) throw notFound()
  return step
}

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export function loader(args: LoaderFunctionArgs) {
  return asRespondent(args, async (tx, survey) => {
    const { item, ...step } = stepOf({ ...args, ...survey })
    const answers = await readDraft(tx, survey)
    const shown = { instrument: survey.instrument, item, step, given: answers[item.id] }
    return data(shown, { headers: tabletHeaders(survey.at) })
  })
}

/** Keeps the answer, or that there is none, and goes on. Nothing that cannot be kept is lost: it is given back. */
export async function action({ request, params, context }: ActionFunctionArgs) {
  const form = await postedForm(request)
  return asRespondent({ request, params, context }, async (tx, survey) => {
    const { item, next } = stepOf({ params, ...survey })
    const posted = form.has('skip')
      ? []
      : form.getAll(item.id).filter((each): each is string => typeof each === 'string')
    const read = readAnswer(survey.instrument, item, posted)
    if ('fault' in read) return data({ fault: read.fault, posted }, 422)
    const kept = await keepAnswer(tx, survey, { item: item.id, answer: read.answer })
    if (kept === 'tooLong') return data({ fault: kept, posted }, 422)
    return redirect(kept === 'kept' ? next : surveyAt.begin(survey.at), 303)
  })
}

export default function ItemRoute() {
  const found = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  return <AnswerItem {...found} refused={refused} />
}
