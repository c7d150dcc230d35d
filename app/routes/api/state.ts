import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { answerMissing, refuseMethod } from '../../access/ingest/answer'
import { asClient } from '../../access/ingest/guard'
import { kindOf } from '../../ingest/collections'
import { externalId } from '../../ingest/fields'
import { findState } from '../../ingest/find-state'
import { problem } from '../../ingest/problems'

export function loader({ request, params, context }: LoaderFunctionArgs) {
  const kind = kindOf(params['collection'])
  if (kind === null) return answerMissing(context.requestId)
  return asClient({ request, context }, async (client) => {
    if (!client.may(kind)) return problem('scopeMissing')
    const named = externalId.safeParse(params['externalId'])
    if (!named.success) return problem('notFound')
    const state = await context.database.asService(context.now(), (tx) => findState(tx, client, named.data))
    return state?.kind === kind ? { status: 200, body: state } : problem('notFound')
  })
}

export const action = ({ params, context: { requestId } }: ActionFunctionArgs) =>
  kindOf(params['collection']) === null ? answerMissing(requestId) : refuseMethod(requestId, 'GET, HEAD')
