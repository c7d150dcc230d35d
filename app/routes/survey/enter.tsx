import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { postedForm, textOf } from '../../access/posted-form'
import { surveyAt } from '../../addresses'
import { EnterCode } from '../../survey/enter-code'
import { codeHash, codeIn } from '../../survey/survey-code'
import { unavailable } from '../../page/problem'

export const handle = { script: false, title: 'answering:title', exit: true }

export async function action({ request, context }: ActionFunctionArgs) {
  const typed = textOf(await postedForm(request), 'code')
  if (typed.trim() === '') return data({ typed, fault: 'missing' as const }, 422)
  const code = codeIn(typed)
  const known =
    code &&
    (await context.database
      .asRespondent(codeHash(code), context.now(), () => Promise.resolve(true))
      .catch((error: unknown): never => {
        throw error instanceof Error && error.name === 'DatabaseAway' ? unavailable() : error
      }))
  if (!known) return data({ typed, fault: 'unknown' as const }, 422)
  return redirect(surveyAt.begin(code), 303)
}

export default function EnterRoute() {
  return <EnterCode {...useActionData<typeof action>()} />
}
