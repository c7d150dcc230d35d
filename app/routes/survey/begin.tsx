import type { LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asRespondent } from '../../access/survey-guard'
import { readDraft } from '../../survey/answering'
import { BeginSurvey } from '../../survey/begin-survey'
import { SurveyEnded } from '../../survey/survey-ended'

export const handle = { script: false, title: 'answering:title', exit: true }

export function loader({ params, context }: LoaderFunctionArgs) {
  return asRespondent({ code: params.code, context }, async (tx, { code, instrument, ticket }) => {
    if (ticket.isUsed || !ticket.isOpen)
      return {
        ended: ticket.isUsed ? ('used' as const) : ('closed' as const),
        phone: ticket.municipalityPhone,
        open: null,
      }
    const answers = await readDraft(tx, { code, instrument })
    return { ended: null, open: { code, instrument, answers } }
  })
}

export default function BeginRoute() {
  const found = useLoaderData<typeof loader>()
  return found.ended ? <SurveyEnded {...found} /> : <BeginSurvey {...found.open} />
}
