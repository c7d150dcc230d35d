import { data, redirect, type ActionFunctionArgs } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { postedForm } from '../../access/posted-form'
import { surveyAt } from '../../addresses'
import { postedCode } from '../../access/posted-code'
import { EnterCode } from '../../survey/enter-code'

export const handle = { script: false, title: 'answering:title', exit: true }

export async function action({ request, context }: ActionFunctionArgs) {
  const posted = await postedCode(await postedForm(request), context)
  return 'fault' in posted ? data(posted, 422) : redirect(surveyAt.begin(posted.code), 303)
}

export default function EnterRoute() {
  return <EnterCode {...useActionData<typeof action>()} />
}
