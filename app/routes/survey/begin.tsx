import { data, type HeadersFunction, type LoaderFunctionArgs } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { asRespondent } from '../../access/survey-guard'
import { readDraft } from '../../survey/answering'
import { BeginSurvey } from '../../survey/begin-survey'
import { SurveyEnded } from '../../survey/survey-ended'
import { tabletHeaders } from '../../access/survey-tablet'

export const handle = { script: false, title: 'answering:title', exit: true }

export const headers: HeadersFunction = ({ loaderHeaders }) => loaderHeaders

export function loader(args: LoaderFunctionArgs) {
  return asRespondent(args, async (tx, { code, at, instrument, ticket }) => {
    const init = { headers: tabletHeaders(at) }
    const phone = ticket.municipalityPhone
    if (ticket.isUsed || !ticket.isOpen)
      return data({ ended: ticket.isUsed ? 'used' : 'closed', phone, open: null } as const, init)
    const answers = await readDraft(tx, { code, instrument })
    return data({ ended: null, open: { at, instrument, answers } } as const, init)
  })
}

export default function BeginRoute() {
  const found = useLoaderData<typeof loader>()
  return found.ended ? <SurveyEnded {...found} /> : <BeginSurvey {...found.open} />
}
